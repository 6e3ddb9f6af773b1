import { parseZone } from "../../../domain/time/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { parsePhone } from "../../../platform/phone/phone-number.ts";
import { command, done, type FieldProblem, refuse } from "../../_kernel/index.ts";
import { organisationChanged } from "../organisation-changes.ts";
import { changedPolicy, type PolicySettings, policyFieldProblems } from "../policy-settings.ts";
import { presentSettings, readSettings, type SettingsRow } from "../queries/settings.ts";

const updateRow = statement(
  "organisations.update-settings",
  `update organisation
   set name = $3, zone = $4, phone = $5, email = $6, accent = $7, listed = $8, guest_booking = $9, policy = $10,
       version = version + 1
   where org_id = $1 and version = $2`,
);

type NewSettings = Omit<SettingsRow, "version">;

function writeSettings(tx: Transaction, orgId: string, version: number, settings: NewSettings): Promise<number> {
  const { name, zone, phone, email, accent, listed, guestBooking, policy } = settings;
  const values = [name, zone, phone, email, accent, listed, guestBooking, policy];
  return tx.run(updateRow, [orgId, version, ...values]);
}

function problemsOf(settings: { zone: string; policy: PolicySettings }, phone: string | null): FieldProblem[] {
  return [
    ...(parseZone(settings.zone).ok ? [] : [{ path: "zone", code: "not_allowed" } as const]),
    ...(phone === null ? [{ path: "phone", code: "bad_phone" } as const] : []),
    ...policyFieldProblems(settings.policy),
  ];
}

/** Booked visits keep the rules agreed when they were booked; the change holds for what is booked from now on. */
export const updateSettings = command("admin.update-settings", {
  permission: "organisation.manage",
  audit: "organisation.update-settings",
  run: async (call) => {
    const { tx, body, ifMatch, context, audit } = call;
    const { orgId } = context.organisation;
    audit.subjectType = "organisation";
    audit.subjectId = orgId;
    const phone = parsePhone(body.phone, context.organisation.country);
    const problems = problemsOf(body, phone);
    if (phone === null || problems.length > 0) return refuse("invalid_request", { fields: problems });
    const before = await readSettings(tx, orgId);
    const policy = changedPolicy(before.policy, body.policy);
    const settings = { ...body, name: body.name.trim(), phone, policy };
    const written = await writeSettings(tx, orgId, ifMatch, settings);
    if (written === 0) return refuse("stale_version");
    audit.details = { version: ifMatch + 1 };
    call.afterCommit(() => organisationChanged(orgId));
    return done(presentSettings(await readSettings(tx, orgId)));
  },
});
