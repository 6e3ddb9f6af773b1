/**
 * What can be wrong in a file of records (patients, past appointments). Each code has a text and a remedy in both
 * languages; the parameters named there are what those texts quote. None of them is a name or a contact.
 */
export const recordProblemCodes = [
  // The file.
  "not_utf8",
  "empty_file",
  "csv_syntax",
  "json_syntax",
  "missing_column",
  "ignored_column",
  "not_a_bundle",
  "no_patients",
  // One patient.
  "missing_value",
  "too_long",
  "bad_text",
  "bad_birth_date",
  "birth_date_in_future",
  "birth_date_too_long_ago",
  "duplicate_id",
  "deceased",
  "bad_email",
  "bad_phone",
  "unknown_language",
  // One appointment.
  "bad_record",
  "unknown_patient",
  "unknown_service",
  "unknown_provider",
  "unknown_location",
  "unknown_room",
  "wrong_length",
  "out_of_order",
  "time_taken",
] as const;

export type RecordProblemCode = (typeof recordProblemCodes)[number];

export interface RecordProblem {
  readonly code: RecordProblemCode;
  /** Line of the file, or number of the bundle's entry, counted from 1; 0 for the file as a whole. */
  readonly at: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `refused`: the record was not imported. `noticed`: it was, without the value that is wrong. */
export interface ProblemListener {
  refused(problem: RecordProblem): void;
  noticed(problem: RecordProblem): void;
}

export interface ProblemSentences {
  readonly message: string;
  readonly remedy: string;
}

export type RecordProblemTexts = Readonly<Record<RecordProblemCode, ProblemSentences>>;
