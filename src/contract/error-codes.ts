/**
 * Every refusal and error that the product can answer, with its HTTP status, its FHIR issue type (R4 `IssueType`), and
 * the step that helps. The words stand in `error-texts/`, one file per language; a code without words in every
 * language, or without a recovery, does not compile [UI-11].
 */
export type RecoveryAction =
  | "correct-fields"
  | "sign-in"
  | "choose-another-time"
  | "reload"
  | "retry"
  | "retry-later"
  | "call-clinic"
  | "ask-administrator"
  | "request-new-code"
  | "start-again"
  | "give-reason"
  | "check-duplicates"
  | "go-home";

interface ErrorKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 422 | 428 | 429 | 500 | 503;
  readonly fhirIssue: string;
  readonly recovery: RecoveryAction;
}

export const errorCodes = {
  invalid_request: { status: 422, fhirIssue: "invalid", recovery: "correct-fields" },
  malformed_json: { status: 400, fhirIssue: "structure", recovery: "correct-fields" },
  body_too_large: { status: 413, fhirIssue: "too-long", recovery: "correct-fields" },
  unauthenticated: { status: 401, fhirIssue: "login", recovery: "sign-in" },
  wrong_credentials: { status: 401, fhirIssue: "login", recovery: "correct-fields" },
  session_expired: { status: 401, fhirIssue: "expired", recovery: "sign-in" },
  forbidden: { status: 403, fhirIssue: "forbidden", recovery: "ask-administrator" },
  foreign_origin: { status: 403, fhirIssue: "forbidden", recovery: "reload" },
  not_found: { status: 404, fhirIssue: "not-found", recovery: "go-home" },
  slot_taken: { status: 409, fhirIssue: "conflict", recovery: "choose-another-time" },
  patient_busy: { status: 409, fhirIssue: "conflict", recovery: "choose-another-time" },
  not_bookable: { status: 409, fhirIssue: "business-rule", recovery: "choose-another-time" },
  not_allowed_now: { status: 409, fhirIssue: "business-rule", recovery: "reload" },
  deadline_passed: { status: 409, fhirIssue: "business-rule", recovery: "call-clinic" },
  too_many_reschedules: { status: 409, fhirIssue: "business-rule", recovery: "call-clinic" },
  likely_duplicate: { status: 409, fhirIssue: "duplicate", recovery: "check-duplicates" },
  already_exists: { status: 409, fhirIssue: "duplicate", recovery: "correct-fields" },
  hold_expired: { status: 410, fhirIssue: "expired", recovery: "choose-another-time" },
  hold_limit: { status: 429, fhirIssue: "throttled", recovery: "retry-later" },
  hold_already_extended: { status: 409, fhirIssue: "business-rule", recovery: "choose-another-time" },
  code_expired: { status: 410, fhirIssue: "expired", recovery: "request-new-code" },
  code_wrong: { status: 422, fhirIssue: "value", recovery: "correct-fields" },
  too_many_tries: { status: 429, fhirIssue: "throttled", recovery: "request-new-code" },
  contact_not_verified: { status: 403, fhirIssue: "login", recovery: "request-new-code" },
  guest_booking_off: { status: 403, fhirIssue: "business-rule", recovery: "sign-in" },
  stale_version: { status: 412, fhirIssue: "conflict", recovery: "reload" },
  version_required: { status: 428, fhirIssue: "required", recovery: "reload" },
  idempotency_mismatch: { status: 422, fhirIssue: "duplicate", recovery: "start-again" },
  idempotency_key_required: { status: 428, fhirIssue: "required", recovery: "retry" },
  reason_required: { status: 422, fhirIssue: "required", recovery: "give-reason" },
  impossible_time: { status: 422, fhirIssue: "value", recovery: "correct-fields" },
  hours_invalid: { status: 422, fhirIssue: "invalid", recovery: "correct-fields" },
  setup_done: { status: 409, fhirIssue: "business-rule", recovery: "sign-in" },
  setup_code_wrong: { status: 403, fhirIssue: "security", recovery: "correct-fields" },
  rate_limited: { status: 429, fhirIssue: "throttled", recovery: "retry-later" },
  unavailable: { status: 503, fhirIssue: "transient", recovery: "retry-later" },
  internal: { status: 500, fhirIssue: "exception", recovery: "retry" },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorCodes;

/** What can be wrong with one field of a request. */
export const fieldCodes = [
  "required",
  "too_short",
  "too_long",
  "bad_format",
  "bad_email",
  "bad_phone",
  "bad_date",
  "bad_time",
  "date_in_past",
  "date_in_future",
  "too_old",
  "not_allowed",
  "unknown_field",
  "unknown_reference",
  "out_of_range",
  "weak_password",
  "both_or_neither",
  "ends_before_start",
  "two_places_at_once",
  "break_outside_hours",
] as const;
export type FieldCode = (typeof fieldCodes)[number];

export interface Words {
  readonly title: string;
  readonly detail: string;
  /** What the reader can do next, as a sentence. */
  readonly recovery: string;
}

/** One language's words for everything that can go wrong. Placeholders are `{name}`. */
export interface ErrorTexts {
  readonly codes: Record<ErrorCode, Words>;
  readonly fields: Record<FieldCode, string>;
  /** Buttons of the recovery actions. */
  readonly actions: Record<RecoveryAction, string>;
}
