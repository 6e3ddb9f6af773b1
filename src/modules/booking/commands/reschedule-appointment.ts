import type { Appointment } from "../../../contract/routes/appointments.ts";
import { instantText, type TimeRange } from "../../../domain/time/index.ts";
import { isoOf } from "../../../platform/clock/clock.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import {
  type ChangeFeed,
  type DirectCall,
  done,
  functionCommand,
  type Operation,
  type Result,
  refuse,
  refuseField,
} from "../../_kernel/index.ts";
import { type CalendarCache, type ClaimsByResource, minuteOfIso, ownClaims } from "../../availability/index.ts";
import { type Catalogue, type CatalogueService, catalogueOf } from "../../directory/index.ts";
import type { AppointmentRow } from "../appointment-row.ts";
import { bookVisit, bookVisitValues, changeRecord, confirmation } from "../book-visit.ts";
import { announce } from "../booking-change.ts";
import { type HoldRow, isLapsed, readOwnHold } from "../hold-row.ts";
import { type ClaimRange, claimsOfVisit, planVisit } from "../plan-visit.ts";
import { presentAppointments } from "../present-appointments.ts";
import { readAppointment, storedEffect } from "../read-appointments.ts";
import { refusalOfDecision } from "../refuse-step.ts";
import { refuseTime } from "../refuse-time.ts";
import { decideFor, isOnlyClient, isVisibleTo, isWithinReach, lifecycleContext } from "../viewer.ts";

type Call = DirectCall<"appointments.reschedule">;

interface NewTime {
  readonly providerId: string;
  readonly roomId: string | null;
  readonly locationId: string;
  readonly visit: TimeRange;
  readonly overridden: readonly string[];
  readonly hold: HoldRow | null;
}

/** Gives an appointment a new time in one transaction; it keeps identity, reference and calendar entry [BOOK-07]. */
export function rescheduleAppointment(cache: CalendarCache, feed: ChangeFeed): Operation {
  return functionCommand("appointments.reschedule", {
    permission: "appointment.reschedule",
    publicBecause: "the holder of a verified manage link moves an appointment; whoever may not see it gets 404",
    audit: "appointment.reschedule",
    run: async (call) => {
      const { context, params, database, duties } = call;
      const { orgId } = context.organisation;
      const catalogue = await catalogueOf(database, orgId);
      const found = await inside(call, async (tx) => ({
        row: await readAppointment(tx, orgId, params.id),
        earlier: await storedEffect(tx, orgId, duties),
        patientKey: await patientKeyOf(call, tx),
        hold: call.body.holdId === undefined ? null : await readOwnHold(tx, context, call.body.holdId),
      }));
      const { row } = found;
      if (row === undefined || !isVisibleTo(context.actor, row)) return refuse("not_found");
      call.audit.subjectType = "appointment";
      call.audit.subjectId = row.id;
      call.audit.patientId = row.patientId;
      if (found.earlier !== null) return answer(call, catalogue);
      const service = catalogue.services.get(row.serviceId);
      if (service === undefined) return refuse("not_found");
      if (row.version !== call.ifMatch) return (await replayed(call, catalogue)) ?? refuseStale(call, catalogue);
      const isClient = isOnlyClient(context.actor, row);
      const byClinic = !isClient && (call.body.requester === "clinic" || call.body.requester === "provider");
      const mayOverride = !isClient && mayOverrideFor(call, row) && call.body.override !== undefined;
      const facts = lifecycleContext(row, {
        nowMs: cache.nowMs(),
        policy: service.policy,
        reason: call.body.reason,
        overrides: mayOverride,
        wishedByClinic: byClinic,
      });
      const decision = decideFor(context.actor, row, "reschedule", facts);
      if (!decision.ok) return inside(call, (tx) => refusalOfDecision({ ...call, catalogue, tx }, decision, row));

      const own = await ownClaims(database, context, row.id);
      const time = await newTime(call, { cache, catalogue, service, row, own, hold: found.hold });
      if (!time.ok) return (await replayed(call, catalogue)) ?? time;
      const moved = movedRow(row, time.value, decision.next, service, catalogue);
      return move(call, { catalogue, feed, row, moved, time: time.value, own, patientKey: found.patientKey });
    },
    help: async (call, refusal) =>
      refusal.code === "stale_version"
        ? refuseStale(call, await catalogueOf(call.database, call.context.organisation.orgId))
        : refusal,
  });
}

