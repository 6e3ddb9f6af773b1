/**
 * Everything that can be wrong with a clinic file. Each code has a text and a remedy in both languages
 * (problem-texts.ts); the parameters named here are what those texts may quote.
 */
export const clinicFileProblemCodes = [
  // The file as YAML.
  "yaml_syntax",
  "empty_file",
  "file_too_large",
  "duplicate_field",
  // The shape of a field.
  "unsupported_version",
  "missing",
  "unknown_field",
  "not_text",
  "not_number",
  "not_yes_no",
  "not_list",
  "not_group",
  "not_one_of",
  "too_short",
  "too_long",
  "too_few",
  "too_many",
  "too_small",
  "too_large",
  "too_precise",
  "bad_value",
  // The format of a field.
  "bad_key",
  "bad_slug",
  "reserved_slug",
  "bad_zone",
  "bad_date",
  "no_such_date",
  "bad_time",
  "bad_phone",
  "bad_email",
  "bad_web_address",
  "bad_colour",
  "bad_language",
  "bad_country",
  "bad_currency",
  // How the parts fit together.
  "default_locale_not_listed",
  "text_missing",
  "duplicate_key",
  "duplicate_entry",
  "duplicate_email",
  "duplicate_holiday",
  "unknown_location",
  "unknown_department",
  "unknown_specialty",
  "unknown_room",
  "unknown_provider",
  "reversed_hours",
  "reversed_dates",
  "break_outside_hours",
  "overlapping_breaks",
  "overlapping_hours",
  "overlapping_hours_elsewhere",
  "room_need_unclear",
  "no_such_room",
  "room_elsewhere",
  "service_without_provider",
  "policy_contradicts",
] as const;

export type ClinicFileProblemCode = (typeof clinicFileProblemCodes)[number];

export type ProblemParams = Readonly<Record<string, string | number>>;

export interface ClinicFileProblem {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  /** Such as `providers[3].hours[0].from`. */
  readonly path: string;
  readonly code: ClinicFileProblemCode;
  readonly params: ProblemParams;
}

/** What is wrong, and what to do about it. */
export interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

export type ProblemTexts = Readonly<Record<ClinicFileProblemCode, ProblemText>>;
