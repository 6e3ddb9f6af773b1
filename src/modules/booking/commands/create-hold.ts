import { isoOf } from "../../../platform/clock/clock.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import { statement } from "../../../platform/db/statement.ts";
import { type ChangeFeed, type DirectCall, functionCommand, type Operation, refuse, refuseField } from "../../_kernel/index.ts";
import { type CalendarCache, minuteOfIso, ownClaims } from "../../availability/index.ts";
import { catalogueOf } from "../../directory/index.ts";
import { announce } from "../booking-change.ts";
import { type HoldRow, presentHold, readOwnHold } from "../hold-row.ts";
import { asWanted, claimsOfVisit, planVisit, withoutOwn } from "../plan-visit.ts";
import { refuseTime } from "../refuse-time.ts";

const holdVisit = statement<{ effect: { id: string; replayed?: true } }>(
  "booking.hold-visit",
  "select hold_visit($1, $2, $3, $4, $5, $6, $7, $8, $9) as effect",
);

/** Holds a free time for a few minutes; an older hold of the same person on the same service gives way [BOOK-05]. */
export function createHold(cache: CalendarCache, feed: ChangeFeed): Operation {
  return functionCommand("holds.create", {
    permission: "hold.create",
    publicBecause: "a visitor holds a time first and signs in, registers or gives their contact after",
    audit: "hold.create",
    perMinute: 60,
    run: async (call) => {
      const { context, body, database, duties } = call;
      const { organisation, actor } = context;
      const { orgId } = organisation;
      const catalogue = await catalogueOf(database, orgId);
      const service = catalogue.services.get(body.serviceId);
      if (service === undefined || !service.active || !service.onlineBookable) return refuse("not_found");
      const own = await ownClaims(database, context, body.movingAppointmentId);
      if (own?.size === 0) return refuseField("movingAppointmentId", "unknown_reference");
      const question = { orgId, catalogue, service, holder: actor.holder, patientId: actor.patientId, ownClaims: own };
      const startsAt = minuteOfIso(body.startsAt);
      const wanted = { ...question, providerId: body.providerId, locationId: body.locationId, startsAt };
      const plan = await planVisit(cache, wanted);
      if (!plan.ok) return refuseTime(cache, context, { ...wanted, locationId: body.locationId ?? null }, plan.reasons);

      const { bufferBeforeMinutes, bufferAfterMinutes, policy } = service;
      const visit = { ...plan.visit, providerId: plan.providerId, roomId: plan.roomId, patientId: actor.patientId, bufferBeforeMinutes, bufferAfterMinutes };
      const claims = withoutOwn(claimsOfVisit(visit), own);
      const id = newId();
      call.audit.subjectType = "hold";
      call.audit.subjectId = id;
      call.audit.patientId = actor.patientId;
      const expiresAtMs = cache.nowMs() + policy.holdMinutes * 60_000;
      const announced = announce({
        type: "hold.created",
        orgId,
        subjectId: id,
        sequence: 0,
        appointmentId: null,
        patientId: actor.patientId,
        serviceId: service.id,
        visits: [{ ...plan.visit, zone: plan.zone }],
        hold: { id, holder: actor.holder, expiresAtMs, ranges: claims },
      });
      const hold = {
        id,
        holder: `\\x${actor.holder.toString("hex")}`,
        address_hash: actor.anonymous ? `\\x${context.addressHash.toString("hex")}` : null,
        service_id: service.id,
        provider_id: plan.providerId,
        room_id: plan.roomId,
        location_id: plan.locationId,
        patient_id: actor.patientId,
        moving_appointment_id: body.movingAppointmentId ?? null,
        starts_at: isoOf(plan.visit.startsAt * 60_000),
        ends_at: isoOf(plan.visit.endsAt * 60_000),
      };
      const [row] = await database.alone(holdVisit, [
        orgId,
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
      if (row.effect.replayed === undefined) call.afterCommit(() => feed.publish(announced.change));
      const stored = await readHold(call, row.effect.id);
      return stored === null ? refuse("hold_expired") : { ok: true, value: presentHold(stored, catalogue, context) };
    },
    help: async (call, refusal) => {
      if (refusal.code !== "slot_taken" && refusal.code !== "patient_busy") return refusal;
      if (refusal.with?.alternatives !== undefined) return refusal;
      const { context, body, database } = call;
      const catalogue = await catalogueOf(database, context.organisation.orgId);
      const service = catalogue.services.get(body.serviceId);
      if (service === undefined) return refusal;
      const helped = await refuseTime(
        cache,
        context,
        {
          orgId: context.organisation.orgId,
          catalogue,
          service,
          providerId: body.providerId,
          locationId: body.locationId ?? null,
          startsAt: minuteOfIso(body.startsAt),
          patientId: context.actor.patientId,
          holder: context.actor.holder,
        },
        null,
      );
      return { ...helped, code: refusal.code };
    },
  });
}

function readHold(call: DirectCall<"holds.create">, id: string): Promise<HoldRow | null> {
  const { orgId } = call.context.organisation;
  return call.database.transaction({ orgId }, (tx) => readOwnHold(tx, call.context, id));
}

