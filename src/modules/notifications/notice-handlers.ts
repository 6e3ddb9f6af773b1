/**
 * Reacts to what happens to appointments: puts notices to the patient (e-mail and text message both [COMM-01]) and to the
 * provider (e-mail) in the queue. Whether and what is sent is decided when they are sent.
 */
import type { Locale } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { EventHandler, Keyring, OutboxEvent, OutboxEventType } from "../_kernel/index.ts";
import { type MessageIntent, queueMessages } from "../messages/index.ts";
import { readPatients } from "../patients/index.ts";
import { reachableContact } from "./reachable-contact.ts";
import type { NoticeKind } from "./visit-notice.ts";

interface Concerned {
  readonly patientId: string;
  readonly providerId: string;
  readonly defaultLocale: Locale;
}

const selectConcerned = statement<Concerned>(
  "notifications.concerned",
  `select a.patient_id as "patientId", a.provider_id as "providerId", o.default_locale as "defaultLocale"
   from appointment a join organisation o on o.org_id = a.org_id
   where a.org_id = $1 and a.id = $2`,
);
const selectProviders = statement<{ id: string }>(
  "notifications.providers-among",
  "select id from provider where org_id = $1 and id = any($2) and email_cipher is not null",
);
const selectLengthChanged = statement<{ changed: boolean }>(
  "notifications.length-changed",
  `select exists (select from appointment_change c where c.org_id = $1 and c.appointment_id = $2 and c.kind = 'edited'
                    and c.old_values ->> 'endsAt' is distinct from c.new_values ->> 'endsAt') as changed`,
);
const selectReinstated = statement<{ reinstated: boolean }>(
  "notifications.reinstated",
  `select exists (select from message m where m.org_id = $1 and m.subject_id = $2 and m.kind = 'cancelled'
                    and m.recipient_kind = 'patient' and m.sequence < $3)
      and exists (select from appointment a where a.org_id = $1 and a.id = $2 and a.status = 'booked') as reinstated`,
);

type Handled = Extract<OutboxEventType, `appointment.${string}`>;

export function noticeHandlers(keyring: Keyring): Readonly<Record<Handled, readonly EventHandler[]>> {
  const tell =
    (kind: NoticeKind): EventHandler =>
    (tx, event) =>
      queueNotices(keyring, tx, event, kind);
  return {
    "appointment.booked": [tell("booked")],
    "appointment.moved": [tell("changed")],
    "appointment.cancelled": [tell("cancelled")],
    // A different length changes people's calendars; other edits do not. Told once per sequence, however often edited.
    "appointment.edited": [
      async (tx, event) => {
        const found = await tx.one(selectLengthChanged, [event.orgId, event.subjectId]);
        if (found?.changed) await queueNotices(keyring, tx, event, "changed");
      },
    ],
    // Whoever was told that the visit is cancelled hears that it takes place after all.
    "appointment.stepped": [
      async (tx, event) => {
        const found = await tx.one(selectReinstated, [event.orgId, event.subjectId, event.sequence]);
        if (found?.reinstated) await queueNotices(keyring, tx, event, "booked");
      },
    ],
  };
}

async function queueNotices(keyring: Keyring, tx: Transaction, event: OutboxEvent, kind: NoticeKind): Promise<void> {
  const { orgId, subjectId } = event;
  const concerned = await tx.one(selectConcerned, [orgId, subjectId]);
  if (concerned === undefined) return;
  const patients = await toPatient(keyring, tx, event, concerned, kind);
  const providers = await toProviders(tx, event, concerned, kind);
  await queueMessages(tx, orgId, [...patients, ...providers]);
}

async function toPatient(
  keyring: Keyring,
  tx: Transaction,
  { orgId, subjectId, sequence }: OutboxEvent,
  { patientId }: Concerned,
  kind: NoticeKind,
): Promise<MessageIntent[]> {
  const patient = (await readPatients(tx, keyring, orgId, [patientId])).get(patientId);
  if (patient === undefined) return [];
  const about = { subjectType: "appointment", subjectId, sequence, kind } as const;
  const recipient = { recipientKind: "patient", recipientId: patientId, locale: patient.locale } as const;
  return (["email", "sms"] as const)
    .filter((channel) => reachableContact(patient, channel).ok)
    .map((channel) => ({ ...about, ...recipient, channel }));
}

/** The provider of the visit; and after a move the one whose time it freed, because the visit is another's now. */
async function toProviders(
  tx: Transaction,
  { orgId, subjectId, sequence, payload }: OutboxEvent,
  { providerId, defaultLocale: locale }: Concerned,
  kind: NoticeKind,
): Promise<MessageIntent[]> {
  const touched = kind === "changed" && Array.isArray(payload.resourceIds) ? payload.resourceIds : [];
  const providers = await tx.all(selectProviders, [orgId, [...new Set([providerId, ...touched])]]);
  const about = { subjectType: "appointment", subjectId, sequence, channel: "email", locale } as const;
  return providers.map(({ id }) => ({
    ...about,
    recipientKind: "provider",
    recipientId: id,
    kind: id === providerId ? kind : "cancelled",
  }));
}
