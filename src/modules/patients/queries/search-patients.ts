import { auditReads, done, query } from "../../_kernel/index.ts";
import { presentMatch } from "../present-patient.ts";
import { searchRecords } from "../search-records.ts";

export const searchPatients = query("patients.search", {
  permission: "patient.search",
  // Who was shown is recorded by `auditReads`.
  audit: null,
  run: async (call) => {
    const { tx, context, scope, keyring } = call;
    const { organisation, locale, actor } = context;
    // A clinician without a calendar has no patients of their own.
    if (scope === "own" && actor.providerId === null) return done({ patients: [], more: false });
    const ofProviderId = scope === "own" ? actor.providerId : null;
    const { found, more } = await searchRecords({ tx, keyring, organisation, locale, ofProviderId }, call.query.text);
    const shownIds = found.map(({ record }) => record.id);
    await auditReads(call, "patient-search", shownIds);
    return done({
      patients: found.map(({ record, score, reasons }) => presentMatch(record, score, reasons)),
      more,
    });
  },
});
