import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import { shownStatus } from "../../../domain/appointment/index.ts";
import { formatNameForList } from "../../../domain/person/index.ts";
import { expandClosedTimes, expandOpenings } from "../../../domain/schedule/index.ts";
import {
  addDays,
  asMinute,
  instantText,
  type LocalDate,
  localDateOf,
  localDayBounds,
  localOf,
  type Minute,
  minuteOfEpochMs,
  parseLocalDate,
  type TimeRange,
  type ZoneId,
} from "../../../domain/time/index.ts";
import { isoOf } from "../../../platform/clock/clock.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import {
  auditReads,
  type Call,
  type Context,
  done,
  type Operation,
  query,
  refuse,
  refuseField,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { minuteOfIso } from "../../availability/index.ts";
import { type Catalogue, catalogueInside } from "../../directory/index.ts";
import { readHolidays, readSchedules } from "../../openings/index.ts";
import { type PatientRecord, readPatients } from "../../patients/index.ts";
import { type AppointmentRow, appointmentColumns, visitOf } from "../appointment-row.ts";
import { allowedFor, isWithinReach, lifecycleContext } from "../viewer.ts";

const selectByTime = statement<AppointmentRow>(
  "booking.diary-appointments",
  `select ${appointmentColumns} from appointment a
   where a.org_id = $1 and a.starts_at >= $2 and a.starts_at < $3 and a.status <> 'entered-in-error' order by a.starts_at, a.id`,
);
const selectHolds = statement<{ resourceId: string; startsAt: number; endsAt: number }>(
  "booking.diary-holds",
  `select c.resource_id as "resourceId", (extract(epoch from c.starts_at) / 60)::int as "startsAt",
          (extract(epoch from c.ends_at) / 60)::int as "endsAt"
   from claim c join hold h on h.org_id = c.org_id and h.id = c.hold_id
   where c.org_id = $1 and c.resource_id = any($2) and c.kind = 'hold' and c.starts_at >= $3 and c.starts_at < $4
     and h.expires_at > clock_timestamp()`,
);
const selectClosures = statement<{ id: string; resourceId: string; kind: string; startsAt: number; endsAt: number }>(
  "booking.diary-closures",
  `select id, resource_id as "resourceId", kind, (extract(epoch from starts_at) / 60)::int as "startsAt",
          (extract(epoch from ends_at) / 60)::int as "endsAt"
   from closure where org_id = $1 and resource_id = any($2) and starts_at < $4 and ends_at > $3 and ended_at is null`,
);

const closureNames: Readonly<Record<string, { en: string; es: string }>> = {
  "time-off": { en: "Time off", es: "Tiempo libre" },
  absence: { en: "Absent", es: "Ausencia" },
  maintenance: { en: "Maintenance", es: "Mantenimiento" },
  meeting: { en: "Reserved", es: "Reservado" },
};

interface ColumnOf {
  readonly resourceId: string;
  readonly kind: "provider" | "room";
  readonly name: string;
  readonly localDate: LocalDate;
}

/** One day, a column per provider or room; what stands outside the reader's departments is shown only as taken [UI-02]. */
export const diaryDay: Operation = query("diary.day", {
  permission: "diary.view",
  audit: null,
  run: async (call) => {
    const { tx, context, query: asked } = call;
    const catalogue = await catalogueInside(tx, context.organisation.orgId);
    const zone = catalogue.locations.get(asked.locationId ?? "")?.zone ?? context.organisation.zone;
    const date = dateOr(asked.date, context.nowMs, zone);
    if (date === null) return refuseField("date", "bad_date");
    const kind = asked.columns ?? "provider";
    const wanted = kind === "provider" ? providersFor(call, catalogue, asked) : roomsFor(catalogue, asked.locationId);
    const columns = await columnsOf(
      call,
      catalogue,
      zone,
      wanted.map((each) => ({ ...each, kind, localDate: date })),
    );
    return done({ zone, localDate: date, now: isoOf(context.nowMs), columns });
  },
});

