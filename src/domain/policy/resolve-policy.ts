import { defaultPolicy, type Policy, type PolicyPart, policyFields } from "./policy.ts";

/**
 * The most specific level that says something wins, rule by rule.
 *
 * Example: the organisation asks for 24 hours' notice of a cancellation, its radiology for 48, and radiology's
 * ultrasound says nothing of it: an ultrasound is cancelled 48 hours ahead, and all else is as the organisation has it.
 */
export function resolvePolicy(
  organisation: PolicyPart,
  department?: PolicyPart | null,
  service?: PolicyPart | null,
): Policy {
  return { ...defaultPolicy, ...whatIsSet(organisation), ...whatIsSet(department), ...whatIsSet(service) };
}

function whatIsSet(part: PolicyPart | null | undefined): Partial<Policy> {
  const known = Object.entries(part ?? {}).filter(([field, value]) => field in policyFields && value != null);
  return Object.fromEntries(known);
}

export interface PolicyProblem {
  readonly field: keyof Policy;
  readonly code: "not_whole" | "too_low" | "too_high";
  readonly least: number;
  readonly most: number;
}

/** Every value of one level that lies outside its bounds; an empty list is a sound policy. */
export function policyProblems(part: PolicyPart): readonly PolicyProblem[] {
  const fields = Object.keys(policyFields) as (keyof Policy)[];
  return fields.flatMap<PolicyProblem>((field) => {
    const rule = policyFields[field];
    const value = part[field];
    if (rule.kind !== "number" || typeof value !== "number") return [];
    const { least, most } = rule;
    if (!Number.isInteger(value)) return [{ field, code: "not_whole", least, most }];
    if (value < least) return [{ field, code: "too_low", least, most }];
    if (value > most) return [{ field, code: "too_high", least, most }];
    return [];
  });
}
