/** Routes that act in no organisation: accounts, sessions, the front page, first set-up. */
import { z } from "zod";
import { route } from "../route.ts";
import { email, id, instant, localDate, locale, personName, phone, shortText, slug, zone } from "../values.ts";

const code = z.string().regex(/^\d{6}$/);
const password = z.string().min(12).max(200);
const contactKind = z.enum(["email", "phone"]);

export const role = z.enum(["patient", "doctor", "nurse", "front-desk", "supervisor", "administrator", "operator"]);

export const me = z.strictObject({
  person: z.strictObject({
    id,
    given: z.string(),
    family: z.string(),
    secondFamily: z.string().nullable(),
    birthDate: localDate.nullable(),
    locale,
    zone: zone.nullable(),
    email: z.strictObject({ value: z.string(), verified: z.boolean() }).nullable(),
    phone: z.strictObject({ value: z.string(), verified: z.boolean() }).nullable(),
  }),
  /** The organisations where this person works. */
  memberships: z.array(
    z.strictObject({
      slug,
      organisationName: z.string(),
      zone,
      roles: z.array(role),
      permissions: z.array(z.string()),
      providerId: id.nullable(),
      departmentIds: z.array(id),
    }),
  ),
  /** The organisations that hold a patient record of this person. */
  patientOf: z.array(z.strictObject({ slug, organisationName: z.string(), patientId: id })),
  session: z.strictObject({ expiresAt: instant }),
});
export type Me = z.infer<typeof me>;

export const listOrganisations = route({
  method: "GET",
  path: "/platform/organisations",
  summary: "The organisations that chose to be listed on the front page",
  answer: z.strictObject({
    demo: z.boolean(),
    setupNeeded: z.boolean(),
    organisations: z.array(
      z.strictObject({ slug, name: z.string(), city: z.string(), defaultLocale: locale, phone: z.string() }),
    ),
  }),
});

/** Creates an unverified account and sends a code to each contact. The answer is the same whether the contact is new. */
export const registerAccount = route({
  method: "POST",
  path: "/platform/accounts",
  summary: "Register with e-mail and phone",
  status: 201,
  body: z.strictObject({
    given: personName,
    family: personName,
    secondFamily: personName.optional(),
    birthDate: localDate,
    email,
    phone,
    password,
    locale,
    /** The organisation where the person registers: its country reads a phone number without prefix. */
    organisation: slug.optional(),
  }),
  answer: z.strictObject({ registrationId: id, expiresAt: instant, emailHint: z.string(), phoneHint: z.string() }),
});

/** Checks one code. The first verified contact signs the person in (sets the session cookie); the second may follow. */
export const verifyContact = route({
  method: "POST",
  path: "/platform/accounts/verify",
  summary: "Verify an e-mail address or phone by its code",
  body: z.strictObject({ registrationId: id, contact: contactKind, code }),
  answer: z.strictObject({ verified: z.array(contactKind), signedIn: z.boolean() }),
});

export const resendCode = route({
  method: "POST",
  path: "/platform/accounts/resend",
  summary: "Send a contact's code again",
  body: z.strictObject({ registrationId: id, contact: contactKind }),
  answer: z.strictObject({ expiresAt: instant, nextAllowedAt: instant }),
});

/** Starts verification of a signed-in person's contact that is still unverified. */
export const verifyOwnContact = route({
  method: "POST",
  path: "/platform/me/contacts/verify",
  summary: "Ask for a code to one's own unverified contact",
  body: z.strictObject({ contact: contactKind }),
  answer: z.strictObject({ registrationId: id, expiresAt: instant }),
});

/** `contact` is an e-mail address or a phone number in E.164. */
export const signIn = route({
  method: "POST",
  path: "/platform/sessions",
  summary: "Sign in with a verified contact and password",
  status: 201,
  body: z.strictObject({ contact: z.string().min(3).max(254), password: z.string().min(1).max(200) }),
  answer: me,
});

export const signOut = route({ method: "DELETE", path: "/platform/sessions/current", summary: "End this session" });

export const listSessions = route({
  method: "GET",
  path: "/platform/sessions",
  summary: "One's own sessions",
  answer: z.strictObject({
    sessions: z.array(
      z.strictObject({ id, current: z.boolean(), startedAt: instant, lastSeenAt: instant, agent: z.string() }),
    ),
  }),
});

export const endSession = route({
  method: "DELETE",
  path: "/platform/sessions/:id",
  summary: "End one of one's own sessions",
  params: z.strictObject({ id }),
});

export const getMe = route({
  method: "GET",
  path: "/platform/me",
  summary: "The signed-in person, where they work and where they are a patient",
  answer: me,
});

export const updateMe = route({
  method: "PATCH",
  path: "/platform/me",
  summary: "Change one's own name, language or time zone",
  body: z.strictObject({
    given: personName.optional(),
    family: personName.optional(),
    secondFamily: personName.nullable().optional(),
    locale: locale.optional(),
    zone: zone.nullable().optional(),
  }),
  answer: me,
});

export const requestPasswordReset = route({
  method: "POST",
  path: "/platform/password-resets",
  summary: "Send a code to set a new password; the answer is the same for unknown contacts",
  status: 202,
  body: z.strictObject({ contact: z.string().min(3).max(254), locale }),
  answer: z.strictObject({ resetId: id, expiresAt: instant }),
});

export const resetPassword = route({
  method: "POST",
  path: "/platform/password-resets/confirm",
  summary: "Set a new password with a code; ends all other sessions",
  body: z.strictObject({ resetId: id, code, password }),
});

/** First start without the demo: the one-time code was printed by the server. */
export const setUpInstallation = route({
  method: "POST",
  path: "/platform/setup",
  summary: "Create the first organisation and its administrator",
  status: 201,
  body: z.strictObject({
    setupCode: z.string().min(8).max(64),
    organisationName: shortText,
    slug,
    zone,
    defaultLocale: locale,
    organisationPhone: phone,
    given: personName,
    family: personName,
    email,
    phone,
    password,
  }),
  answer: me,
});
