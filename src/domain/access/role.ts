/**
 * Who acts in an organisation, and how far an act may reach.
 *
 * A person holds roles per organisation and may hold several: Ms Roca is a doctor in cardiology and, for the
 * same organisation, a patient. Whoever has not signed in acts as `public`; whoever has is at least a
 * `patient` when acting for themselves. `operator` runs the installation and sees no patient. `system` is the
 * worker acting by itself.
 */
export const roles = [
  "public",
  "patient",
  "doctor",
  "nurse",
  "front-desk",
  "supervisor",
  "administrator",
  "operator",
  "system",
] as const;

export type Role = (typeof roles)[number];

/**
 * From narrow to wide. `own` is what a person is part of: the visits one has as patient, gives as clinician, or
 * holds the link of. `department` is the departments of one's membership. `organisation` is all of it.
 */
export const scopes = ["own", "department", "organisation"] as const;

export type Scope = (typeof scopes)[number];