/** Seven days of one provider or room. */
export const diaryWeek: Operation = query("diary.week", {
  permission: "diary.view",
  audit: null,
  run: async (call) => {
    const { tx, context, query: asked } = call;
    const { zone, orgId } = context.organisation;
    const catalogue = await catalogueInside(tx, orgId);
    const provider = catalogue.providers.get(asked.resourceId);
    const room = catalogue.rooms.get(asked.resourceId);
    const name = provider?.displayName ?? room?.name;
    if (name === undefined) return refuse("not_found");
    if (provider !== undefined && !seesProvider(context, provider)) return refuse("not_found");
    const from = dateOr(asked.from, context.nowMs, zone);
    if (from === null) return refuseField("from", "bad_date");
    const kind = provider === undefined ? "room" : "provider";
    const days = Array.from(
      { length: 7 },
      (_, day) => ({ resourceId: asked.resourceId, kind, name, localDate: addDays(from, day) }) as const,
    );
    return done({ zone, from, now: isoOf(context.nowMs), columns: await columnsOf(call, catalogue, zone, days) });
  },
});

function dateOr(text: string | undefined, nowMs: number, zone: ZoneId): LocalDate | null {
  if (text === undefined) return localDateOf(minuteOfEpochMs(nowMs), zone);
  const parsed = parseLocalDate(text);
  return parsed.ok ? parsed.localDate : null;
}

type Provider = Catalogue["providers"] extends ReadonlyMap<string, infer P> ? P : never;

/** Administrators see every calendar, others those of their departments and their own [ID-04]. */
function seesProvider({ actor }: Context, provider: Provider): boolean {
  if (actor.roles.includes("administrator")) return true;
  return provider.id === actor.providerId || provider.departmentIds.some((id) => actor.departmentIds.includes(id));
}

function providersFor(
  { context }: Call<"diary.day">,
  catalogue: Catalogue,
  asked: { departmentId?: string | undefined; locationId?: string | undefined },
) {
  return [...catalogue.providers.values()]
    .filter(
      (provider) =>
        provider.active &&
        seesProvider(context, provider) &&
        (asked.departmentId === undefined || provider.departmentIds.includes(asked.departmentId)) &&
        (asked.locationId === undefined || provider.locationIds.includes(asked.locationId)),
    )
    .map(({ id, displayName }) => ({ resourceId: id, name: displayName }));
}

function roomsFor(catalogue: Catalogue, locationId: string | undefined) {
  return [...catalogue.rooms.values()]
    .filter((room) => room.active && (locationId === undefined || room.locationId === locationId))
    .map(({ id, name }) => ({ resourceId: id, name }));
}

type DiaryCall = TransactionCall<"diary.day"> | TransactionCall<"diary.week">;

async function columnsOf(
  call: DiaryCall,
  catalogue: Catalogue,
  zone: ZoneId,
  columns: readonly ColumnOf[],
): Promise<DiaryColumn[]> {
  const { tx, context, keyring } = call;
  const { orgId } = context.organisation;
  if (columns.length === 0) return [];
  const days = columns.map(({ localDate }) => localDayBounds(localDate, zone));
  const window: TimeRange = {
    startsAt: asMinute(Math.min(...days.map(({ startsAt }) => startsAt))),
    endsAt: asMinute(Math.max(...days.map(({ endsAt }) => endsAt))),
  };
  const ids = [...new Set(columns.map(({ resourceId }) => resourceId))];
  const bounds = [instantText(window.startsAt), instantText(window.endsAt)];
  const rows = (await tx.all(selectByTime, [orgId, ...bounds])).filter(
    (row) => ids.includes(row.providerId) || (row.roomId !== null && ids.includes(row.roomId)),
  );
  const seen = rows.filter((row) => isWithinReach(context.actor, "appointment.view", row));
  const patients = await readPatients(
    tx,
    keyring,
    orgId,
    seen.map(({ patientId }) => patientId),
  );
  await auditReads(call, "diary", [...patients.keys()]);
  const blocks = await blocksOf(tx, orgId, ids, window, bounds, zone);
  return columns.map((column): DiaryColumn => {
    const day = localDayBounds(column.localDate, zone);
    const own = rows.filter(
      (row) =>
        (column.kind === "provider" ? row.providerId : row.roomId) === column.resourceId &&
        isIn(day, minuteOfIso(row.startsAt)),
    );
    const provider = catalogue.providers.get(column.resourceId);
    const room = catalogue.rooms.get(column.resourceId);
    return {
      key: `${column.resourceId} ${column.localDate}`,
      resourceId: column.resourceId,
      name: column.name,
      kind: column.kind,
      localDate: column.localDate,
      locationIds: [...(provider?.locationIds ?? (room === undefined ? [] : [room.locationId]))],
      blocks: (blocks.get(column.resourceId) ?? []).filter(
        (block) => isIn(day, minuteOfIso(block.startsAt)) || isIn(day, (minuteOfIso(block.endsAt) - 1) as Minute),
      ),
      appointments: own.map((row) => diaryAppointment(context, catalogue, row, patients.get(row.patientId))),
    };
  });
}

