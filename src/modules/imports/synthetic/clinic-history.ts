/** The made-up history of a clinic that was read from its file; all ids in it are the file's keys. */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { resolvePolicy } from "../../../domain/policy/index.ts";
import { expandOpenings } from "../../../domain/schedule/index.ts";
import { asMinute, MINUTES_PER_DAY, type Minute } from "../../../domain/time/index.ts";
import { holidaysOf, openingRulesOf, scheduleExceptionsOf } from "../clinic-schedule.ts";
import { roomsForService } from "../rooms-for-service.ts";
import type { HistoryPatient, HistoryProvider, HistoryService, PlannedVisit } from "./history-types.ts";
import { syntheticHistory } from "./synthetic-history.ts";
import { visitThemeOf } from "./visit-reasons.ts";

export interface ClinicHistoryOptions {
  readonly seed: number;
  readonly now: Minute;
  readonly count: number;
  /** How far the history reaches back and ahead. Fewer days make a fuller diary for the same count. */
  readonly daysBack: number;
  readonly daysAhead: number;
  readonly patients: readonly HistoryPatient[];
}

export function clinicHistory(clinic: ClinicFile, options: ClinicHistoryOptions): PlannedVisit[] {
  const { now, daysBack, daysAhead } = options;
  const window = {
    startsAt: asMinute(now - daysBack * MINUTES_PER_DAY),
    endsAt: asMinute(now + daysAhead * MINUTES_PER_DAY),
  };
  const holidays = holidaysOf(clinic);
  const providers = clinic.providers.map((provider): HistoryProvider => {
    const exceptions = scheduleExceptionsOf(provider, clinic);
    return {
      id: provider.key,
      openings: expandOpenings(openingRulesOf(provider, clinic), exceptions, holidays, window),
    };
  });
  return syntheticHistory({
    seed: options.seed,
    now,
    zone: clinic.organisation.zone,
    count: options.count,
    patients: options.patients,
    providers,
    rooms: clinic.rooms.map(({ key, location }) => ({ id: key, locationId: location })),
    services: historyServices(clinic),
  });
}

function historyServices(clinic: ClinicFile): HistoryService[] {
  return clinic.services.map((service) => {
    const department = clinic.departments.find(({ key }) => key === service.department);
    const policy = resolvePolicy(clinic.organisation.policy ?? {}, department?.policy, service.policy);
    return {
      id: service.key,
      theme: visitThemeOf(service.department, service.specialty),
      durationMinutes: service.durationMinutes,
      bufferBeforeMinutes: service.bufferBeforeMinutes,
      bufferAfterMinutes: service.bufferAfterMinutes,
      slotIntervalMinutes: policy.slotIntervalMinutes,
      maxHorizonDays: policy.maxHorizonDays,
      isOnlineBookable: service.onlineBookable,
      providers: service.providers.map(({ provider, durationMinutes }) => ({
        providerId: provider,
        durationMinutes: durationMinutes ?? null,
      })),
      roomIds: roomsForService(service, clinic),
    };
  });
}
