import type { Appointment } from "../../../contract/routes/appointments.ts";
import type { TimeRange } from "../../../domain/time/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import {
  type ChangeFeed,
  type DirectCall,
  done,
  functionCommand,
  type Operation,
  type Result,
  refuse,
} from "../../_kernel/index.ts";
import { type CalendarCache, minuteOfIso } from "../../availability/index.ts";
import { type Catalogue, type CatalogueService, catalogueOf } from "../../directory/index.ts";
import { type PatientRecord, readPatientsWithKeys } from "../../patients/index.ts";
import type { AppointmentRow } from "../appointment-row.ts";
import { bookVisit, bookVisitValues, changeRecord, confirmation, newAppointmentRow } from "../book-visit.ts";
import { announce } from "../booking-change.ts";
import { type HoldRow, isLapsed, lockOwnHold, readOwnHold } from "../hold-row.ts";
import { patientForHold } from "../patient-for-hold.ts";
import { claimsOfVisit, planVisit } from "../plan-visit.ts";
import { present, presentAppointments } from "../present-appointments.ts";
import { readAppointment, storedEffect } from "../read-appointments.ts";

type Call = DirectCall<"appointments.book">;

/** Everything the booking needs to know, read in one short transaction before it. */
interface Prepared {
  readonly hold: HoldRow;
  readonly service: CatalogueService;
  readonly patient: PatientRecord;
  readonly patientKey: Buffer;
}

/** Confirms a hold after 'check your answers': its claims become the visit's [BOOK-01][BOOK-02]. */
export function bookAppointment(cache: CalendarCache, feed: ChangeFeed): Operation {
  return functionCommand("appointments.book", {
    permission: "appointment.book",
    publicBecause:
      "a guest whose contact was verified by a code books without an account, where the organisation allows it",
    audit: "appointment.book",
    run: async (call) => {
      const { context, database } = call;
      const catalogue = await catalogueOf(database, context.organisation.orgId);
      const prepared = await database.transaction(acting(call), (tx) => prepare(call, tx, catalogue));
      if (!prepared.ok) return prepared;
      if ("answer" in prepared.value) return done(prepared.value.answer);
      return confirmHold(call, catalogue, prepared.value, { cache, feed });
    },
  });
}

const acting = ({ context }: Call) => ({ orgId: context.organisation.orgId, personId: context.actor.personId });

async function prepare(
  call: Call,
  tx: Transaction,
  catalogue: Catalogue,
): Promise<Result<Prepared | { answer: Appointment }>> {
  const { context, body, duties, keyring } = call;
  const { orgId } = context.organisation;
  const hold = await (context.actor.anonymous ? lockOwnHold : readOwnHold)(tx, context, body.holdId);
  if (hold === null) {
    const earlier = await storedEffect(tx, orgId, duties);
    if (earlier === null) return refuse("hold_expired");
    const row = await readAppointment(tx, orgId, earlier.id);
    if (row === undefined) throw new Error("the appointment of a stored effect is gone");
    call.audit.details = { replayed: true };
    const [answer] = await presentAppointments({ tx, keyring, context, catalogue }, [row]);
    return answer === undefined ? refuse("not_found") : done({ answer });
  }
  const service = catalogue.services.get(hold.serviceId);
  if (service === undefined || hold.movingAppointmentId !== null) return refuse("not_allowed_now");
  const who = await patientForHold(call, tx, hold);
  if (!who.ok) return who;
  const patientId = who.value;
  const found = (await readPatientsWithKeys(tx, keyring, orgId, [patientId])).get(patientId);
  return found === undefined
    ? refuse("not_found")
    : done({ hold, service, patient: found.patient, patientKey: found.key });
}