const mayOverrideFor = ({ context }: Call, row: AppointmentRow): boolean =>
  isWithinReach(context.actor, "appointment.override", { ...row, patientId: "" });

function inside<T>(call: Call, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { context, database } = call;
  return database.transaction({ orgId: context.organisation.orgId, personId: context.actor.personId }, work);
}

async function patientKeyOf(call: Call, tx: Transaction): Promise<Buffer | undefined> {
  const { orgId } = call.context.organisation;
  const row = await readAppointment(tx, orgId, call.params.id);
  return row === undefined ? undefined : (await call.keyring.patients(tx, orgId, [row.patientId])).get(row.patientId);
}

async function answer(call: Call, catalogue: Catalogue): Promise<Result<Appointment>> {
  const { context, keyring, params } = call;
  return inside(call, async (tx) => {
    const row = await readAppointment(tx, context.organisation.orgId, params.id);
    const [shown] = row === undefined ? [] : await presentAppointments({ tx, keyring, context, catalogue }, [row]);
    return shown === undefined ? refuse("not_found") : done(shown);
  });
}

/** An equal request was quicker while this one was being worked out: its answer is this one's too (DESIGN.md 3). */
async function replayed(call: Call, catalogue: Catalogue): Promise<Result<Appointment> | null> {
  const earlier = await inside(call, (tx) => storedEffect(tx, call.context.organisation.orgId, call.duties));
  return earlier === null ? null : answer(call, catalogue);
}

async function refuseStale(call: Call, catalogue: Catalogue) {
  const current = await answer(call, catalogue);
  return refuse("stale_version", current.ok ? { with: { current: current.value } } : {});
}

interface NewTimeQuestion {
  readonly cache: CalendarCache;
  readonly catalogue: Catalogue;
  readonly service: CatalogueService;
  readonly row: AppointmentRow;
  readonly own: ClaimsByResource | undefined;
  readonly hold: HoldRow | null;
}

/** From the hold that the patient chose, or asked of the evaluator for the desk. */
async function newTime(
  call: Call,
  { cache, catalogue, service, row, own, hold }: NewTimeQuestion,
): Promise<Result<NewTime>> {
  const { body, context } = call;
  if (body.holdId !== undefined) {
    if (hold === null || isLapsed(hold)) return refuse("hold_expired");
    if (hold.movingAppointmentId !== row.id || hold.serviceId !== row.serviceId) return refuse("not_allowed_now");
    const visit = { startsAt: minuteOfIso(hold.startsAt), endsAt: minuteOfIso(hold.endsAt) };
    return done({
      providerId: hold.providerId,
      roomId: hold.roomId,
      locationId: hold.locationId,
      visit,
      overridden: [],
      hold,
    });
  }
  if (body.startsAt === undefined) return refuseField("startsAt", "required");
  if (isOnlyClient(context.actor, row)) return refuseField("holdId", "required");
  const providerId = body.providerId ?? row.providerId;
  // Whose calendar it goes to is as much a question of reach as whose visit it is.
  const target = { patientId: "", providerId, departmentId: row.departmentId };
  if (!isWithinReach(context.actor, "appointment.book", target)) return refuse("forbidden");
  const wanted = {
    orgId: context.organisation.orgId,
    catalogue,
    service,
    providerId,
    locationId: body.locationId ?? (body.providerId === undefined ? row.locationId : undefined),
    roomId: body.roomId,
    startsAt: minuteOfIso(body.startsAt),
    patientId: row.patientId,
    holder: context.actor.holder,
    ownClaims: own,
    setAside: isWithinReach(context.actor, "appointment.override", target) ? body.override?.rules : undefined,
  };
  const plan = await planVisit(cache, wanted);
  if (!plan.ok) return refuseTime(cache, context, { ...wanted, locationId: wanted.locationId ?? null }, plan.reasons);
  return done({ ...plan, hold: null });
}

