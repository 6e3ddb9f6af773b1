/** What is wrong with a record of an imported file and what to do about it, in English. */
import type { RecordProblemTexts } from "./record-problem.ts";

export const englishRecordTexts: RecordProblemTexts = {
  not_utf8: {
    message: "The file is not in the UTF-8 encoding.",
    remedy: "Save it again as 'CSV UTF-8', or as JSON in UTF-8.",
  },
  empty_file: {
    message: "The file is empty.",
    remedy: "Start from one of the files in demo/patients.",
  },
  csv_syntax: {
    message: "The table cannot be read here: {detail}",
    remedy: "Check the quotes on this line: a quote inside a value is written twice.",
  },
  json_syntax: {
    message: "The JSON cannot be read: {detail}",
    remedy: "Export the file again; it may be cut off.",
  },
  missing_column: {
    message: "The column '{column}' is missing.",
    remedy: "Add it to the first line. The columns are: {known}.",
  },
  ignored_column: {
    message: "The column '{column}' is not known and was left out.",
    remedy: "Nothing needs to be done, unless it is one of these, misspelled: {known}.",
  },
  not_a_bundle: {
    message: "This is neither a FHIR Bundle nor a FHIR Patient.",
    remedy: "Export the patients as FHIR R4 JSON, or use a CSV file.",
  },
  no_patients: {
    message: "There is no patient in the file.",
    remedy: "Check that it is the right file: bundles of hospitals or practitioners hold none.",
  },
  missing_value: {
    message: "'{column}' is empty.",
    remedy: "Fill it in and import the file again; what is here already stays as it is.",
  },
  too_long: {
    message: "'{column}' is longer than {limit} characters.",
    remedy: "Shorten it and import the file again.",
  },
  bad_text: {
    message: "'{column}' holds characters that no name has.",
    remedy: "Remove line breaks and the signs < and >.",
  },
  bad_birth_date: {
    message: "The birth date is not a date.",
    remedy: "Write year-month-day, as in 1980-05-02.",
  },
  birth_date_in_future: {
    message: "The birth date lies in the future.",
    remedy: "Correct the year.",
  },
  birth_date_too_long_ago: {
    message: "The birth date lies more than 130 years back.",
    remedy: "Correct the year.",
  },
  duplicate_id: {
    message: "The same identifier stands in line or entry {other} already.",
    remedy: "Keep one of the two, or give them different identifiers.",
  },
  deceased: {
    message: "The patient is marked as deceased.",
    remedy: "Nothing needs to be done. If it is a mistake, correct it in the source.",
  },
  bad_email: {
    message: "The e-mail address cannot exist; the patient was imported without it.",
    remedy: "Correct it and import the file again, or enter it at the desk.",
  },
  bad_phone: {
    message: "The telephone number cannot exist; the patient was imported without it.",
    remedy: "Write it with its country code, as in +12125550123, or enter it at the desk.",
  },
  unknown_language: {
    message: "The language '{found}' is not one that messages can be sent in; the clinic's own is used.",
    remedy: "Use en or es.",
  },
  bad_record: {
    message: "'{field}' is missing or not as it must be.",
    remedy: "See the format in docs/IMPORT.md, and correct the line.",
  },
  unknown_patient: {
    message: "No patient was imported under this identifier.",
    remedy: "Import the patients first, with the same identifiers.",
  },
  unknown_service: {
    message: "The clinic has no service '{found}'.",
    remedy: "Use a key of the clinic's file, or add the service to it.",
  },
  unknown_provider: {
    message: "The clinic has no provider '{found}'.",
    remedy: "Use a key of the clinic's file, or add the provider to it.",
  },
  unknown_location: {
    message: "The clinic has no location '{found}'.",
    remedy: "Use a key of the clinic's file, or add the location to it.",
  },
  unknown_room: {
    message: "The clinic has no room '{found}'.",
    remedy: "Use a key of the clinic's file, or add the room to it.",
  },
  wrong_length: {
    message: "The visit must end after it starts, and last a day at most.",
    remedy: "Correct startsAt or endsAt.",
  },
  out_of_order: {
    message: "'{step}' cannot have happened at that moment in the visit's life.",
    remedy: "Check the order of the times, and that they fit the status.",
  },
  time_taken: {
    message: "The provider, the room or the patient is in another visit at that time.",
    remedy: "Correct the time, or mark one of the two visits as cancelled.",
  },
};
