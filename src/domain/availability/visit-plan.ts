/**
 * Where the parts of a visit lie once its provider is known: the provider's own length decides how long the parts are
 * that last 'as the provider', and the visit lasts until its last part ends.
 *
 * Example: a nurse for the first 15 minutes, then the doctor, whose consultations take 25 instead of 20: nurse 0–15,
 * doctor 15–40, and a room 'as_provider' at offset 15 also 15–40; the patient is there from 0 to 40.
 */
import type { Minute, TimeRange } from "../time/index.ts";
import type { Candidate, Requirement, VisitCase } from "./visit-case.ts";

export function providerRequirement(visitCase: VisitCase): Requirement {
  const requirement = visitCase.requirements.find(({ role }) => role === visitCase.providerRole);
  if (requirement === undefined) throw new Error(`no requirement has the provider's role ${visitCase.providerRole}`);
  return requirement;
}

export function otherRequirements(visitCase: VisitCase): Requirement[] {
  const provider = providerRequirement(visitCase);
  return visitCase.requirements.filter((requirement) => requirement !== provider);
}

/** How long the provider's own part takes with this provider. */
export function providerMinutes(requirement: Requirement, provider: Candidate): number {
  if (provider.durationMinutes !== undefined) return provider.durationMinutes;
  if (requirement.durationMinutes === "as_provider") throw new Error("the provider's part needs a length of its own");
  return requirement.durationMinutes;
}

export function partMinutes(requirement: Requirement, minutesOfProvider: number): number {
  return requirement.durationMinutes === "as_provider" ? minutesOfProvider : requirement.durationMinutes;
}

/** From the start of the visit to the end of its last part, as the patient sees it; buffers are not part of it. */
export function visitMinutes(visitCase: VisitCase, minutesOfProvider: number): number {
  const provider = providerRequirement(visitCase);
  return Math.max(
    ...visitCase.requirements.map(
      (requirement) =>
        requirement.offsetMinutes +
        (requirement === provider ? minutesOfProvider : partMinutes(requirement, minutesOfProvider)),
    ),
  );
}

/** The part itself, and what the resource's calendar loses to it, buffers included. */
export function spansOf(
  requirement: Requirement,
  minutes: number,
  startsAt: Minute,
): { readonly work: TimeRange; readonly claim: TimeRange } {
  const from = startsAt + requirement.offsetMinutes;
  return {
    work: { startsAt: from as Minute, endsAt: (from + minutes) as Minute },
    claim: {
      startsAt: (from - requirement.bufferBeforeMinutes) as Minute,
      endsAt: (from + minutes + requirement.bufferAfterMinutes) as Minute,
    },
  };
}