function movedRow(
  row: AppointmentRow,
  time: NewTime,
  next: {
    version: number;
    sequence: number;
    confirmedAtMs: number | null;
    rescheduledAtMs: number | null;
    rescheduleCount: number;
  },
  service: CatalogueService,
  catalogue: Catalogue,
): AppointmentRow {
  const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoOf(ms));
  return {
    ...row,
    version: next.version,
    sequence: next.sequence,
    confirmedAt: isoOrNull(next.confirmedAtMs),
    rescheduledAt: isoOrNull(next.rescheduledAtMs),
    rescheduleCount: next.rescheduleCount,
    providerId: time.providerId,
    roomId: time.roomId,
    locationId: time.locationId,
    zone: catalogue.locations.get(time.locationId)?.zone ?? row.zone,
    startsAt: instantText(time.visit.startsAt),
    endsAt: instantText(time.visit.endsAt),
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
  };
}

interface Move {
  readonly catalogue: Catalogue;
  readonly feed: ChangeFeed;
  readonly row: AppointmentRow;
  readonly moved: AppointmentRow;
  readonly time: NewTime;
  readonly own: ClaimsByResource | undefined;
  readonly patientKey: Buffer | undefined;
}

async function move(
  call: Call,
  { catalogue, feed, row, moved, time, own, patientKey }: Move,
): Promise<Result<Appointment>> {
  const { context, body, database, duties } = call;
  const { orgId } = context.organisation;
  const claims = claimsOfVisit({ ...moved, ...time.visit });
  const freed: ClaimRange[] = [...(own ?? [])].flatMap(([resourceId, ranges]) =>
    ranges.map((range) => ({ resourceId, ...range })),
  );
  const isOwnMove = isOnlyClient(context.actor, row);
  const announced = announce({
    type: "appointment.moved",
    orgId,
    subjectId: row.id,
    sequence: moved.sequence,
    appointmentId: row.id,
    patientId: row.patientId,
    serviceId: row.serviceId,
    visits: [
      { ...time.visit, zone: moved.zone },
      { startsAt: minuteOfIso(row.startsAt), endsAt: minuteOfIso(row.endsAt), zone: row.zone },
    ],
    freed,
    taken: claims,
    endedHoldId: time.hold?.id,
  });
  call.audit.details = { from: row.startsAt, to: moved.startsAt, overridden: time.overridden };
  const values = bookVisitValues({
    orgId,
    duties,
    holdId: time.hold?.id ?? null,
    holder: time.hold === null ? null : context.actor.holder,
    reacquire: false,
    movingId: row.id,
    expectedVersion: call.ifMatch,
    claims,
    row: moved,
    origins: { bookedBy: null, identityCheckedBy: null, overrides: time.overridden },
    change: changeRecord({
      context,
      appointmentId: row.id,
      kind: "moved",
      actorRole: isOwnMove ? "patient" : "staff",
      requester: isOwnMove ? "patient" : body.requester,
      channel: isOwnMove ? "online" : "desk",
      reason: body.reason ?? body.override?.reason,
      patientKey,
      fromStatus: row.status,
      toStatus: moved.status,
      oldValues: {
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        providerId: row.providerId,
        roomId: row.roomId,
        locationId: row.locationId,
      },
      newValues: {
        startsAt: moved.startsAt,
        endsAt: moved.endsAt,
        providerId: moved.providerId,
        roomId: moved.roomId,
        locationId: moved.locationId,
        overridden: time.overridden,
      },
    }),
    confirmation: isOwnMove ? confirmation(context, "change", "portal") : null,
    toContact: isOwnMove ? null : "change",
    audit: duties.auditRow("done", null),
    announced,
  });
  const [result] = await database.alone(bookVisit, values);
  if (result === undefined) throw new Error("book_visit gave no row");
  if (result.effect.replayed === undefined) call.afterCommit(() => feed.publish(announced.change));
  return answer(call, catalogue);
}
