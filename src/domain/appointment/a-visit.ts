import { defaultPolicy } from "../policy/index.ts";
import { defaultPatientFields, type LifecycleContext, noVisit, type Visit } from "./index.ts";

/** Builders for tests: a booked visit of half an hour, and a moment two days before it at which all is in order. */
export const minute = 60_000;
export const hour = 60 * minute;
export const startsAtMs = 1_800_000_000_000;

export function aVisit(given: Partial<Visit> = {}): Visit {
  return { ...noVisit, status: "booked", version: 1, startsAtMs, endsAtMs: startsAtMs + 30 * minute, ...given };
}

export function aContext(given: Partial<LifecycleContext> = {}): LifecycleContext {
  return {
    nowMs: startsAtMs - 48 * hour,
    policy: defaultPolicy,
    hasReason: true,
    overrides: false,
    wishedByClinic: false,
    isVisitDay: true,
    isVirtual: false,
    identityChecked: true,
    formsComplete: true,
    answersReminder: false,
    editedFields: [],
    patientFields: defaultPatientFields,
    ...given,
  };
}
