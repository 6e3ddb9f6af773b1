import type { ErrorTexts } from "../error-codes.ts";

export const en: ErrorTexts = {
  codes: {
    invalid_request: {
      title: "Some details need correcting",
      detail: "One or more fields are missing or not valid.",
      recovery: "Correct the fields named and send again. What you typed is kept.",
    },
    malformed_json: {
      title: "The request could not be read",
      detail: "The body of the request is not valid JSON.",
      recovery: "Send a JSON document.",
    },
    body_too_large: {
      title: "That is too much at once",
      detail: "The request is larger than 1 MB.",
      recovery: "Shorten the text or send it in parts.",
    },
    unauthenticated: {
      title: "Please sign in",
      detail: "This page is only for people who are signed in.",
      recovery: "Sign in, and you come back to where you were.",
    },
    wrong_credentials: {
      title: "That did not match",
      detail: "The contact or the password is not right, or the contact is not verified yet.",
      recovery: "Check both and try again, or set a new password.",
    },
    session_expired: {
      title: "You were signed out",
      detail: "Your session ended because it was not used for a while.",
      recovery: "Sign in again. What you typed is kept.",
    },
    forbidden: {
      title: "You may not do this",
      detail: "Your role here does not include this action.",
      recovery: "Ask an administrator of your clinic if you need it.",
    },
    foreign_origin: {
      title: "The request came from another site",
      detail: "For your safety, changes are accepted only from Cita's own pages.",
      recovery: "Open the page again and repeat the step there.",
    },
    not_found: {
      title: "We could not find that",
      detail: "It does not exist, or it is not yours to see.",
      recovery: "Check the link, or start again from the first page.",
    },
    slot_taken: {
      title: "That time has just been taken",
      detail: "Someone else booked or is holding that time.",
      recovery: "Choose one of the times below, or search again.",
    },
    patient_busy: {
      title: "There is another appointment at that time",
      detail: "The patient already has an appointment that overlaps it.",
      recovery: "Choose another time, or move the other appointment.",
    },
    not_bookable: {
      title: "That time cannot be booked",
      detail: "The clinic's rules do not allow this time.",
      recovery: "Choose one of the times below, or search again.",
    },
    not_allowed_now: {
      title: "That is not possible any more",
      detail: "The appointment has changed, and this step does not fit its present state.",
      recovery: "Look at its present state and choose what is possible now.",
    },
    deadline_passed: {
      title: "The deadline has passed",
      detail: "This can no longer be changed online.",
      recovery: "Please call the clinic: {phone}.",
    },
    too_many_reschedules: {
      title: "This appointment has been moved too often",
      detail: "It has reached the number of changes that the clinic allows online.",
      recovery: "Please call the clinic: {phone}.",
    },
    likely_duplicate: {
      title: "This patient may be registered already",
      detail: "One or more records look like the same person.",
      recovery: "Look at the records shown. Use one of them, or say that it is another person.",
    },
    already_exists: {
      title: "That exists already",
      detail: "Something with the same name or number is there already.",
      recovery: "Choose another name or number.",
    },
    hold_expired: {
      title: "We could not keep that time any longer",
      detail: "The time was held for you, and the hold has ended.",
      recovery: "Choose it again if it is still free, or another time.",
    },
    hold_limit: {
      title: "You are holding several times already",
      detail: "Only a few times can be held at once.",
      recovery: "Finish or give back one of them, or wait a few minutes.",
    },
    hold_already_extended: {
      title: "The hold was extended once already",
      detail: "A time can be held longer only once.",
      recovery: "Finish the booking, or choose the time again after it ends.",
    },
    code_expired: {
      title: "That code is no longer valid",
      detail: "Codes are valid for 10 minutes.",
      recovery: "Ask for a new code.",
    },
    code_wrong: {
      title: "That code is not right",
      detail: "The six digits do not match the code we sent.",
      recovery: "Check the newest message and type the code again.",
    },
    too_many_tries: {
      title: "Too many tries",
      detail: "The code was entered wrongly too often.",
      recovery: "Ask for a new code.",
    },
    contact_not_verified: {
      title: "Please verify a contact first",
      detail: "To book, one of your contacts must be verified by a code.",
      recovery: "Ask for a code by e-mail or text message.",
    },
    guest_booking_off: {
      title: "Please sign in to book",
      detail: "This clinic takes online bookings from registered patients only.",
      recovery: "Sign in or register; it takes about a minute.",
    },
    stale_version: {
      title: "Someone changed this in the meantime",
      detail: "What you see is not the newest state.",
      recovery: "Look at the newest state and repeat your change if it still fits.",
    },
    version_required: {
      title: "The version is missing",
      detail: "A change must name the version it was made from (If-Match).",
      recovery: "Load the newest state and repeat your change.",
    },
    idempotency_mismatch: {
      title: "This request was sent before with other content",
      detail: "The same idempotency key came with a different body.",
      recovery: "Start the step again.",
    },
    idempotency_key_required: {
      title: "The request has no key",
      detail: "This write needs an Idempotency-Key header, so that a repeat does no harm.",
      recovery: "Send it again with a fresh key.",
    },
    reason_required: {
      title: "Please give a reason",
      detail: "This step is kept on record with its reason.",
      recovery: "Write a short reason and send again.",
    },
    impossible_time: {
      title: "That time does not exist",
      detail: "On that day the clocks go forward and skip it, or the date is not in the calendar.",
      recovery: "Choose another time.",
    },
    hours_invalid: {
      title: "The hours need correcting",
      detail: "Some of the hours cannot stand together.",
      recovery: "Correct the lines named.",
    },
    setup_done: {
      title: "This installation is set up",
      detail: "The first administrator exists already.",
      recovery: "Sign in instead.",
    },
    setup_code_wrong: {
      title: "That set-up code is not right",
      detail: "The code was printed when Cita was started for the first time.",
      recovery: "Copy it from the terminal and try again.",
    },
    rate_limited: {
      title: "Too many requests",
      detail: "There were many requests from here in a short time.",
      recovery: "Wait a minute and try again.",
    },
    unavailable: {
      title: "Cita cannot do this at the moment",
      detail: "A part that is needed does not answer. Nothing was lost.",
      recovery: "Try again in a minute, or call the clinic.",
    },
    internal: {
      title: "Something went wrong on our side",
      detail: "The step was not carried out.",
      recovery: "Try again. If it happens again, tell the clinic the reference {reference}.",
    },
  },
  fields: {
    required: "Please fill this in.",
    too_short: "This is too short: {minimum} characters at least.",
    too_long: "This is too long: {maximum} characters at most.",
    bad_format: "This does not look right.",
    bad_email: "This is not an e-mail address. It should look like name@example.com.",
    bad_phone: "This is not a phone number. Include the country code, such as +1 212 555 0123.",
    bad_date: "This date does not exist. Write it as day, month and year.",
    bad_time: "This time does not exist, or the clock skips it that day. Write it as 09:30.",
    date_in_past: "This date is in the past.",
    date_in_future: "This date is in the future.",
    too_old: "This date is too long ago.",
    not_allowed: "Choose one of the values offered.",
    unknown_field: "This field is not known here.",
    unknown_reference: "This does not exist here.",
    out_of_range: "This must be between {minimum} and {maximum}.",
    weak_password:
      "This password is known from leaks or too easy to guess. Use 12 characters or more, for example four words.",
    both_or_neither: "Give both, or neither.",
    ends_before_start: "The end must come after the start.",
    two_places_at_once: "At this time there are already hours at another place.",
    break_outside_hours: "This break lies outside the hours of its place and day.",
  },
  actions: {
    "correct-fields": "Correct",
    "sign-in": "Sign in",
    "choose-another-time": "Choose another time",
    reload: "Show the newest state",
    retry: "Try again",
    "retry-later": "Try again",
    "call-clinic": "Call the clinic",
    "ask-administrator": "Back",
    "request-new-code": "Send a new code",
    "start-again": "Start again",
    "give-reason": "Give a reason",
    "check-duplicates": "Look at the records",
    "go-home": "Go to the first page",
  },
};
