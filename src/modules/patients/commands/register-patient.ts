import { done, refuse, repeatableCommand } from "../../_kernel/index.ts";
import { patientsOfRecordNumber } from "../by-contact.ts";
import { createPatient } from "../create-patients.ts";
import { findDuplicates } from "../duplicates.ts";
import { entryProblems, storedForm } from "../patient-entry.ts";
import { presentMatch, presentPatient } from "../present-patient.ts";
import { readPatient } from "../read-patients.ts";

export const registerPatient = repeatableCommand("patients.register", {
  permission: "patient.register",
  audit: "patient.register",
  run: async (call) => {
    const { tx, body, context, audit, keyring } = call;
    const { orgId } = context.organisation;
    const fields = entryProblems(body, context);
    if (fields.length > 0) return refuse("invalid_request", { fields });
    const { given = "", family = "", birthDate = null, ...rest } = storedForm(body, context);
    const typed = { ...rest, given, family, birthDate, email: rest.email ?? null, phone: rest.phone ?? null };

    if (body.notADuplicate !== true) {
      const duplicates = await findDuplicates(tx, keyring, orgId, typed);
      if (duplicates.some(({ strength }) => strength === "likely")) {
        // The refusal shows these records: it is on record with their ids.
        audit.details = { shown: duplicates.map(({ record }) => record.id) };
        const shown = duplicates.map(({ record, score, reasons }) => presentMatch(record, score, reasons));
        return refuse("likely_duplicate", { with: { duplicates: shown } });
      }
    }
    if (typed.recordNumber && (await patientsOfRecordNumber(tx, keyring, orgId, typed.recordNumber)).length > 0) {
      return refuse("already_exists", { fields: [{ path: "recordNumber", code: "not_allowed" }] });
    }
    const { id } = await createPatient(tx, keyring, orgId, { ...typed, locale: body.locale }, "desk");
    audit.subjectType = "patient";
    audit.subjectId = id;
    audit.patientId = id;
    return done({ id });
  },
  present: async ({ tx, keyring, context }, effect) => {
    const record = await readPatient(tx, keyring, context.organisation.orgId, String(effect.id));
    if (record === null) throw new Error("a registered patient has no record");
    return presentPatient(record);
  },
});
