import type { Hold } from "../../../contract/routes/availability.ts";
import { instantText } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  type ChangeFeed,
  type DirectCall,
  functionCommand,
  type Operation,
  type Result,
  refuse,
  refuseField,
} from "../../_kernel/index.ts";
import {
  type CalendarCache,
  type ClaimsByResource,
  minuteOfIso,
  ownClaims,
  type WantedVisit,
} from "../../availability/index.ts";
import { type Catalogue, type CatalogueService, catalogueOf } from "../../directory/index.ts";
import { bytesText } from "../appointment-record.ts";
import { announce } from "../booking-change.ts";
import { type HoldRow, presentHold, readOwnHold } from "../hold-row.ts";
import { asWanted, claimsOfVisit, onTheWay, planVisit, type VisitPlan, withoutOwn } from "../plan-visit.ts";
import { storedEffect } from "../read-appointments.ts";
import { refuseTime } from "../refuse-time.ts";

const holdVisit = statement<{ effect: { id: string; replayed?: true; gaveWay?: readonly string[] } }>(
  "booking.hold-visit",
  "select hold_visit($1, $2, $3, $4, $5, $6, $7, $8, $9) as effect",
);

type Call = DirectCall<"holds.create">;

/** Holds a free time for a few minutes; an older hold of the same person on the same service gives way [BOOK-05]. */
export function createHold(cache: CalendarCache, feed: ChangeFeed): Operation {
  return functionCommand("holds.create", {
    permission: "hold.create",
    publicBecause: "a visitor holds a time first and signs in, registers or gives their contact after",
    audit: "hold.create",
    perMinute: 60,
    run: async (call) => {
      const { context, body, database } = call;
      const { orgId } = context.organisation;
      const catalogue = await catalogueOf(database, orgId);
      const service = catalogue.services.get(body.serviceId);
      if (service === undefined || !service.active || !service.onlineBookable) return refuse("not_found");
      const own = await ownClaims(database, context, body.movingAppointmentId);
      // Another's appointment, a cancelled one, or none: it has nothing that this holder could move.
      if (own?.size === 0)
        return (await replayed(call, catalogue)) ?? refuseField("movingAppointmentId", "unknown_reference");
      const wanted = { ...wantedVisit(call, catalogue, service), ownClaims: own };
      const plan = await planVisit(cache, { ...wanted, locationId: body.locationId, onTheWay: onTheWay(call.duties) });
      if (!plan.ok) return (await replayed(call, catalogue)) ?? refuseTime(cache, context, wanted, plan.reasons);
      const storing = { own, feed, nowMs: cache.nowMs() };
      const stored = await storeHold(call, service, plan, storing).finally(() => setImmediate(plan.release));
      return stored === null ? refuse("hold_expired") : { ok: true, value: presentHold(stored, catalogue, context) };
    },
    /** The race was lost in the database: the refusal gets its alternatives like any other. */
    help: async (call, refusal) => {
      if (refusal.code !== "slot_taken" && refusal.code !== "patient_busy") return refusal;
      if (refusal.with?.alternatives !== undefined) return refusal;
      const catalogue = await catalogueOf(call.database, call.context.organisation.orgId);
      const service = catalogue.services.get(call.body.serviceId);
      if (service === undefined) return refusal;
      const helped = await refuseTime(cache, call.context, wantedVisit(call, catalogue, service), null);
      return { ...helped, code: refusal.code };
    },
  });
}

/** A retry of a success might be refused by what has come since: the key is looked up first (DESIGN.md 3). */
async function replayed(call: Call, catalogue: Catalogue): Promise<Result<Hold> | null> {
  const { context, database, duties } = call;
  const { orgId } = context.organisation;
  return database.transaction({ orgId }, async (tx) => {
    const earlier = await storedEffect(tx, orgId, duties);
    const row = earlier === null ? null : await readOwnHold(tx, context, earlier.id);
    return row === null ? null : { ok: true, value: presentHold(row, catalogue, context) };
  });
}

function wantedVisit({ context, body }: Call, catalogue: Catalogue, service: CatalogueService): WantedVisit {
  return {
    orgId: context.organisation.orgId,
    catalogue,
    service,
    providerId: body.providerId,
    locationId: body.locationId ?? null,
    startsAt: minuteOfIso(body.startsAt),
    patientId: context.actor.patientId,
    holder: context.actor.holder,
  };
}

interface Storing {
  readonly own: ClaimsByResource | undefined;
  readonly feed: ChangeFeed;
  readonly nowMs: number;
}

async function storeHold(
  call: Call,
  service: CatalogueService,
  plan: VisitPlan,
  { own, feed, nowMs }: Storing,
): Promise<HoldRow | null> {
  const { context, body, database, duties } = call;
  const { actor, organisation } = context;
  const { patientId } = actor;
  const { policy } = service;
  const claims = withoutOwn(claimsOfVisit({ ...service, ...plan, ...plan.visit, patientId }), own);
  const id = newId();
  call.audit.subjectType = "hold";
  call.audit.subjectId = id;
  call.audit.patientId = patientId;
  const expiresAtMs = nowMs + policy.holdMinutes * 60_000;
  const announced = announce({
    type: "hold.created",
    orgId: organisation.orgId,
    subjectId: id,
    sequence: 0,
    appointmentId: null,
    patientId,
    serviceId: service.id,
    visits: [{ ...plan.visit, zone: plan.zone }],
    hold: { id, holder: actor.holder, expiresAtMs, ranges: claims },
  });
  const hold = {
    id,
    holder: bytesText(actor.holder),
    address_hash: actor.anonymous ? bytesText(context.addressHash) : null,
    service_id: service.id,
    provider_id: plan.providerId,
    room_id: plan.roomId,
    location_id: plan.locationId,
    patient_id: patientId,
    moving_appointment_id: body.movingAppointmentId ?? null,
    starts_at: instantText(plan.visit.startsAt),
    ends_at: instantText(plan.visit.endsAt),
  };
  const [row] = await database.alone(holdVisit, [
    organisation.orgId,
    duties.actorKey,
    duties.idempotencyKey,
    duties.bodyHash,
    hold,
    JSON.stringify(asWanted(claims)),
    policy.holdMinutes,
    duties.auditRow("done", null),
    announced.outbox,
  ]);
  if (row === undefined) throw new Error("hold_visit gave no row");
  const { id: storedId, replayed, gaveWay = [] } = row.effect;
  if (replayed === undefined) {
    const reloads = gaveWay.map((resourceId) => ({ resourceId, reload: true }) as const);
    const deltas = [...reloads, ...announced.change.deltas];
    call.afterCommit(() => feed.publish({ ...announced.change, deltas }));
  }
  return database.transaction({ orgId: organisation.orgId }, (tx) => readOwnHold(tx, context, storedId));
}
