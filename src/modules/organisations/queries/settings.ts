import type { AnswerOf, Contract } from "../../../contract/index.ts";
import type { PolicyPart } from "../../../domain/policy/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { done, query } from "../../_kernel/index.ts";
import { shownDefaults, shownPolicy } from "../policy-settings.ts";

export interface SettingsRow {
  readonly name: string;
  readonly zone: string;
  readonly phone: string;
  readonly email: string;
  readonly accent: string | null;
  readonly listed: boolean;
  readonly guestBooking: boolean;
  readonly policy: PolicyPart;
  readonly version: number;
}

const selectSettings = statement<SettingsRow>(
  "organisations.settings",
  `select name, zone, phone, email, accent, listed, guest_booking as "guestBooking", policy, version
   from organisation where org_id = $1`,
);

export async function readSettings(tx: Transaction, orgId: string): Promise<SettingsRow> {
  const row = await tx.one(selectSettings, [orgId]);
  if (row === undefined) throw new Error(`organisation ${orgId} has no row`);
  return row;
}

export function presentSettings(row: SettingsRow): AnswerOf<Contract["admin.settings"]> {
  return { ...row, policy: shownPolicy(row.policy), defaults: shownDefaults };
}

export const settings = query("admin.settings", {
  permission: "organisation.manage",
  audit: null,
  run: async ({ tx, context }) => done(presentSettings(await readSettings(tx, context.organisation.orgId))),
});
