import { addDays, instantText, type LocalDate, localDayBounds, parseLocalDate } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import {
  auditReads,
  done,
  type Operation,
  query,
  refuse,
  refuseField,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { catalogueInside } from "../../directory/index.ts";
import { readPatients, searchRecords } from "../../patients/index.ts";
import { type AppointmentRow, appointmentColumns } from "../appointment-row.ts";
import { presentAppointments } from "../present-appointments.ts";
import { readAppointmentsById } from "../read-appointments.ts";
import { isVisibleTo } from "../viewer.ts";

const selectOfPatient = statement<AppointmentRow>(
  "booking.appointments-of-patient",
  `select ${appointmentColumns} from appointment a
   where a.org_id = $1 and a.patient_id = $2 and a.status <> 'entered-in-error' order by a.starts_at desc, a.id limit 500`,
);
const selectByReference = statement<AppointmentRow>(
  "booking.appointment-by-reference",
  `select ${appointmentColumns} from appointment a where a.org_id = $1 and a.reference = $2`,
);
const selectOfPatients = statement<AppointmentRow>(
  "booking.appointments-of-patients",
  `select ${appointmentColumns} from appointment a
   where a.org_id = $1 and a.patient_id = any($2) and a.starts_at >= $3 and a.starts_at < $4 order by a.starts_at desc, a.id limit $5`,
);
const selectOfProvider = statement<AppointmentRow>(
  "booking.appointments-of-provider",
  `select ${appointmentColumns} from appointment a
   where a.org_id = $1 and a.provider_id = $2 and a.starts_at >= $3 and a.starts_at < $4 order by a.starts_at desc, a.id limit $5`,
);
const selectOfService = statement<AppointmentRow>(
  "booking.appointments-of-service",
  `select ${appointmentColumns} from appointment a
   where a.org_id = $1 and a.service_id = $2 and a.starts_at >= $3 and a.starts_at < $4 order by a.starts_at desc, a.id limit $5`,
);
const selectByTime = statement<AppointmentRow>(
  "booking.appointments-by-time",
  `select ${appointmentColumns} from appointment a
   where a.org_id = $1 and a.starts_at >= $2 and a.starts_at < $3 order by a.starts_at desc, a.id limit $4`,
);
const selectToContact = statement<{
  appointmentId: string;
  about: "booking" | "change" | "cancellation";
  since: string;
}>(
  "booking.to-contact",
  `select appointment_id as "appointmentId", about, since from still_to_contact where org_id = $1 order by since limit 500`,
);

/** The patient's own appointments here: coming ones soonest first, past ones latest first. */
export const listOwnAppointments: Operation = query("appointments.own", {
  permission: "patient.view",
  audit: null,
  run: async ({ tx, context, keyring }) => {
    const { orgId } = context.organisation;
    const { patientId } = context.actor;
    if (patientId === null) return done({ upcoming: [], past: [] });
    const catalogue = await catalogueInside(tx, orgId);
    const rows = await tx.all(selectOfPatient, [orgId, patientId]);
    const shown = await presentAppointments({ tx, keyring, context, catalogue }, rows);
    const isUpcoming = (index: number): boolean => {
      const row = rows[index];
      return (
        row !== undefined &&
        Temporal.Instant.from(row.endsAt).epochMilliseconds > context.nowMs &&
        !["cancelled", "noshow", "fulfilled"].includes(row.status)
      );
    };
    return done({
      upcoming: shown.filter((_, index) => isUpcoming(index)).reverse(),
      past: shown.filter((_, index) => !isUpcoming(index)),
    });
  },
});

export const listPatientAppointments: Operation = query("patients.appointments", {
  permission: "patient.view",
  audit: "patient.view-appointments",
  run: async (call) => {
    const { tx, context, keyring, params } = call;
    const { orgId } = context.organisation;
    call.audit.subjectType = "patient";
    call.audit.subjectId = params.id;
    const rows = await tx.all(selectOfPatient, [orgId, params.id]);
    const visible = rows.filter((row) => isVisibleTo(context.actor, row));
    const isKnown = (await readPatients(tx, keyring, orgId, [params.id])).has(params.id);
    // Who has only their own patients is not told that somebody else is one.
    const isReached = call.scope !== "own" || params.id === context.actor.patientId || visible.length > 0;
    if (!isKnown || !isReached) return refuse("not_found");
    call.audit.patientId = params.id;
    const catalogue = await catalogueInside(tx, orgId);
    return done({ appointments: await presentAppointments({ tx, keyring, context, catalogue }, visible) });
  },
});

const limitUnlessAsked = 50;
/** An open end of the search reaches this far. */
const farDays = 366;

/** By patient (name, contact, birth date), reference, provider, service, status and dates [BOOK-11]. */
export const searchAppointments: Operation = query("appointments.search", {
  permission: "appointment.search",
  audit: null,
  run: async (call) => {
    const { tx, context, keyring, query: asked } = call;
    const { orgId, zone } = context.organisation;
    for (const field of ["from", "to"] as const) {
      const text = asked[field];
      if (text !== undefined && !parseLocalDate(text).ok) return refuseField(field, "bad_date");
    }
    const today = Temporal.Instant.fromEpochMilliseconds(context.nowMs)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString() as LocalDate;
    const from = (asked.from ?? addDays(today, -farDays)) as LocalDate;
    const to = (asked.to ?? addDays(today, 2 * farDays)) as LocalDate;
    if (from > to) return refuseField("to", "out_of_range", { minimum: from, maximum: "9999-12-31" });
    const bounds = [instantText(localDayBounds(from, zone).startsAt), instantText(localDayBounds(to, zone).endsAt)];
    const limit = asked.limit ?? limitUnlessAsked;
    const found = await findRows(call, bounds, limit);
    const fitting = found.filter(
      (row) =>
        isVisibleTo(context.actor, row) &&
        (asked.status === undefined || row.status === asked.status) &&
        (asked.providerId === undefined || row.providerId === asked.providerId) &&
        (asked.serviceId === undefined || row.serviceId === asked.serviceId) &&
        (asked.patientId === undefined || row.patientId === asked.patientId),
    );
    const shown = fitting.slice(0, limit);
    await auditReads(
      call,
      "appointment-search",
      shown.map(({ patientId }) => patientId),
    );
    const catalogue = await catalogueInside(tx, orgId);
    return done({
      appointments: await presentAppointments({ tx, keyring, context, catalogue }, shown),
      more: fitting.length > limit,
    });
  },
});

/** The narrowest index that serves what was asked; the rest is filtered from a bounded number of rows. */
async function findRows(
  call: TransactionCall<"appointments.search">,
  bounds: readonly string[],
  limit: number,
): Promise<AppointmentRow[]> {
  const { tx, context, keyring, query: asked } = call;
  const { orgId } = context.organisation;
  const text = asked.text?.trim() ?? "";
  const filters = [asked.status, text || undefined, asked.patientId, asked.providerId, asked.serviceId];
  const isSiftedAfter = call.scope !== "organisation" || filters.filter((filter) => filter !== undefined).length > 1;
  const most = isSiftedAfter || asked.status !== undefined ? 2_000 : limit + 1;
  if (/^[0-9a-z]{3}-?[0-9a-z]{4}$/i.test(text)) {
    const plain = text.replace("-", "").toUpperCase();
    const rows = await tx.all(selectByReference, [orgId, `${plain.slice(0, 3)}-${plain.slice(3)}`]);
    if (rows.length > 0) return rows;
  }
  if (text !== "") {
    const { organisation, locale } = context;
    const { found } = await searchRecords({ tx, keyring, organisation, locale, ofProviderId: null }, text);
    return tx.all(selectOfPatients, [orgId, found.map(({ record }) => record.id), ...bounds, most]);
  }
  if (asked.patientId !== undefined) return tx.all(selectOfPatients, [orgId, [asked.patientId], ...bounds, most]);
  if (asked.providerId !== undefined) return tx.all(selectOfProvider, [orgId, asked.providerId, ...bounds, most]);
  if (asked.serviceId !== undefined) return tx.all(selectOfService, [orgId, asked.serviceId, ...bounds, most]);
  return tx.all(selectByTime, [orgId, ...bounds, most]);
}

/** Every change stays here until its confirmation by the client is on record [BOOK-09]. */
export const listToContact: Operation = query("appointments.to-contact", {
  permission: "appointment.search",
  audit: null,
  run: async (call) => {
    const { tx, context, keyring } = call;
    const { orgId } = context.organisation;
    if (!context.actor.roles.some((role) => role !== "public" && role !== "patient")) return refuse("forbidden");
    const entries = await tx.all(selectToContact, [orgId]);
    const rows = await readAppointmentsById(
      tx,
      orgId,
      entries.map(({ appointmentId }) => appointmentId),
    );
    const visible = rows.filter((row) => isVisibleTo(context.actor, row));
    await auditReads(
      call,
      "to-contact",
      visible.map(({ patientId }) => patientId),
    );
    const catalogue = await catalogueInside(tx, orgId);
    const shown = new Map(
      (await presentAppointments({ tx, keyring, context, catalogue }, visible)).map((each) => [each.id, each]),
    );
    return done({
      entries: entries.flatMap(({ appointmentId, about, since }) => {
        const appointment = shown.get(appointmentId);
        return appointment === undefined ? [] : [{ appointment, about, since }];
      }),
    });
  },
});
