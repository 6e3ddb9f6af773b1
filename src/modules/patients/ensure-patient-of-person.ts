/**
 * The record of a person with an account in one organisation (DESIGN.md 7): the one they have, or one they may claim, or a
 * new one with its own copy of name and contacts.
 *
 * A record on file is claimed only by whoever has answered a code sent to a contact that stands in it, and whose name and
 * birth date agree: Ana García, who registers with the phone that the clinic has of her, finds her past visits; her
 * daughter with the same phone does not. When two records fit, neither is claimed: staff merge them.
 */
import type { Locale } from "../../contract/values.ts";
import { likelyDuplicate, type PersonName } from "../../domain/person/index.ts";
import { isoOf, systemClock } from "../../platform/clock/clock.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";
import { type Contact, hasContact, patientsOfContact } from "./by-contact.ts";
import { createPatients } from "./create-patients.ts";
import type { PatientRecord } from "./patient-record.ts";
import { readPatient } from "./read-patients.ts";
import { writePatient } from "./write-patient.ts";

export interface PersonWithAccount {
  readonly id: string;
  readonly name: PersonName;
  readonly birthDate: string | null;
  readonly locale: Locale;
  readonly contacts: readonly (Contact & { readonly verified: boolean })[];
}

const selectOfPerson = statement<{ id: string }>(
  "patients.of-person",
  "select id from patient where org_id = $1 and person_id = $2",
);
const claimRecord = statement(
  "patients.claim",
  `update patient set person_id = $3, version = version + 1
   where org_id = $1 and id = $2 and person_id is null`,
);
export async function ensurePatientOfPerson(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  person: PersonWithAccount,
): Promise<PatientRecord> {
  const own = await recordOfPerson(tx, keyring, orgId, person.id);
  if (own !== null) return verifiedAsPerson(tx, keyring, orgId, own, person);
  const claimable = await claimableRecord(tx, keyring, orgId, person);
  if (claimable !== null && (await tx.run(claimRecord, [orgId, claimable.id, person.id])) === 1) {
    const claimed = { ...claimable, personId: person.id, version: claimable.version + 1 };
    return verifiedAsPerson(tx, keyring, orgId, withMissingContacts(claimed, person), person);
  }
  const [created] = await createPatients(tx, keyring, orgId, [detailsOf(person)], "account");
  // Somebody else was quicker, in another tab of the same person: theirs is the record.
  const record = created ?? (await recordOfPerson(tx, keyring, orgId, person.id));
  if (record === null) throw new Error("the record of a person was neither found nor made");
  return record;
}

async function recordOfPerson(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  personId: string,
): Promise<PatientRecord | null> {
  const row = await tx.one(selectOfPerson, [orgId, personId]);
  return row === undefined ? null : readPatient(tx, keyring, orgId, row.id);
}

async function claimableRecord(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  person: PersonWithAccount,
): Promise<PatientRecord | null> {
  const fitting = new Map<string, PatientRecord>();
  for (const contact of person.contacts.filter(({ verified }) => verified)) {
    for (const record of await patientsOfContact(tx, keyring, orgId, contact)) {
      if (record.personId === null && isSamePerson(record, person)) fitting.set(record.id, record);
    }
  }
  const [only, ...others] = fitting.values();
  return only === undefined || others.length > 0 ? null : only;
}

function isSamePerson(record: PatientRecord, person: PersonWithAccount): boolean {
  const reasons = likelyDuplicate({ ...person.name, birthDate: person.birthDate }, record)?.reasons ?? [];
  return reasons.includes("same-birth-date") && (reasons.includes("same-name") || reasons.includes("similar-name"));
}

/** The clinic that has only a phone on file learns the e-mail address with which its patient has registered. */
function withMissingContacts(record: PatientRecord, { contacts }: PersonWithAccount): PatientRecord {
  const verified = (kind: Contact["kind"]) =>
    contacts.find((each) => each.kind === kind && each.verified)?.value ?? null;
  return { ...record, email: record.email ?? verified("email"), phone: record.phone ?? verified("phone") };
}

/** Where the record holds the very contact that the person has verified since, it counts as verified here too. */
async function verifiedAsPerson(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  record: PatientRecord,
  person: PersonWithAccount,
): Promise<PatientRecord> {
  const isNews = (kind: Contact["kind"], since: string | null) =>
    since === null && person.contacts.some((each) => each.kind === kind && each.verified && hasContact(record, each));
  const isEmailNews = isNews("email", record.emailVerifiedAt);
  const isPhoneNews = isNews("phone", record.phoneVerifiedAt);
  if (!isEmailNews && !isPhoneNews) return record;
  const now = isoOf(systemClock.nowMs());
  const after = {
    ...record,
    emailVerifiedAt: isEmailNews ? now : record.emailVerifiedAt,
    phoneVerifiedAt: isPhoneNews ? now : record.phoneVerifiedAt,
  };
  // Changed by somebody else just now: what they wrote stands, and the next request comes by here again.
  const isWritten = await writePatient(tx, keyring, orgId, after, record.version);
  return isWritten ? { ...after, version: record.version + 1 } : record;
}

function detailsOf({ id, name, birthDate, locale, contacts }: PersonWithAccount) {
  const email = contacts.find(({ kind }) => kind === "email");
  const phone = contacts.find(({ kind }) => kind === "phone");
  return {
    ...{ given: name.given, family: name.family, secondFamily: name.secondFamily ?? null, birthDate, locale },
    personId: id,
    email: email?.value ?? null,
    phone: phone?.value ?? null,
    isEmailVerified: email?.verified ?? false,
    isPhoneVerified: phone?.verified ?? false,
  };
}
