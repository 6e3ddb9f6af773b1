import { done, query, refuse } from "../../_kernel/index.ts";
import { presentPatient } from "../present-patient.ts";
import { isWithinReach } from "../reach.ts";
import { readPatient } from "../read-patients.ts";

export const getPatient = query("patients.get", {
  permission: "patient.view",
  audit: "patient.view",
  run: async ({ tx, params, context, scope, audit, keyring }) => {
    const { orgId } = context.organisation;
    audit.subjectType = "patient";
    audit.subjectId = params.id;
    const isReached = await isWithinReach(tx, orgId, { scope, actor: context.actor }, params.id);
    const record = isReached ? await readPatient(tx, keyring, orgId, params.id) : null;
    if (record === null) return refuse("not_found");
    audit.patientId = record.id;
    return done(presentPatient(record));
  },
});
