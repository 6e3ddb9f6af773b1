/** What is wrong with a clinic file and what to do about it, in English. `{name}` stands for a parameter of the problem. */
import type { ProblemTexts } from "./problem-codes.ts";

export const englishProblemTexts: ProblemTexts = {
  yaml_syntax: {
    message: "The file cannot be read here: {detail}",
    remedy: "Check indentation, colons and quotes on this line.",
  },
  empty_file: {
    message: "The file is empty.",
    remedy: "Start from one of the files in demo/clinics.",
  },
  file_too_large: {
    message: "The file is larger than {limit} characters.",
    remedy: "Check that it is the clinic file, and split off what does not belong in it.",
  },
  duplicate_field: {
    message: "The field '{field}' stands here twice.",
    remedy: "Keep one of the two.",
  },
  unsupported_version: {
    message: "Format version {found} is not known here.",
    remedy: "Write formatVersion: {version}, or update Cita.",
  },
  missing: {
    message: "'{field}' is missing or has no value.",
    remedy: "Add {field} with its value.",
  },
  unknown_field: {
    message: "There is no field '{field}' here.",
    remedy: "Remove it, or use one of: {known}.",
  },
  not_text: {
    message: "'{field}' must be text; '{found}' is read as something else.",
    remedy: "Write one value and put it in quotes: '{found}'.",
  },
  not_number: {
    message: "'{field}' must be a whole number, not '{found}'.",
    remedy: "Write a number without quotes, units or decimals.",
  },
  not_yes_no: {
    message: "'{field}' must be true or false, not '{found}'.",
    remedy: "Write true or false without quotes.",
  },
  not_list: {
    message: "'{field}' must be a list.",
    remedy: "Write each entry on its own line after a hyphen, or in square brackets: [one, two].",
  },
  not_group: {
    message: "'{field}' must be a group of fields.",
    remedy: "Write its fields indented below it, each as name: value.",
  },
  not_one_of: {
    message: "'{found}' is not possible for '{field}'.",
    remedy: "Use one of: {known}.",
  },
  too_short: {
    message: "'{field}' is too short: it needs at least {limit} characters.",
    remedy: "Write it out, or remove the field if it is optional.",
  },
  too_long: {
    message: "'{field}' is longer than {limit} characters.",
    remedy: "Shorten it.",
  },
  too_few: {
    message: "'{field}' needs at least {limit} entries.",
    remedy: "Add what is missing to the list.",
  },
  too_many: {
    message: "'{field}' has more than {limit} entries.",
    remedy: "Remove what is too much.",
  },
  too_small: {
    message: "'{field}' is {found}; the least possible is {limit}.",
    remedy: "Write {limit} or more.",
  },
  too_large: {
    message: "'{field}' is {found}; the most possible is {limit}.",
    remedy: "Write {limit} or less.",
  },
  too_precise: {
    message: "'{field}' is {found}, more precise than {limit}.",
    remedy: "Round it.",
  },
  bad_value: {
    message: "'{found}' is not a possible value of '{field}'.",
    remedy: "Compare with the schema in docs/schemas and correct it.",
  },
  bad_key: {
    message: "'{found}' cannot be a key.",
    remedy: "Use lower-case letters without accents, digits and single hyphens, such as room-2.",
  },
  bad_slug: {
    message: "'{found}' cannot be part of a web address.",
    remedy: "Use lower-case letters without accents, digits and single hyphens, such as health-center.",
  },
  reserved_slug: {
    message: "The address '{found}' is used by Cita itself.",
    remedy: "Choose another slug, such as {found}-clinic.",
  },
  bad_zone: {
    message: "'{found}' is not a time zone.",
    remedy: "Use an IANA name of continent and city, such as America/New_York or Europe/Madrid.",
  },
  bad_date: {
    message: "'{found}' is not a date.",
    remedy: "Write year-month-day, such as 2027-03-09.",
  },
  no_such_date: {
    message: "The date {found} does not exist.",
    remedy: "Check month and day against a calendar.",
  },
  bad_time: {
    message: "'{found}' is not a time of day.",
    remedy: "Write hours and minutes with two digits each, from 00:00 to 23:59, such as 08:30.",
  },
  bad_phone: {
    message: "'{found}' is not a telephone number that can exist.",
    remedy: "Write it with country code, without spaces and in quotes, such as '+12125550123'.",
  },
  bad_email: {
    message: "'{found}' is not an e-mail address.",
    remedy: "Write it as name@example.org.",
  },
  bad_web_address: {
    message: "'{found}' is not a secure web address.",
    remedy: "Copy the whole address; it begins with https://.",
  },
  bad_colour: {
    message: "'{found}' is not a colour.",
    remedy: "Write # and six digits in quotes, such as '#0f6b5c'.",
  },
  bad_language: {
    message: "'{found}' is not a language code.",
    remedy: "Use a code such as en, es, pt-BR or ht.",
  },
  bad_country: {
    message: "'{found}' is not a country code.",
    remedy: "Use two capital letters, such as US or ES.",
  },
  bad_currency: {
    message: "'{found}' is not a currency code.",
    remedy: "Use three capital letters, such as USD or EUR.",
  },
  default_locale_not_listed: {
    message: "The default locale '{found}' is not among the organisation's locales.",
    remedy: "Add {found} to locales, or choose one of: {known}.",
  },
  text_missing: {
    message: "'{field}' lacks its text in '{locale}'.",
    remedy: "Add {locale}: the organisation says it speaks that language.",
  },
  duplicate_key: {
    message: "'{found}' is already used in line {line}.",
    remedy: "Give each entry a key of its own.",
  },
  duplicate_entry: {
    message: "'{found}' is already in this list, in line {line}.",
    remedy: "Remove one of the two.",
  },
  duplicate_email: {
    message: "The e-mail address '{found}' is already used in line {line}.",
    remedy: "Give each person an address of their own: they sign in with it.",
  },
  duplicate_holiday: {
    message: "The holiday {found} already stands in line {line} for the same place.",
    remedy: "Remove one of the two, or name different locations.",
  },
  unknown_location: {
    message: "There is no location '{found}'.",
    remedy: "Add it under locations, or use one of: {known}.",
  },
  unknown_department: {
    message: "There is no department '{found}'.",
    remedy: "Add it under departments, or use one of: {known}.",
  },
  unknown_specialty: {
    message: "There is no specialty '{found}'.",
    remedy: "Add it under specialties, or use one of: {known}.",
  },
  unknown_room: {
    message: "There is no room '{found}'.",
    remedy: "Add it under rooms, or use one of: {known}.",
  },
  unknown_provider: {
    message: "There is no provider '{found}'.",
    remedy: "Add this person under providers, or use one of: {known}.",
  },
  reversed_hours: {
    message: "The time from {from} to {to} ends before it begins.",
    remedy: "Write the earlier time first; for hours past midnight make two entries.",
  },
  reversed_dates: {
    message: "The days from {from} to {to} end before they begin.",
    remedy: "Write the earlier date first.",
  },
  break_outside_hours: {
    message: "The break from {from} to {to} is not inside the hours from {outerFrom} to {outerTo}.",
    remedy: "Move the break inside the hours, or change the hours.",
  },
  overlapping_breaks: {
    message: "The break from {from} to {to} overlaps another one.",
    remedy: "Make one break of the two.",
  },
  overlapping_hours: {
    message: "These hours overlap those in line {line} on {day}.",
    remedy: "Shorten one of the two, or join them.",
  },
  overlapping_hours_elsewhere: {
    message:
      "On {day} this provider would be at '{location}' and, by line {line}, at '{otherLocation}' at the same time.",
    remedy: "Change the days or times of one of the two.",
  },
  room_need_unclear: {
    message: "The service must say in exactly one way which room it takes.",
    remedy: "Keep one of anyOf, kind and capability, or remove room if it takes none.",
  },
  no_such_room: {
    message: "No room offers '{found}'.",
    remedy: "Add it to a room, or ask for something that a room offers: {known}.",
  },
  room_elsewhere: {
    message: "'{provider}' works only where this service has no room: {locations}.",
    remedy: "Allow a room there, give hours elsewhere, or take the provider off this service.",
  },
  service_without_provider: {
    message: "Nobody provides the service '{found}'.",
    remedy: "Name at least one provider.",
  },
  policy_contradicts: {
    message:
      "Nobody could ever book: {noticeMinutes} minutes of notice are more than the {horizonDays} days that can be booked ahead.",
    remedy: "Lower minNoticeMinutes or raise maxHorizonDays.",
  },
};
