/** New records: with the patient's own key, the resource whose time is claimed, and the blind index. */
import type { Locale } from "../../contract/values.ts";
import { isoOf, systemClock } from "../../platform/clock/clock.ts";
import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Keyring, OrganisationKeys } from "../_kernel/index.ts";
import { encryptPatient, type PatientCiphers, type PatientOrigin, type PatientRecord } from "./patient-record.ts";
import { insertSearchEntries } from "./write-search-index.ts";

export interface PatientDetails {
  readonly given: string;
  readonly family: string;
  readonly secondFamily?: string | null | undefined;
  readonly birthDate: string | null;
  readonly email: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly locale: Locale;
  readonly recordNumber?: string | null | undefined;
  readonly personId?: string | null | undefined;
  /** A code sent to it came back. */
  readonly isEmailVerified?: boolean;
  readonly isPhoneVerified?: boolean;
  /** Names the record in its source: imported again, it is not created again. */
  readonly importKey?: string | undefined;
}

const insertPatients = statement<{ id: string }>(
  "patients.insert",
  `insert into patient (org_id, id, person_id, name_cipher, birth_date_cipher, email_cipher, phone_cipher,
     record_number_cipher, email_verified_at, phone_verified_at, locale, import_key, origin, registered_at)
   select $1, id, person_id, name_cipher, birth_date_cipher, email_cipher, phone_cipher, record_number_cipher,
          email_verified_at, phone_verified_at, locale, import_key, $2, $3
   from unnest($4::uuid[], $5::uuid[], $6::bytea[], $7::bytea[], $8::bytea[], $9::bytea[], $10::bytea[],
               $11::timestamptz[], $12::timestamptz[], $13::text[], $14::bytea[])
     as given (id, person_id, name_cipher, birth_date_cipher, email_cipher, phone_cipher, record_number_cipher,
               email_verified_at, phone_verified_at, locale, import_key)
   on conflict do nothing
   returning id`,
);
const insertKeys = statement(
  "patients.insert-keys",
  `insert into patient_key (org_id, patient_id, wrapped_key)
   select $1, patient_id, wrapped_key from unnest($2::uuid[], $3::bytea[]) as made (patient_id, wrapped_key)`,
);
const insertResources = statement(
  "patients.insert-resources",
  `insert into resource (org_id, id, kind, exclusive)
   select $1, id, 'patient', true from unnest($2::uuid[]) as made (id)`,
);
const selectImported = statement<{ id: string; importKey: Buffer }>(
  "patients.by-import-key",
  `select id, import_key as "importKey" from patient where org_id = $1 and import_key = any($2)`,
);

/** Some 60 rows of the blind index for each record: this many records keep one statement well below a second. */
const recordsAtOnce = 200;

interface MadePatient {
  readonly record: PatientRecord;
  readonly ciphers: PatientCiphers;
  readonly wrappedKey: Buffer;
  readonly importKey: Buffer | null;
}

/** In the order given; null where a record of this import key or this person is here already. */
export async function createPatients(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  patients: readonly PatientDetails[],
  origin: PatientOrigin,
): Promise<(PatientRecord | null)[]> {
  const keys = await keyring.organisation(tx, orgId);
  const created: (PatientRecord | null)[] = [];
  for (let first = 0; first < patients.length; first += recordsAtOnce) {
    const made = patients
      .slice(first, first + recordsAtOnce)
      .map((details) => makePatient(keyring, keys, orgId, details, origin));
    const inserted = await insertMade(tx, orgId, origin, made);
    const here = made.filter(({ record }) => inserted.has(record.id));
    await tx.run(insertKeys, [orgId, here.map(({ record }) => record.id), here.map(({ wrappedKey }) => wrappedKey)]);
    await tx.run(insertResources, [orgId, here.map(({ record }) => record.id)]);
    await insertSearchEntries(
      tx,
      keys.blindIndex,
      orgId,
      here.map(({ record }) => record),
    );
    created.push(...made.map(({ record }) => (inserted.has(record.id) ? record : null)));
  }
  return created;
}

export async function createPatient(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  details: PatientDetails,
  origin: PatientOrigin,
): Promise<PatientRecord> {
  const [created] = await createPatients(tx, keyring, orgId, [details], origin);
  if (created == null) throw new Error("a record of this person or import key is here already");
  return created;
}

/** Ids of the records that were imported under these keys. */
export async function patientsByImportKey(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  importKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { blindIndex } = await keyring.organisation(tx, orgId);
  const keyOf = new Map(importKeys.map((key) => [importHash(blindIndex, key).toString("hex"), key]));
  const hashes = [...keyOf.keys()].map((hex) => Buffer.from(hex, "hex"));
  const rows = await tx.all(selectImported, [orgId, hashes]);
  return new Map(rows.map(({ id, importKey }) => [keyOf.get(importKey.toString("hex")) ?? "", id]));
}

const importHash = (blindIndex: Buffer, importKey: string): Buffer => keyedHash(blindIndex, `import|${importKey}`);

function makePatient(
  keyring: Keyring,
  keys: OrganisationKeys,
  orgId: string,
  details: PatientDetails,
  origin: PatientOrigin,
): MadePatient {
  const id = newId();
  const now = isoOf(systemClock.nowMs());
  const { given, family, birthDate, email, phone, locale, importKey } = details;
  const record: PatientRecord = {
    ...{ id, given, family, birthDate, email, phone, locale, origin, registeredAt: now, version: 1 },
    secondFamily: details.secondFamily ?? null,
    recordNumber: details.recordNumber ?? null,
    personId: details.personId ?? null,
    emailVerifiedAt: details.isEmailVerified && email !== null ? now : null,
    phoneVerifiedAt: details.isPhoneVerified && phone !== null ? now : null,
  };
  const { key, wrapped } = keyring.newPatientKey(keys, orgId, id);
  return {
    record,
    ciphers: encryptPatient({ orgId, id, key }, record),
    wrappedKey: wrapped,
    importKey: importKey === undefined ? null : importHash(keys.blindIndex, importKey),
  };
}

async function insertMade(
  tx: Transaction,
  orgId: string,
  origin: PatientOrigin,
  made: readonly MadePatient[],
): Promise<ReadonlySet<string>> {
  const column = <T>(pick: (each: MadePatient) => T): T[] => made.map(pick);
  const rows = await tx.all(insertPatients, [
    ...[orgId, origin, made[0]?.record.registeredAt],
    column(({ record }) => record.id),
    column(({ record }) => record.personId),
    column(({ ciphers }) => ciphers.nameCipher),
    column(({ ciphers }) => ciphers.birthDateCipher),
    column(({ ciphers }) => ciphers.emailCipher),
    column(({ ciphers }) => ciphers.phoneCipher),
    column(({ ciphers }) => ciphers.recordNumberCipher),
    column(({ record }) => record.emailVerifiedAt),
    column(({ record }) => record.phoneVerifiedAt),
    column(({ record }) => record.locale),
    column(({ importKey }) => importKey),
  ]);
  return new Set(rows.map(({ id }) => id));
}
