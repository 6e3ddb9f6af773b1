import type { FieldCode } from "../../../contract/error-codes.ts";
import type { BodyOf, Contract } from "../../../contract/index.ts";
import { type BirthDateCode, checkBirthDate } from "../../../domain/person/index.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  done,
  type FieldProblem,
  functionCommand,
  Refused,
  type Result,
  recordDone,
  refuse,
} from "../../_kernel/index.ts";
import { contactHint, normaliseEmail, parsePhone } from "../contact.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { hashPassword } from "../password.ts";
import { isWeakPassword } from "../password-strength.ts";
import { insertPerson, type Person } from "../person-record.ts";
import { organisationCountry } from "../queries/organisation-country.ts";
import { sendAccountCode } from "../send-code.ts";

type Body = BodyOf<Contract["accounts.register"]>;

/**
 * Makes an account that nobody can use yet, and sends a code to each of its contacts. A contact that has an account
 * already gets a note instead; answer, rows and time are the same [ID-05].
 */
export const registerAccount = functionCommand("accounts.register", {
  permission: "account.register",
  audit: "account.register",
  publicBecause: "Whoever registers has no account yet.",
  perMinute: 20,
  run: async (call) => {
    const { body, database, keyring } = call;
    const country = body.organisation === undefined ? null : await organisationCountry(database, body.organisation);
    const entered = personEntered(body, country, call.context.nowMs);
    if (!entered.ok) return entered;
    const { person, email, phone } = entered.value;
    concerns(call, person.id);
    const passwordHash = await hashPassword(body.password);

    const registrationId = newId();
    return asPerson(database, person.id, async (tx) => {
      await insertPerson(tx, keyring, person, passwordHash);
      let expiresAt = "";
      for (const contact of person.contacts) {
        const { id: personId, locale } = person;
        const request = { codeId: registrationId, contact, purpose: "register", personId, locale } as const;
        const sent = await sendAccountCode(tx, keyring, request);
        if (!sent.ok) throw new Refused(sent);
        expiresAt = sent.value.expiresAt;
      }
      await recordDone(tx, call);
      return done({ registrationId, expiresAt, emailHint: contactHint(email), phoneHint: contactHint(phone) });
    });
  },
});

interface Entered {
  readonly person: Person;
  readonly email: string;
  readonly phone: string;
}

const birthDateProblem: Readonly<Record<BirthDateCode, FieldCode>> = {
  malformed: "bad_date",
  impossible: "bad_date",
  in_future: "date_in_future",
  too_long_ago: "too_old",
};

/** Every field that is wrong is named at once. */
function personEntered(body: Body, country: string | null, nowMs: number): Result<Entered> {
  const fields: FieldProblem[] = [];
  const [given, family] = [body.given.trim(), body.family.trim()];
  if (given === "") fields.push({ path: "given", code: "required" });
  if (family === "") fields.push({ path: "family", code: "required" });
  const born = checkBirthDate(body.birthDate, latestToday(nowMs));
  if (!born.ok) fields.push({ path: "birthDate", code: birthDateProblem[born.code] });
  const email = normaliseEmail(body.email);
  if (email === null) fields.push({ path: "email", code: "bad_email" });
  const phone = parsePhone(body.phone, country);
  if (phone === null) fields.push({ path: "phone", code: "bad_phone" });
  if (isWeakPassword(body.password, { given, family, email })) fields.push({ path: "password", code: "weak_password" });
  if (fields.length > 0 || email === null || phone === null) return refuse("invalid_request", { fields });

  const name = { given, family, secondFamily: body.secondFamily?.trim() || null };
  const contacts = [
    { kind: "email", value: email, verified: false },
    { kind: "phone", value: phone, verified: false },
  ] as const;
  const person = { id: newId(), name, birthDate: body.birthDate, locale: body.locale, zone: null, contacts };
  return done({ person, email, phone });
}

/** Where the day begins first: a child born today anywhere on earth was born in no future. */
function latestToday(nowMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO("Pacific/Kiritimati")
    .toPlainDate()
    .toString();
}
