/**
 * Writes a notice at the moment of sending, from the appointment as it is then; what is no longer true is not sent
 * (DESIGN.md 6). Message kinds other than the three notices do not belong to appointments.
 */
import { systemClock } from "../../platform/clock/clock.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import { type Composed, type Composer, compose, type DueMessage, suppress } from "../messages/index.ts";
import { readPatients } from "../patients/index.ts";
import { readProviderEmail } from "./provider-email.ts";
import { reachableContact } from "./reachable-contact.ts";
import { readVisit, type VisitRow } from "./read-visit.ts";
import type { NoticeKind } from "./visit-notice.ts";
import { visitNoticeOf } from "./visit-notice-of.ts";
import { writePatientMail, writePatientSms } from "./write-patient-notice.ts";
import { writeProviderMail } from "./write-provider-notice.ts";

export interface NoticeComposing {
  readonly keyring: Keyring;
  /** `https://cita.example`, without a slash at the end. */
  readonly publicUrl: string;
}

type Notice = DueMessage & { readonly kind: NoticeKind };

export const composeNotice =
  (composing: NoticeComposing): Composer =>
  async (tx, message) => {
    const { orgId, subjectId, kind } = message;
    if (kind === "code") throw new Error(`message ${message.id} about an appointment is a code`);
    const visit = await readVisit(tx, orgId, subjectId);
    if (visit === undefined) return suppress("gone");
    const notice = { ...message, kind };
    const outdated = whyNotToSend(notice, visit);
    if (outdated !== null) return suppress(outdated);
    return message.recipientKind === "provider"
      ? toProvider(composing, tx, notice, visit)
      : toPatient(composing, tx, notice, visit);
  };

/** The provider who gave the visit until it was moved to another one. */
const isToFormerProvider = ({ recipientKind, recipientId }: Notice, visit: VisitRow): boolean =>
  recipientKind === "provider" && recipientId !== visit.providerId;

function whyNotToSend(notice: Notice, visit: VisitRow): string | null {
  if (visit.isPast) return "past";
  if (isToFormerProvider(notice, visit)) return notice.kind === "cancelled" ? null : "stale";
  if (visit.sequence !== notice.sequence) return "stale";
  const fits =
    notice.kind === "cancelled" ? visit.status === "cancelled" : ["booked", "pending"].includes(visit.status);
  return fits ? null : `status-${visit.status}`;
}

async function toPatient(
  { keyring, publicUrl }: NoticeComposing,
  tx: Transaction,
  message: Notice,
  visit: VisitRow,
): Promise<Composed> {
  const { orgId, subjectId, recipientId, channel, kind, locale, sequence } = message;
  const patient = (await readPatients(tx, keyring, orgId, [recipientId])).get(recipientId);
  if (patient === undefined || recipientId !== visit.patientId) return suppress("gone");
  const reached = reachableContact(patient, channel);
  if (!reached.ok) return suppress(reached.code);
  const visitUrl = `${publicUrl}/${visit.slug}/appointments/${subjectId}`;
  const notice = visitNoticeOf(visit, { appointmentId: subjectId, kind, locale, sequence, visitUrl });
  const reader = { given: patient.given, to: reached.address };
  return compose(
    channel === "sms" ? writePatientSms(notice, reader) : writePatientMail(notice, reader, systemClock.nowMs()),
  );
}

async function toProvider(
  { keyring, publicUrl }: NoticeComposing,
  tx: Transaction,
  message: Notice,
  visit: VisitRow,
): Promise<Composed> {
  const { orgId, subjectId, recipientId, kind, locale, sequence } = message;
  const to = await readProviderEmail(tx, keyring, orgId, recipientId);
  if (to === null) return suppress("no-address");
  const day = Temporal.Instant.from(visit.startsAt).toZonedDateTimeISO(visit.zone).toPlainDate();
  const visitUrl = `${publicUrl}/${visit.slug}/staff/diary?date=${day.toString()}`;
  const notice = visitNoticeOf(visit, { appointmentId: subjectId, kind, locale, sequence, visitUrl });
  return compose(writeProviderMail(notice, { to, isFormer: isToFormerProvider(message, visit) }, systemClock.nowMs()));
}
