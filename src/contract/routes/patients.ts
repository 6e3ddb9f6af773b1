/** Patient records of one organisation. */
import { z } from "zod";
import { route } from "../route.ts";
import { email, id, instant, localDate, locale, personName, phone, slugIdParams, slugParams } from "../values.ts";
import { appointment } from "./appointments.ts";

export const patient = z.strictObject({
  id,
  given: z.string(),
  family: z.string(),
  secondFamily: z.string().nullable(),
  fullName: z.string(),
  birthDate: localDate.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  emailVerified: z.boolean(),
  phoneVerified: z.boolean(),
  locale,
  /** The record number that the clinic prints, or an imported one. */
  recordNumber: z.string().nullable(),
  hasAccount: z.boolean(),
  registeredAt: instant,
  version: z.int(),
});
export type Patient = z.infer<typeof patient>;

const details = {
  given: personName,
  family: personName,
  secondFamily: personName.nullable().optional(),
  birthDate: localDate,
  email: email.nullable().optional(),
  phone: phone.nullable().optional(),
  locale,
};

export const patientMatch = patient.extend({
  /** 0 to 1, how well the record fits what was typed. */
  score: z.number(),
  /** `same-birth-date`, `similar-name`, `same-phone`, `same-email`, `same-name`, `record-number`. */
  reasons: z.array(z.string()),
});
export type PatientMatch = z.infer<typeof patientMatch>;

export const searchPatients = route({
  method: "GET",
  path: "/organisations/:slug/patients",
  summary: "Find patients by name, phone, e-mail, birth date or record number; one typing error is forgiven",
  params: slugParams,
  query: z.strictObject({ text: z.string().min(2).max(200) }),
  answer: z.strictObject({ patients: z.array(patientMatch), more: z.boolean() }),
});

/** Asked while the desk types: nothing is written [BOOK-03]. */
export const checkPatient = route({
  method: "POST",
  path: "/organisations/:slug/patients/check",
  summary: "Likely duplicates and likely typing errors of a new record",
  params: slugParams,
  body: z.strictObject({
    given: z.string().max(200).optional(),
    family: z.string().max(200).optional(),
    secondFamily: z.string().max(200).nullable().optional(),
    birthDate: z.string().max(10).optional(),
    email: z.string().max(254).optional(),
    phone: z.string().max(32).optional(),
  }),
  answer: z.strictObject({
    duplicates: z.array(patientMatch),
    suggestions: z.array(
      z.strictObject({
        field: z.enum(["given", "family", "email", "phone", "birthDate"]),
        value: z.string(),
        text: z.string(),
      }),
    ),
    problems: z.array(z.strictObject({ field: z.string(), code: z.string(), text: z.string() })),
  }),
});

export const registerPatient = route({
  method: "POST",
  path: "/organisations/:slug/patients",
  summary: "Register a patient at the desk",
  params: slugParams,
  status: 201,
  idempotent: true,
  body: z.strictObject({
    ...details,
    recordNumber: z.string().max(40).optional(),
    /** Likely duplicates were shown and are other people. Without it likely duplicates are answered with 409. */
    notADuplicate: z.boolean().optional(),
  }),
  answer: patient,
});

export const getPatient = route({
  method: "GET",
  path: "/organisations/:slug/patients/:id",
  summary: "One patient record",
  params: slugIdParams,
  answer: patient,
});

export const updatePatient = route({
  method: "PATCH",
  path: "/organisations/:slug/patients/:id",
  summary: "Correct a patient record",
  params: slugIdParams,
  versioned: true,
  body: z.strictObject({
    given: personName.optional(),
    family: personName.optional(),
    secondFamily: personName.nullable().optional(),
    birthDate: localDate.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    locale: locale.optional(),
    recordNumber: z.string().max(40).nullable().optional(),
  }),
  answer: patient,
});

export const listPatientAppointments = route({
  method: "GET",
  path: "/organisations/:slug/patients/:id/appointments",
  summary: "A patient's appointments, past and future",
  params: slugIdParams,
  answer: z.strictObject({ appointments: z.array(appointment) }),
});