const isIn = (range: TimeRange, minute: Minute): boolean => minute >= range.startsAt && minute < range.endsAt;

function diaryAppointment(
  context: Context,
  catalogue: Catalogue,
  row: AppointmentRow,
  patient: PatientRecord | undefined,
): DiaryAppointment {
  const service = catalogue.services.get(row.serviceId);
  const isSeen = isWithinReach(context.actor, "appointment.view", row);
  const startsAt = minuteOfIso(row.startsAt);
  const endsAt = minuteOfIso(row.endsAt);
  return {
    id: row.id,
    reference: isSeen ? row.reference : null,
    version: row.version,
    shown: isSeen ? shownStatus(visitOf(row)) : "scheduled",
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    localStart: localOf(startsAt, row.zone).localTime,
    localEnd: localOf(endsAt, row.zone).localTime,
    serviceId: isSeen ? row.serviceId : null,
    serviceName: isSeen ? (service?.name ?? { en: "", es: "" }) : { en: "Taken", es: "Ocupado" },
    patientId: isSeen ? row.patientId : null,
    patientName: isSeen && patient !== undefined ? formatNameForList(patient) : null,
    providerId: row.providerId,
    roomId: row.roomId,
    roomName: row.roomId === null ? null : (catalogue.rooms.get(row.roomId)?.name ?? null),
    locationId: row.locationId,
    bookedOnline: isSeen && (row.channel === "online" || row.channel === "link"),
    confirmed: isSeen && row.confirmedAt !== null,
    verifiedPatient: patient !== undefined && (patient.emailVerifiedAt !== null || patient.phoneVerifiedAt !== null),
    allowed:
      isSeen && service !== undefined
        ? allowedFor(context.actor, row, lifecycleContext(row, { nowMs: context.nowMs, policy: service.policy }))
        : [],
  };
}

type Block = DiaryColumn["blocks"][number];

async function blocksOf(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  window: TimeRange,
  bounds: readonly string[],
  zone: ZoneId,
): Promise<ReadonlyMap<string, Block[]>> {
  const schedules = await readSchedules(tx, orgId, ids);
  const holidays = await readHolidays(tx, orgId);
  const closures = await tx.all(selectClosures, [orgId, ids, ...bounds]);
  const holds = await tx.all(selectHolds, [orgId, ids, ...bounds]);
  const block = (
    kind: Block["kind"],
    range: { startsAt: number; endsAt: number },
    label: Block["label"],
    id: string | null,
  ): Block => ({
    id,
    kind,
    startsAt: instantText(asMinute(range.startsAt)),
    endsAt: instantText(asMinute(range.endsAt)),
    localStart: localOf(asMinute(range.startsAt), zone).localTime,
    localEnd: localOf(asMinute(range.endsAt), zone).localTime,
    label,
  });
  return new Map(
    ids.map((id) => {
      const { rules = [], exceptions = [] } = schedules.get(id) ?? {};
      const breaks = expandClosedTimes(rules, exceptions, holidays, window).filter(({ why }) => why === "break");
      return [
        id,
        [
          ...expandOpenings(rules, exceptions, holidays, window).map((open) => block("open", open, null, null)),
          ...breaks.map((pause) => block("break", pause, { en: "Break", es: "Pausa" }, null)),
          ...closures
            .filter(({ resourceId }) => resourceId === id)
            .map((closure) => block("closure", closure, closureNames[closure.kind] ?? null, closure.id)),
          ...holds
            .filter(({ resourceId }) => resourceId === id)
            .map((hold) => block("hold", hold, { en: "Being booked", es: "Reservándose" }, null)),
        ],
      ];
    }),
  );
}
