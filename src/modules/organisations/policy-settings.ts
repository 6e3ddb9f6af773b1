/** Booking rules as administrators edit them: the part of `domain/policy` that settings pages show. */
import type { z } from "zod";
import { policySettings } from "../../contract/routes/administration.ts";
import { defaultPolicy, type PolicyPart, policyProblems } from "../../domain/policy/index.ts";
import type { FieldProblem } from "../_kernel/index.ts";

export type PolicySettings = z.infer<typeof policySettings>;

const shownFields = Object.keys(policySettings.shape) as (keyof PolicySettings)[];

function shown(part: PolicyPart): PolicySettings {
  const entries = shownFields.map((field) => [field, part[field] ?? null]);
  return Object.fromEntries(entries) as PolicySettings;
}

export const shownPolicy = shown;

/** What holds where no level says anything. */
export const shownDefaults: PolicySettings = shown(defaultPolicy);

/** Rules that settings pages do not show stay as they are; a rule that is null or missing is no longer set here. */
export function changedPolicy(before: PolicyPart, settings: PolicySettings): PolicyPart {
  const kept = Object.entries(before).filter(([field]) => !(shownFields as string[]).includes(field));
  const set = shownFields.filter((field) => settings[field] != null).map((field) => [field, settings[field]]);
  return Object.fromEntries([...kept, ...set]);
}

export function policyFieldProblems(part: PolicyPart): FieldProblem[] {
  return policyProblems(part).map(({ field, code, least, most }) =>
    code === "not_whole"
      ? { path: `policy.${field}`, code: "bad_format" }
      : { path: `policy.${field}`, code: "out_of_range", params: { minimum: least, maximum: most } },
  );
}
