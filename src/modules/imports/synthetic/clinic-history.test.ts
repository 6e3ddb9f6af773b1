import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { expandOpenings } from "../../../domain/schedule/index.ts";
import { asMinute, type Minute, minuteOfInstant, offsetMinutesAt } from "../../../domain/time/index.ts";
import { holidaysOf, openingRulesOf, scheduleExceptionsOf } from "../clinic-schedule.ts";
import { readClinicFile } from "../read-clinic-file.ts";
import { clinicHistory } from "./clinic-history.ts";
import type { HistoryPatient, PlannedVisit } from "./history-types.ts";
import { type SyntheticPatientsOptions, syntheticPatients } from "./synthetic-patients.ts";

const now = minuteOfInstant(Temporal.Instant.from("2026-11-24T15:20:00Z"));
const day = 1440;

function demoClinic(name: string): ClinicFile {
  const reading = readClinicFile(
    readFileSync(new URL(`../../../../demo/clinics/${name}.yaml`, import.meta.url), "utf8"),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.clinic;
}

function people(count: number, options: Omit<SyntheticPatientsOptions, "today">): HistoryPatient[] {
  return syntheticPatients(1, count, { ...options, today: "2026-11-24" }).map(({ key, ...patient }) => ({
    id: key,
    ...patient,
  }));
}

const riverside = demoClinic("riverside");
const patients = people(2000, { country: "US", spanishShare: 0.35 });
const visits = clinicHistory(riverside, { seed: 11, now, count: 12_000, daysBack: 60, daysAhead: 60, patients });

const held = visits.filter(({ status }) => status !== "cancelled");
const past = held.filter(({ endsAt }) => endsAt <= now);
const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length;

/** The first two visits of one owner that meet, each with the time that it takes from the owner. */
function firstOverlap(
  list: readonly PlannedVisit[],
  ownerOf: (visit: PlannedVisit) => string | null,
  withBuffers: boolean,
) {
  const times = list
    .map((visit) => ({
      owner: ownerOf(visit),
      from: visit.startsAt - (withBuffers ? visit.bufferBeforeMinutes : 0),
      to: visit.endsAt + (withBuffers ? visit.bufferAfterMinutes : 0),
    }))
    .filter(({ owner }) => owner !== null)
    .toSorted((a, b) => (a.owner === b.owner ? a.from - b.from : String(a.owner) < String(b.owner) ? -1 : 1));
  return times.find((time, index) => time.owner === times[index - 1]?.owner && time.from < (times[index - 1]?.to ?? 0));
}

describe.each([
  ["riverside", riverside, visits, now],
  [
    "consultorio-sol",
    demoClinic("consultorio-sol"),
    clinicHistory(demoClinic("consultorio-sol"), {
      seed: 12,
      now,
      count: 1000,
      daysBack: 60,
      daysAhead: 45,
      patients: people(300, { country: "ES", spanishShare: 0.95 }),
    }),
    now,
  ],
] as const)("the history of %s", (_, clinic, list, at: Minute) => {
  const holding = list.filter(({ status }) => status !== "cancelled");

  it("never has a provider, a room or a patient in two visits at once [BOOK-04]", () => {
    expect(firstOverlap(holding, ({ providerId }) => providerId, true)).toBeUndefined();
    expect(firstOverlap(holding, ({ roomId }) => roomId, true)).toBeUndefined();
    expect(firstOverlap(holding, ({ patientId }) => patientId, false)).toBeUndefined();
  });

  it("lies within the providers' hours, at their place, on the grid", () => {
    const holidays = holidaysOf(clinic);
    const window = { startsAt: asMinute(at - 90 * day), endsAt: asMinute(at + 90 * day) };
    const openings = new Map(
      clinic.providers.map((provider) => {
        const exceptions = scheduleExceptionsOf(provider, clinic);
        return [provider.key, expandOpenings(openingRulesOf(provider, clinic), exceptions, holidays, window)];
      }),
    );
    const outside = list.filter(
      ({ providerId, locationId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes }) =>
        !openings
          .get(providerId)
          ?.some(
            (open) =>
              open.locationId === locationId &&
              open.startsAt <= startsAt - bufferBeforeMinutes &&
              endsAt + bufferAfterMinutes <= open.endsAt,
          ),
    );
    expect(outside).toEqual([]);
    const interval = clinic.organisation.policy?.slotIntervalMinutes ?? 15;
    const zone = clinic.organisation.zone;
    expect(list.every(({ startsAt }) => (startsAt + offsetMinutesAt(zone, startsAt)) % interval === 0)).toBe(true);
  });

  it("takes only rooms that stand at the place and that the service may take", () => {
    for (const { serviceId, roomId, locationId } of list) {
      const service = clinic.services.find(({ key }) => key === serviceId);
      expect(roomId === null).toBe(service?.room === undefined);
      if (roomId !== null) expect(clinic.rooms.find(({ key }) => key === roomId)?.location).toBe(locationId);
    }
  });

  it("happens in an order that time allows", () => {
    for (const visit of list) {
      const { bookedAt, move, confirmation, cancellation, startsAt, arrivedAt, checkedInAt, startedAt, finishedAt } =
        visit;
      const told = [move?.at, confirmation?.at, cancellation?.at].filter((minute) => minute !== undefined);
      expect([bookedAt, ...told].every((minute) => minute < startsAt && minute <= at)).toBe(true);
      expect(told.every((minute) => minute >= bookedAt)).toBe(true);
      if (move && confirmation) expect(move.at).toBeLessThan(confirmation.at);
      const stay = [arrivedAt, checkedInAt, startedAt, finishedAt].filter((minute) => minute !== null);
      expect(stay).toEqual(stay.toSorted((a, b) => a - b));
      expect(stay.every((minute) => minute <= at)).toBe(true);
    }
  });
});

describe("the history of a health center", () => {
  it("has the number of appointments that was asked for, within a hundredth", () => {
    expect(visits.length).toBeGreaterThan(11_880);
    expect(visits.length).toBeLessThanOrEqual(12_000);
  });

  it("is the same for the same seed", () => {
    const again = clinicHistory(riverside, { seed: 11, now, count: 12_000, daysBack: 60, daysAhead: 60, patients });
    expect(again).toEqual(visits);
  });

  it("has about one in eleven cancelled, one in sixteen missed, one in thirteen moved", () => {
    expect(
      share(
        visits.filter(({ status }) => status === "cancelled"),
        visits,
      ),
    ).toBeCloseTo(0.09, 2);
    expect(
      share(
        past.filter(({ status }) => status === "noshow"),
        past,
      ),
    ).toBeCloseTo(0.06, 2);
    const moved = share(
      held.filter(({ move }) => move),
      held,
    );
    expect(moved).toBeGreaterThan(0.03);
    expect(moved).toBeLessThan(0.09);
  });

  it("is fuller in the past than ahead, and emptier the farther ahead", () => {
    const between = (from: number, to: number) =>
      held.filter(({ startsAt }) => startsAt >= now + from * day && startsAt < now + to * day).length;
    expect(between(-28, 0)).toBeGreaterThan(between(0, 28));
    expect(between(0, 28)).toBeGreaterThan(between(28, 56));
  });

  it("gives some of the cancelled times to somebody else afterwards", () => {
    const heldAt = new Map(held.map((visit) => [`${visit.providerId} ${visit.startsAt}`, visit]));
    const refilled = visits.flatMap((visit) => {
      const other = visit.cancellation && heldAt.get(`${visit.providerId} ${visit.startsAt}`);
      return other ? [{ visit, other }] : [];
    });
    expect(refilled.length).toBeGreaterThan(200);
    for (const { visit, other } of refilled) {
      expect(visit.cancellation?.at).toBeLessThan(other.bookedAt);
      expect(visit.patientId).not.toBe(other.patientId);
    }
  });

  it("is booked a plausible while ahead, never before the booking window", () => {
    const leads = held.map(({ bookedAt, startsAt }) => (startsAt - bookedAt) / day).toSorted((a, b) => a - b);
    expect(leads[Math.floor(leads.length / 2)]).toBeGreaterThan(4);
    expect(leads[Math.floor(leads.length / 2)]).toBeLessThan(15);
    const sickChildren = visits.filter(({ serviceId }) => serviceId === "sick-child");
    expect(sickChildren.length).toBeGreaterThan(100);
    expect(sickChildren.every(({ bookedAt, startsAt }) => startsAt - bookedAt <= 3 * day)).toBe(true);
  });

  it("spreads the visits over most of the patients, none of whom comes all the time", () => {
    const counts = [...Map.groupBy(held, ({ patientId }) => patientId).values()].map((list) => list.length);
    expect(counts.length).toBeGreaterThan(1400);
    expect(Math.max(...counts)).toBeLessThanOrEqual(18);
  });

  it("books online only what patients can book online", () => {
    const staffOnly = new Set(riverside.services.filter((service) => !service.onlineBookable).map(({ key }) => key));
    expect(staffOnly.size).toBeGreaterThan(0);
    expect(visits.filter(({ serviceId, channel }) => staffOnly.has(serviceId) && channel === "online")).toEqual([]);
  });

  it("brings children to pediatrics and women to the gynecologist", () => {
    const byId = new Map(patients.map((patient) => [patient.id, patient]));
    const department = (key: string) => {
      const services = new Set(
        riverside.services.filter((service) => service.department === key).map((service) => service.key),
      );
      return visits.filter(({ serviceId }) => services.has(serviceId)).map(({ patientId }) => byId.get(patientId));
    };
    expect(department("pediatrics").every((patient) => patient && patient.birthDate > "2008-01-01")).toBe(true);
    expect(department("womens-health").every((patient) => patient?.sex === "female")).toBe(true);
  });
});
