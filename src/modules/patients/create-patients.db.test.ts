import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { OrganisationContext } from "../_kernel/index.ts";
import {
  createPatient,
  createPatients,
  ensurePatientOfPerson,
  type PatientDetails,
  type PersonWithAccount,
  patientsByImportKey,
  patientsOfContact,
  readPatients,
} from "./index.ts";

let t: TestKernel;
let clinic: OrganisationContext;
beforeAll(async () => {
  t = await startTestKernel();
  clinic = await t.newOrganisation();
});
afterAll(() => t.stop());

const within = <T>(work: (tx: Transaction) => Promise<T>, orgId = clinic.orgId): Promise<T> =>
  t.database.transaction({ orgId }, work);

const details = (changes: Partial<PatientDetails> = {}): PatientDetails => ({
  given: "Ana",
  family: "García",
  secondFamily: "López",
  birthDate: "1980-05-02",
  email: "ana@example.org",
  phone: "+12125550123",
  locale: "es",
  ...changes,
});

describe("records in bulk", () => {
  it("are made once per import key, in the order given, each with its key and resource", async () => {
    const { keyring } = t.kernel;
    const many = Array.from({ length: 450 }, (_, i) => details({ given: `Ana${i}`, importKey: `source:${i}` }));
    const made = await within((tx) => createPatients(tx, keyring, clinic.orgId, many, "import"));
    expect(made.map((record) => record?.given)).toEqual(many.map(({ given }) => given));
    const again = await within((tx) => createPatients(tx, keyring, clinic.orgId, many.slice(440), "import"));
    expect(again).toEqual(Array(10).fill(null));
    const known = await within((tx) => patientsByImportKey(tx, keyring, clinic.orgId, ["source:7", "source:x"]));
    expect([...known]).toEqual([["source:7", made[7]?.id]]);
    const ids = made.flatMap((record) => record?.id ?? []);
    const records = await within((tx) => readPatients(tx, keyring, clinic.orgId, ids));
    expect(records.get(ids[3] ?? "")).toEqual({ ...made[3], registeredAt: expect.any(String) });
    expect(records.size).toBe(450);
  });

  it("are found by their contact as it stands in the record", async () => {
    const org = await t.newOrganisation();
    const { keyring } = t.kernel;
    const { id } = await within((tx) => createPatient(tx, keyring, org.orgId, details(), "desk"), org.orgId);
    const ask = (kind: "email" | "phone", value: string) =>
      within((tx) => patientsOfContact(tx, keyring, org.orgId, { kind, value }), org.orgId);
    expect((await ask("phone", "+12125550123")).map((record) => record.id)).toEqual([id]);
    expect((await ask("email", "ANA@example.org")).map((record) => record.id)).toEqual([id]);
    expect(await ask("phone", "+12125550124")).toEqual([]);
  });

  it("are not shown once their key is gone", async () => {
    const { keyring } = t.kernel;
    const erase = statement("test.erase", "delete from patient_key where org_id = $1 and patient_id = $2");
    const { id } = await within((tx) => createPatient(tx, keyring, clinic.orgId, details(), "desk"));
    await within((tx) => tx.run(erase, [clinic.orgId, id]));
    expect(await within((tx) => readPatients(tx, keyring, clinic.orgId, [id]))).toEqual(new Map());
  });
});

describe("the record of a person with an account [ID-01]", () => {
  const aPerson = (changes: Partial<PersonWithAccount> = {}): PersonWithAccount => ({
    id: newId(),
    name: { given: "Ana", family: "Garcia" },
    birthDate: "1980-05-02",
    locale: "es",
    contacts: [
      { kind: "email", value: "ana@example.org", verified: false },
      { kind: "phone", value: "+12125550123", verified: true },
    ],
    ...changes,
  });
  let org: OrganisationContext;
  beforeAll(async () => {
    org = await t.newOrganisation();
  });
  const fresh = async () => {
    org = await t.newOrganisation();
  };
  const ensure = (person: PersonWithAccount) =>
    within((tx) => ensurePatientOfPerson(tx, t.kernel.keyring, org.orgId, person), org.orgId);
  const onFile = (changes: Partial<PatientDetails> = {}) =>
    within((tx) => createPatient(tx, t.kernel.keyring, org.orgId, details(changes), "desk"), org.orgId);

  it("is a new one with a copy of name and contacts, once, also when asked for twice at a time", async () => {
    await fresh();
    const person = aPerson();
    const [one, two] = await Promise.all([ensure(person), ensure(person)]);
    expect(one.id).toBe(two.id);
    expect(await ensure(person)).toMatchObject({
      id: one.id,
      personId: person.id,
      given: "Ana",
      phone: "+12125550123",
      emailVerifiedAt: null,
      phoneVerifiedAt: expect.any(String),
      origin: "account",
    });
  });

  it("is the clinic's own, claimed by a verified contact, the birth date and the name", async () => {
    await fresh();
    const { id } = await onFile();
    const person = aPerson();
    expect(await ensure(person)).toMatchObject({
      id,
      personId: person.id,
      family: "García",
      phoneVerifiedAt: expect.any(String),
      emailVerifiedAt: null,
    });
    expect(await ensure(person)).toMatchObject({ id });
  });

  it("learns of a verified contact that the clinic did not have, and is found by it", async () => {
    await fresh();
    const { id } = await onFile({ email: null });
    const contacts = aPerson().contacts.map((contact) => ({ ...contact, verified: true }));
    const claimed = await ensure(aPerson({ contacts }));
    expect(claimed).toMatchObject({ id, email: "ana@example.org", emailVerifiedAt: expect.any(String), version: 3 });
    const contact = { kind: "email", value: "ana@example.org" } as const;
    const found = await within((tx) => patientsOfContact(tx, t.kernel.keyring, org.orgId, contact), org.orgId);
    expect(found).toEqual([
      {
        ...claimed,
        registeredAt: expect.any(String),
        emailVerifiedAt: expect.any(String),
        phoneVerifiedAt: expect.any(String),
      },
    ]);
  });

  it("takes over a verification that came later", async () => {
    await fresh();
    const person = aPerson();
    expect((await ensure(person)).emailVerifiedAt).toBeNull();
    const contacts = person.contacts.map((contact) => ({ ...contact, verified: true }));
    expect((await ensure({ ...person, contacts })).emailVerifiedAt).toEqual(expect.any(String));
  });

  it.each<[string, Partial<PersonWithAccount>]>([
    ["the contact is not verified", { contacts: [{ kind: "phone", value: "+12125550123", verified: false }] }],
    ["the verified contact is another", { contacts: [{ kind: "phone", value: "+12125550199", verified: true }] }],
    ["the birth date differs", { birthDate: "1980-05-03" }],
    ["there is no birth date", { birthDate: null }],
    ["the name is somebody else's", { name: { given: "Marta", family: "García" } }],
  ])("is not the clinic's own when %s", async (_why, changes) => {
    await fresh();
    const { id } = await onFile();
    expect((await ensure(aPerson(changes))).id).not.toBe(id);
  });

  it("is not one of two that fit, nor one that another person has", async () => {
    await fresh();
    const ids = [(await onFile()).id, (await onFile()).id];
    expect(ids).not.toContain((await ensure(aPerson())).id);
    await fresh();
    await onFile();
    const first = await ensure(aPerson());
    expect((await ensure(aPerson())).id).not.toBe(first.id);
  });
});
