import type { Appointment } from "../../../contract/routes/appointments.ts";
import { grantFor } from "../../../domain/access/index.ts";
import {
  type ChangeFeed,
  type DirectCall,
  done,
  functionCommand,
  type Operation,
  type Refusal,
  type Result,
  refuse,
  refuseField,
} from "../../_kernel/index.ts";
import { type CalendarCache, minuteOfIso } from "../../availability/index.ts";
import { type Catalogue, type CatalogueService, catalogueOf } from "../../directory/index.ts";
import { type PatientWithKey, readPatientsWithKeys } from "../../patients/index.ts";
import { bookVisit, bookVisitValues, changeRecord, confirmation, newAppointmentRow } from "../book-visit.ts";
import { announce } from "../booking-change.ts";
import { claimsOfVisit, onTheWay, planVisit, type VisitPlan } from "../plan-visit.ts";
import { present, presentAppointments } from "../present-appointments.ts";
import { readAppointment, storedEffect } from "../read-appointments.ts";
import { refuseTime } from "../refuse-time.ts";
import { isWithinReach } from "../viewer.ts";

type Call = DirectCall<"appointments.book-directly">;

/** The desk or the clinician books at once, after the client was verified by name and a second identifier [BOOK-02]. */
export function bookDirectly(cache: CalendarCache, feed: ChangeFeed): Operation {
  return functionCommand("appointments.book-directly", {
    permission: "appointment.book",
    publicBecause: "the permission is shared with booking a hold; a visitor is refused before anything is read",
    audit: "appointment.book",
    run: async (call) => {
      const { context, body, database } = call;
      const { orgId } = context.organisation;
      const catalogue = await catalogueOf(database, orgId);
      const service = catalogue.services.get(body.serviceId);
      const provider = catalogue.providers.get(body.providerId);
      if (service === undefined || !service.active || provider === undefined) return refuse("not_found");
      const isStaff = context.actor.roles.some((role) => role !== "public" && role !== "patient");
      const subject = { patientId: "", providerId: body.providerId, departmentId: service.departmentId };
      if (!isStaff) return refuse(context.actor.anonymous ? "unauthenticated" : "forbidden");
      if (!isWithinReach(context.actor, "appointment.book", subject)) return refuse("forbidden");
      const client = await readClient(call);
      if (!client.ok) return client;

      const wanted = {
        orgId,
        catalogue,
        service,
        providerId: body.providerId,
        locationId: body.locationId,
        roomId: body.roomId,
        startsAt: minuteOfIso(body.startsAt),
        patientId: body.patientId,
        holder: context.actor.holder,
        setAside: mayOverride(call) ? body.override?.rules : undefined,
        onTheWay: onTheWay(call.duties),
      };
      const plan = await planVisit(cache, wanted);
      if (!plan.ok) {
        // A retry of a success would be refused by its own booking: the key is looked up first (DESIGN.md 3).
        const earlier = await replayed(call, catalogue);
        return earlier ?? refuseTime(cache, context, { ...wanted, locationId: body.locationId ?? null }, plan.reasons);
      }
      const booking = { catalogue, service, plan, client: client.value, feed };
      return book(call, booking).finally(() => setImmediate(plan.release));
    },
    help: (call, refusal) => helpWithTimes(call, refusal, cache),
  });
}

const mayOverride = ({ context }: Call): boolean => grantFor("appointment.override", context.actor.roles) !== null;

async function readClient({ context, body, database, keyring }: Call): Promise<Result<PatientWithKey>> {
  const { orgId } = context.organisation;
  return database.transaction({ orgId }, async (tx) => {
    const found = (await readPatientsWithKeys(tx, keyring, orgId, [body.patientId])).get(body.patientId);
    return found === undefined ? refuseField("patientId", "unknown_reference") : done(found);
  });
}

interface Booking {
  readonly catalogue: Catalogue;
  readonly service: CatalogueService;
  readonly plan: VisitPlan;
  readonly client: PatientWithKey;
  readonly feed: ChangeFeed;
}

