/**
 * Keys in three steps: master → organisation → patient (DESIGN.md 8).
 *
 * What belongs to a patient stands under the patient's key, the rest under the organisation's; deleting a patient's
 * key is erasure. Organisation keys are cached for five minutes at most; patient keys live as long as a request.
 */
import { decryptBytes, encryptBytes, type FieldPlace, newKey } from "../../platform/crypto/field-cipher.ts";
import { deriveKey } from "../../platform/crypto/keyed-hash.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export interface OrganisationKeys {
  /** Encrypts what belongs to the organisation, and wraps its patients' keys. */
  readonly data: Buffer;
  /** For `patient_search`. */
  readonly blindIndex: Buffer;
}

export interface WrappedPatientKey {
  readonly key: Buffer;
  readonly wrapped: Buffer;
}

export interface Keyring {
  /** Persons' fields; sign-in contacts' hashes. */
  readonly installation: Buffer;
  readonly contactIndex: Buffer;
  /** The organisation's audit key: derived from the master key, never stored. */
  audit(orgId: string): Buffer;
  organisation(tx: Transaction, orgId: string): Promise<OrganisationKeys>;
  createOrganisation(tx: Transaction, orgId: string): Promise<OrganisationKeys>;
  newPatientKey(keys: OrganisationKeys, orgId: string, patientId: string): WrappedPatientKey;
  /** Keys of these patients; an erased patient is missing from the answer. */
  patients(tx: Transaction, orgId: string, patientIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

const cacheMs = 5 * 60_000;

const selectOrganisationKey = statement<{ wrappedKey: Buffer }>(
  "kernel.organisation-key",
  `select wrapped_key as "wrappedKey" from organisation_key where org_id = $1`,
);
const insertOrganisationKey = statement(
  "kernel.insert-organisation-key",
  "insert into organisation_key (org_id, wrapped_key) values ($1, $2)",
);
const selectPatientKeys = statement<{ patientId: string; wrappedKey: Buffer }>(
  "kernel.patient-keys",
  `select patient_id as "patientId", wrapped_key as "wrappedKey" from patient_key where org_id = $1 and patient_id = any($2)`,
);

const organisationPlace = (orgId: string): FieldPlace => ({
  column: "organisation_key.wrapped_key",
  orgId,
  rowId: orgId,
});
const patientPlace = (orgId: string, rowId: string): FieldPlace => ({
  column: "patient_key.wrapped_key",
  orgId,
  rowId,
});
const installationPlace: FieldPlace = {
  column: "installation.wrapped_key",
  orgId: "installation",
  rowId: "installation",
};

export const wrapInstallationKey = (master: Buffer, key: Buffer): Buffer =>
  encryptBytes(master, installationPlace, key);
export const unwrapInstallationKey = (master: Buffer, wrapped: Buffer): Buffer =>
  decryptBytes(master, installationPlace, wrapped);

const withDerived = (data: Buffer): OrganisationKeys => ({ data, blindIndex: deriveKey(data, "blind-index") });

export function makeKeyring(master: Buffer, installation: Buffer, nowMs: () => number): Keyring {
  const cache = new Map<string, { keys: OrganisationKeys; untilMs: number }>();
  const auditKeys = new Map<string, Buffer>();
  return {
    installation,
    contactIndex: deriveKey(installation, "contact-index"),
    audit(orgId) {
      const known = auditKeys.get(orgId) ?? deriveKey(master, `audit:${orgId}`);
      auditKeys.set(orgId, known);
      return known;
    },
    async organisation(tx, orgId) {
      const cached = cache.get(orgId);
      if (cached !== undefined && cached.untilMs > nowMs()) return cached.keys;
      const row = await tx.one(selectOrganisationKey, [orgId]);
      if (row === undefined) throw new Error(`organisation ${orgId} has no key`);
      const keys = withDerived(decryptBytes(master, organisationPlace(orgId), row.wrappedKey));
      cache.set(orgId, { keys, untilMs: nowMs() + cacheMs });
      return keys;
    },
    async createOrganisation(tx, orgId) {
      const data = newKey();
      await tx.run(insertOrganisationKey, [orgId, encryptBytes(master, organisationPlace(orgId), data)]);
      return withDerived(data);
    },
    newPatientKey(keys, orgId, patientId) {
      const key = newKey();
      return { key, wrapped: encryptBytes(keys.data, patientPlace(orgId, patientId), key) };
    },
    async patients(tx, orgId, patientIds) {
      if (patientIds.length === 0) return new Map();
      const keys = await this.organisation(tx, orgId);
      const rows = await tx.all(selectPatientKeys, [orgId, [...new Set(patientIds)]]);
      return new Map(
        rows.map((row) => [row.patientId, decryptBytes(keys.data, patientPlace(orgId, row.patientId), row.wrappedKey)]),
      );
    },
  };
}
