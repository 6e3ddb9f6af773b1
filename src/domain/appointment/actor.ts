/**
 * In which part somebody acts on one visit. A person has different parts in different visits: Dr. Roca is the
 * `clinician` of the visits she gives, the `patient` of those she has, and nothing in a colleague's.
 *
 * The letters are those of LIFECYCLE.md. An administrator acts on any visit of the organisation as the front desk, the
 * clinician and a supervisor may; a supervisor has only their own rows.
 */
export const actors = [
  "patient", // P: the patient, or their proxy
  "guest", // G: without an account, contact verified by code
  "link", // L: holds a verified link
  "desk", // S: front desk
  "clinician", // D: doctor, nurse or technician of this visit
  "supervisor", // A
  "administrator", // A
  "system", // Y
] as const;

export type Actor = (typeof actors)[number];

/** Those who act for the patient, alone and from outside. */
export const clients = ["patient", "guest", "link"] as const satisfies readonly Actor[];

/** The parts an actor may speak in, the narrowest last. */
export function partsOf(actor: Actor): readonly Actor[] {
  return actor === "administrator" ? ["administrator", "supervisor", "desk", "clinician"] : [actor];
}