async function book(call: Call, { catalogue, service, plan, client, feed }: Booking): Promise<Result<Appointment>> {
  const { context, body, database, duties } = call;
  const { orgId } = context.organisation;
  const { patient, key: patientKey } = client;
  const row = newAppointmentRow({
    ...plan,
    context,
    service,
    patientId: patient.id,
    patientKey,
    channel: body.channel,
    reason: body.reason,
    notes: body.notes,
  });
  call.audit.subjectType = "appointment";
  call.audit.subjectId = row.id;
  call.audit.patientId = patient.id;
  call.audit.details = { identityCheckedBy: body.identityCheckedBy, overridden: plan.overridden };
  const claims = claimsOfVisit({ ...row, ...plan.visit });
  const announced = announce({
    type: "appointment.booked",
    orgId,
    subjectId: row.id,
    sequence: 0,
    appointmentId: row.id,
    patientId: patient.id,
    serviceId: service.id,
    visits: [{ ...plan.visit, zone: plan.zone }],
    taken: claims,
  });
  const values = bookVisitValues({
    orgId,
    duties,
    holdId: null,
    holder: null,
    reacquire: false,
    movingId: null,
    expectedVersion: null,
    claims,
    row,
    origins: {
      bookedBy: context.actor.personId,
      identityCheckedBy: body.identityCheckedBy,
      overrides: plan.overridden,
    },
    change: changeRecord({
      context,
      appointmentId: row.id,
      kind: "booked",
      actorRole: "staff",
      requester: "patient",
      channel: body.channel,
      reason: plan.overridden.length > 0 ? body.override?.reason : undefined,
      patientKey,
      fromStatus: null,
      toStatus: "booked",
      newValues: {
        startsAt: row.startsAt,
        providerId: row.providerId,
        roomId: row.roomId,
        locationId: row.locationId,
        overridden: plan.overridden,
      },
    }),
    // The client is at the desk or on the phone, and has just said yes.
    confirmation: confirmation(context, "booking", "verbal"),
    toContact: null,
    audit: duties.auditRow("done", null),
    announced,
  });
  const [booked] = await database.alone(bookVisit, values);
  if (booked === undefined) throw new Error("book_visit gave no row");
  if (booked.effect.replayed === true) return (await replayed(call, catalogue)) ?? refuse("not_found");
  call.afterCommit(() => feed.publish(announced.change));
  return done(present({ context, catalogue }, row, patient, patientKey));
}

async function replayed(call: Call, catalogue: Catalogue): Promise<Result<Appointment> | null> {
  const { context, keyring, database, duties } = call;
  const { orgId } = context.organisation;
  return database.transaction({ orgId }, async (tx) => {
    const earlier = await storedEffect(tx, orgId, duties);
    const row = earlier === null ? undefined : await readAppointment(tx, orgId, earlier.id);
    if (row === undefined) return null;
    const [answer] = await presentAppointments({ tx, keyring, context, catalogue }, [row]);
    return answer === undefined ? null : done(answer);
  });
}

/** The race was lost in the database: the refusal gets its alternatives like any other. */
async function helpWithTimes(call: Call, refusal: Refusal, cache: CalendarCache): Promise<Refusal> {
  const { context, body, database } = call;
  if ((refusal.code !== "slot_taken" && refusal.code !== "patient_busy") || refusal.with?.alternatives !== undefined)
    return refusal;
  const { orgId } = context.organisation;
  const catalogue = await catalogueOf(database, orgId);
  const service = catalogue.services.get(body.serviceId);
  if (service === undefined) return refusal;
  const wanted = {
    orgId,
    catalogue,
    service,
    providerId: body.providerId,
    locationId: body.locationId ?? null,
    startsAt: minuteOfIso(body.startsAt),
    patientId: body.patientId,
  };
  const helped = await refuseTime(cache, context, wanted, null);
  return { ...helped, code: refusal.code };
}