async function confirmHold(
  call: Call,
  catalogue: Catalogue,
  { hold, service, patient, patientKey }: Prepared,
  { cache, feed }: { cache: CalendarCache; feed: ChangeFeed },
): Promise<Result<Appointment>> {
  const { context, body, database, duties } = call;
  const { organisation, actor } = context;
  const { orgId } = organisation;
  const location = catalogue.locations.get(hold.locationId);
  if (location === undefined) throw new Error("a hold names an unknown place");
  const visit: TimeRange = { startsAt: minuteOfIso(hold.startsAt), endsAt: minuteOfIso(hold.endsAt) };
  const row = newAppointmentRow({
    context,
    service,
    patientId: patient.id,
    patientKey,
    providerId: hold.providerId,
    roomId: hold.roomId,
    locationId: hold.locationId,
    visit,
    zone: location.zone,
    channel: "online",
    reason: body.reason,
  });
  call.audit.subjectType = "appointment";
  call.audit.subjectId = row.id;
  call.audit.patientId = patient.id;
  const claims = claimsOfVisit({ ...row, ...visit });
  const announced = announce({
    type: "appointment.booked",
    orgId,
    subjectId: row.id,
    sequence: 0,
    appointmentId: row.id,
    patientId: patient.id,
    serviceId: service.id,
    visits: [{ ...visit, zone: location.zone }],
    taken: claims,
    endedHoldId: hold.id,
  });
  // A lapsed hold is won again where its time is still free by every rule; otherwise it is gone.
  const reacquire = isLapsed(hold) && (await isStillFree(call, cache, catalogue, row, hold));
  const values = bookVisitValues({
    orgId,
    duties,
    holdId: hold.id,
    holder: hold.holder,
    reacquire,
    movingId: null,
    expectedVersion: null,
    claims,
    row,
    origins: { bookedBy: actor.personId, identityCheckedBy: null, overrides: [] },
    change: changeRecord({
      context,
      appointmentId: row.id,
      kind: "booked",
      actorRole: actor.anonymous ? "guest" : "patient",
      requester: "patient",
      channel: "online",
      patientKey,
      fromStatus: null,
      toStatus: "booked",
      newValues: { startsAt: row.startsAt, providerId: row.providerId, roomId: row.roomId, locationId: row.locationId },
    }),
    confirmation: confirmation(context, "booking", "portal"),
    toContact: null,
    audit: duties.auditRow("done", null),
    announced,
  });
  const [booked] = await database.alone(bookVisit, values);
  if (booked === undefined) throw new Error("book_visit gave no row");
  if (booked.effect.replayed === true) return replay(call, catalogue, booked.effect.id);
  call.afterCommit(() => feed.publish(announced.change));
  // A guest has just proved the contact, and reads the confirmation as the patient that they are.
  const reader = actor.patientId === patient.id ? context : { ...context, actor: { ...actor, patientId: patient.id } };
  return done(present({ context: reader, catalogue }, row, patient, patientKey));
}

async function isStillFree(
  call: Call,
  cache: CalendarCache,
  catalogue: Catalogue,
  row: AppointmentRow,
  hold: HoldRow,
): Promise<boolean> {
  const service = catalogue.services.get(row.serviceId);
  if (service === undefined) return false;
  const { orgId } = call.context.organisation;
  const plan = await planVisit(cache, {
    orgId,
    catalogue,
    service,
    providerId: row.providerId,
    locationId: row.locationId,
    roomId: row.roomId ?? undefined,
    startsAt: minuteOfIso(hold.startsAt),
    patientId: row.patientId,
    holder: hold.holder,
  });
  return plan.ok;
}

async function replay(call: Call, catalogue: Catalogue, id: string): Promise<Result<Appointment>> {
  const { context, keyring, database } = call;
  return database.transaction(acting(call), async (tx) => {
    const row = await readAppointment(tx, context.organisation.orgId, id);
    const [answer] = row === undefined ? [] : await presentAppointments({ tx, keyring, context, catalogue }, [row]);
    return answer === undefined ? refuse("not_found") : done(answer);
  });
}
