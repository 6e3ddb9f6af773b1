/**
 * What can be changed without moving the visit, and what such a change sets off [BOOK-19].
 *
 * Example: another reason for the visit is only noted (version + 1). Another room claims that room in the same
 * transaction. Another length also changes the patient's calendar entry (sequence + 1).
 */
export interface EditableField {
  /** Time is claimed for it, so it is closed once the visit has begun. */
  readonly claimsTime: boolean;
  /** The calendar entry that people have is no longer right. */
  readonly changesCalendar: boolean;
}

const noted: EditableField = { claimsTime: false, changesCalendar: false };
const claimed: EditableField = { claimsTime: true, changesCalendar: false };
const announced: EditableField = { claimsTime: true, changesCalendar: true };

export const editableFields = {
  reason: noted,
  notes: noted,
  contact: noted,
  service: claimed,
  room: claimed,
  equipment: claimed,
  participants: claimed,
  length: announced,
  provider: announced,
  location: announced,
  modality: announced,
} as const satisfies Record<string, EditableField>;

export type EditableFieldName = keyof typeof editableFields;

/** What patients may change where the organisation has said nothing else. */
export const defaultPatientFields: readonly EditableFieldName[] = ["reason", "contact"];
