import type { BodyOf, Contract } from "../../../contract/index.ts";
import type { Scope } from "../../../domain/access/index.ts";
import { command, done, type FieldProblem, refuse } from "../../_kernel/index.ts";
import { hasContact, patientsOfRecordNumber } from "../by-contact.ts";
import { entryProblems, storedForm, type TypedDetails } from "../patient-entry.ts";
import type { PatientRecord } from "../patient-record.ts";
import { presentPatient } from "../present-patient.ts";
import { isWithinReach } from "../reach.ts";
import { readPatient } from "../read-patients.ts";
import { writePatient } from "../write-patient.ts";

type Body = BodyOf<Contract["patients.update"]>;

/** Patients correct their name, contacts and language; what identifies them to the clinic is the desk's to change. */
function notOnesOwn(body: Body, scope: Scope): FieldProblem[] {
  if (scope !== "own") return [];
  const fields = (["birthDate", "recordNumber"] as const).filter((field) => body[field] !== undefined);
  return fields.map((path) => ({ path, code: "not_allowed" }));
}

/** A new contact has proved nothing yet: nothing is sent to it until it is verified [ID-01]. */
function changed(before: PatientRecord, typed: TypedDetails, locale: PatientRecord["locale"]): PatientRecord {
  const given = typed.given ?? before.given;
  const family = typed.family ?? before.family;
  const birthDate = typed.birthDate ?? before.birthDate;
  const { secondFamily = before.secondFamily, email = before.email, phone = before.phone } = typed;
  const { recordNumber = before.recordNumber } = typed;
  const after = { ...before, given, family, secondFamily, birthDate, email, phone, recordNumber, locale };
  const isSameEmail = after.email !== null && hasContact(before, { kind: "email", value: after.email });
  const isSamePhone = after.phone !== null && hasContact(before, { kind: "phone", value: after.phone });
  return {
    ...after,
    emailVerifiedAt: isSameEmail ? before.emailVerifiedAt : null,
    phoneVerifiedAt: isSamePhone ? before.phoneVerifiedAt : null,
  };
}

export const updatePatient = command("patients.update", {
  permission: "patient.update",
  audit: "patient.update",
  run: async (call) => {
    const { tx, params, body, ifMatch, context, scope, audit, keyring } = call;
    const { orgId } = context.organisation;
    audit.subjectType = "patient";
    audit.subjectId = params.id;
    const before = await readPatient(tx, keyring, orgId, params.id);
    if (before === null) return refuse("not_found");
    const isReached = await isWithinReach(tx, orgId, { scope, actor: context.actor }, params.id);
    if (!isReached) return refuse("not_found");
    audit.patientId = params.id;
    const fields = [...notOnesOwn(body, scope), ...entryProblems(body, context)];
    if (fields.length > 0) return refuse("invalid_request", { fields });

    const after = changed(before, storedForm(body, context), body.locale ?? before.locale);
    if (after.recordNumber !== null) {
      const holders = await patientsOfRecordNumber(tx, keyring, orgId, after.recordNumber);
      if (holders.some(({ id }) => id !== params.id)) {
        return refuse("already_exists", { fields: [{ path: "recordNumber", code: "not_allowed" }] });
      }
    }
    if (!(await writePatient(tx, keyring, orgId, after, ifMatch))) return refuse("stale_version");
    audit.details = { version: ifMatch + 1, fields: Object.keys(body) };
    return done(presentPatient({ ...after, version: ifMatch + 1 }));
  },
});
