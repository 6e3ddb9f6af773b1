/**
 * For every route of the contract one request or more that its server carries out, with every id that the route takes.
 * A new route does not compile until it stands here; the loops over all routes then try it as everybody and with
 * everything that is wrong.
 */
import type { ErrorCode } from "../../src/contract/error-codes.ts";
import type { RouteName } from "../../src/contract/index.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import type { RouteRequest } from "../builders/test-server.ts";
import type { RouteClinic, Who } from "./route-clinic.ts";

export interface RouteCase {
  readonly by: Who;
  readonly make: (clinic: RouteClinic) => Promise<RouteRequest> | RouteRequest;
  /** The refusal that is right where the test's installation cannot do it, such as a code that nobody was sent. */
  readonly refusedWith?: ErrorCode;
}

const asking = (by: Who, make: RouteCase["make"] = () => ({})): RouteCase => ({ by, make });
const refused = (by: Who, refusedWith: ErrorCode, make: RouteCase["make"]): RouteCase => ({ by, make, refusedWith });

const password = "correct horse battery staple";
const newEmail = (): string => `new-${newId()}@example.org`;

async function version(clinic: RouteClinic, list: "admin.services" | "admin.providers", id: string): Promise<number> {
  const answer: Record<string, { id: string; version: number }[]> = await clinic.get(list, "administrator");
  return (
    Object.values(answer)
      .flat()
      .find((each) => each.id === id)?.version ?? 0
  );
}

const scheduleVersion = async ({ get, spareProviderId: id }: RouteClinic): Promise<number> =>
  (await get("schedules.get", "administrator", { params: { id } })).version;

const service = ({ departmentId, providerId, roomId }: RouteClinic) => ({
  name: { en: "Consultation", es: "Consulta" },
  description: { en: "", es: "" },
  departmentId,
  specialty: "cardiology",
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  modality: "in-person",
  instructions: { en: "", es: "" },
  whatToBring: { en: "", es: "" },
  onlineBookable: true,
  active: true,
  providers: [{ providerId, durationMinutes: null }],
  roomIds: [roomId],
  policy: {},
});

const provider = ({ departmentId }: RouteClinic) => ({
  prefix: "",
  given: "Ben",
  family: "Cole",
  secondFamily: null,
  role: "nurse",
  email: null,
  phone: null,
  specialties: ["cardiology"],
  languages: ["en"],
  departmentIds: [departmentId],
  bio: { en: "", es: "" },
  active: true,
});

const timeOff = (clinic: RouteClinic) => {
  const localDate = clinic.unusedDate();
  const times = { localStartTime: "09:00", localEndTime: "10:00" };
  return { kind: "meeting", locationId: clinic.annexId, localStartDate: localDate, localEndDate: localDate, ...times };
};

const exception = (clinic: RouteClinic) => ({
  localDate: clinic.unusedDate(),
  kind: "extra",
  locationId: clinic.annexId,
  from: "18:00",
  to: "19:00",
});

const guest = {
  given: "Gail",
  family: "Guestworth",
  birthDate: "1975-02-03",
  email: "gail@example.org",
  phone: "+12125550177",
  verifyBy: "email",
  locale: "en",
};

const newPatient = {
  given: "Nell",
  family: "Newcombe",
  birthDate: "1990-09-09",
  email: "nell@example.org",
  phone: "+12125550188",
  locale: "en",
  notADuplicate: true,
};

const ofVisit = async (clinic: RouteClinic, body: unknown): Promise<RouteRequest> => {
  const { id, version: ifMatch } = await clinic.booked();
  return { params: { id }, ifMatch, body };
};

const ofSpareProvider = (clinic: RouteClinic, body?: unknown): RouteRequest => ({
  params: { id: clinic.spareProviderId },
  body,
});

export const routeCases: Readonly<Record<RouteName, readonly RouteCase[]>> = {
  "platform.organisations": [asking("visitor")],
  "platform.outbox": [refused("visitor", "not_found", () => ({ query: { limit: "5" } }))],
  "platform.set-up": [
    refused("visitor", "setup_code_wrong", () => ({
      body: {
        setupCode: "AAA-AAAA-AAA-AAAA",
        organisationName: "New Clinic",
        slug: "new-clinic",
        zone: "America/New_York",
        defaultLocale: "en",
        organisationPhone: "+12125550100",
        given: "Ada",
        family: "Lind",
        email: "ada@example.org",
        phone: "+12125550101",
        password,
      },
    })),
  ],
  "accounts.register": [
    asking("visitor", ({ slug }) => ({
      body: {
        ...{ given: "Rita", family: "Rowe", birthDate: "1985-01-02", email: newEmail(), phone: "+12125550144" },
        ...{ password, locale: "en", organisation: slug },
      },
    })),
  ],
  "accounts.verify": [
    refused("visitor", "code_expired", () => ({
      body: { registrationId: newId(), contact: "email", code: "123456" },
    })),
  ],
  "accounts.resend": [refused("visitor", "not_found", () => ({ body: { registrationId: newId(), contact: "email" } }))],
  "sessions.create": [
    refused("visitor", "wrong_credentials", () => ({ body: { contact: "nobody@example.org", password } })),
  ],
  "sessions.list": [asking("patient")],
  "sessions.end": [
    asking("patient", async ({ server, get, patient }) => {
      await server.newSession(patient.personId);
      const { sessions } = await get("sessions.list", "patient");
      return { params: { id: sessions.find(({ current }) => !current)?.id ?? "" } };
    }),
  ],
  // The last thing that this person does: a later case would find the session ended.
  "sessions.end-current": [asking("visitor")],
  "me.get": [asking("patient")],
  "me.update": [asking("patient", () => ({ body: { locale: "en", zone: "America/New_York" } }))],
  "me.verify-contact": [refused("patient", "invalid_request", () => ({ body: { contact: "phone" } }))],
  "password-resets.request": [asking("visitor", () => ({ body: { contact: newEmail(), locale: "en" } }))],
  "password-resets.confirm": [
    refused("visitor", "code_expired", () => ({ body: { resetId: newId(), code: "123456", password } })),
  ],

  "organisation.get": [asking("visitor")],
  "services.list": [asking("visitor", ({ departmentId }) => ({ query: { specialty: "cardiology", departmentId } }))],
  "providers.list": [
    asking("visitor", ({ serviceId, locationId }) => ({ query: { serviceId, locationId, language: "en" } })),
  ],

  "availability.search": [
    asking("patient", async ({ serviceId, providerId, locationId, booked }) => ({
      query: { serviceId, providerId, locationId, movingAppointmentId: (await booked()).id },
    })),
  ],
  "availability.explain": [
    asking("administrator", async (clinic) => {
      const { serviceId, providerId, locationId, roomId, patientId } = clinic;
      const movingAppointmentId = (await clinic.booked()).id;
      const startsAt = await clinic.freeStart();
      return { query: { serviceId, providerId, locationId, roomId, patientId, startsAt, movingAppointmentId } };
    }),
  ],
  "holds.create": [
    asking("patient", async ({ serviceId, providerId, locationId, freeStart, booked }) => ({
      body: {
        ...{ serviceId, providerId, locationId },
        movingAppointmentId: (await booked()).id,
        startsAt: await freeStart(),
      },
    })),
  ],
  "holds.get": [asking("patient", async ({ hold }) => ({ params: { id: await hold("patient") } }))],
  "holds.extend": [asking("patient", async ({ hold }) => ({ params: { id: await hold("patient") } }))],
  "holds.release": [asking("patient", async ({ hold }) => ({ params: { id: await hold("patient") } }))],
  "holds.guest": [
    asking("visitor", async ({ hold }) => ({
      params: { id: await hold("visitor") },
      body: { ...guest, email: newEmail() },
    })),
  ],
  "holds.verify-guest": [
    refused("visitor", "code_wrong", async ({ hold, get }) => {
      const params = { id: await hold("visitor") };
      await get("holds.guest", "visitor", { params, body: { ...guest, email: newEmail() } });
      return { params, body: { code: "000000" } };
    }),
  ],

  "appointments.book": [
    asking("patient", async ({ hold }) => ({ body: { holdId: await hold("patient"), reason: "A cough" } })),
  ],
  "appointments.book-directly": [
    asking("administrator", async (clinic) => {
      const { otherPatientId: patientId, serviceId, providerId, locationId, roomId } = clinic;
      const startsAt = await clinic.freeStart();
      const ids = { patientId, serviceId, providerId, locationId, roomId };
      return { body: { ...ids, startsAt, channel: "phone", identityCheckedBy: "phone" } };
    }),
  ],
  "appointments.get": [asking("patient", async ({ booked }) => ({ params: { id: (await booked()).id } }))],
  "appointments.own": [asking("patient")],
  "appointments.search": [
    asking("administrator", ({ providerId, serviceId, patientId }) => ({
      query: { providerId, serviceId, patientId, from: "2026-01-01", to: "2030-01-01", limit: "20" },
    })),
    asking("front-desk", () => ({ query: { text: "Vargenholm" } })),
  ],
  "appointments.reschedule": [
    asking("patient", async ({ booked, hold }) => {
      const { id, version: ifMatch } = await booked();
      return { params: { id }, ifMatch, body: { holdId: await hold("patient", id), reason: "School run" } };
    }),
    asking("administrator", async (clinic) => {
      const { providerId, locationId, roomId } = clinic;
      return ofVisit(clinic, { startsAt: await clinic.freeStart(), providerId, locationId, roomId, reason: "Moved" });
    }),
  ],
  "appointments.cancel": [
    asking("patient", (clinic) => ofVisit(clinic, { reason: "Better now", requester: "patient" })),
  ],
  "appointments.step": [asking("front-desk", (clinic) => ofVisit(clinic, { trigger: "confirm", method: "verbal" }))],
  "appointments.edit": [
    asking("administrator", (clinic) => ofVisit(clinic, { notes: "Asks for a ramp", roomId: clinic.roomId })),
  ],
  "appointments.history": [asking("patient", async ({ booked }) => ({ params: { id: (await booked()).id } }))],
  "appointments.to-contact": [asking("front-desk")],

  "patients.search": [asking("front-desk", () => ({ query: { text: "Vargenholm" } }))],
  "patients.check": [asking("front-desk", () => ({ body: { given: "Ilse", family: "Vargenholm" } }))],
  "patients.register": [asking("front-desk", () => ({ body: newPatient }))],
  "patients.get": [
    asking("front-desk", ({ otherPatientId: id }) => ({ params: { id } })),
    asking("patient", ({ patientId: id }) => ({ params: { id } })),
  ],
  "patients.update": [
    asking("administrator", async ({ otherPatientId: id, get }) => {
      const { version: ifMatch } = await get("patients.get", "administrator", { params: { id } });
      return { params: { id }, ifMatch, body: { locale: "es" } };
    }),
  ],
  "patients.appointments": [asking("front-desk", ({ patientId: id }) => ({ params: { id } }))],

  "diary.day": [
    asking("front-desk", ({ departmentId, locationId }) => ({
      query: { departmentId, locationId, columns: "provider" },
    })),
  ],
  "diary.week": [asking("front-desk", ({ providerId }) => ({ query: { resourceId: providerId } }))],

  "schedules.get": [asking("administrator", (clinic) => ofSpareProvider(clinic))],
  "schedules.put-hours": [
    asking("administrator", async (clinic) => {
      const hours = { weekday: 4, from: "09:00", to: "12:00", effect: "open", validFrom: null, validTo: null };
      const request = ofSpareProvider(clinic, { rules: [{ locationId: clinic.annexId, ...hours }] });
      return { ...request, ifMatch: await scheduleVersion(clinic) };
    }),
  ],
  "schedules.add-exception": [asking("administrator", (clinic) => ofSpareProvider(clinic, exception(clinic)))],
  "schedules.remove-exception": [
    asking("administrator", async (clinic) => {
      const request = ofSpareProvider(clinic, exception(clinic));
      const { id: exceptionId } = await clinic.get("schedules.add-exception", "administrator", request);
      return { params: { ...request.params, exceptionId } };
    }),
  ],
  "schedules.preview-time-off": [asking("administrator", (clinic) => ofSpareProvider(clinic, timeOff(clinic)))],
  "schedules.add-time-off": [asking("administrator", (clinic) => ofSpareProvider(clinic, timeOff(clinic)))],
  "schedules.remove-time-off": [
    asking("administrator", async (clinic) => {
      const request = ofSpareProvider(clinic, timeOff(clinic));
      const added = await clinic.get("schedules.add-time-off", "administrator", request);
      return { params: { ...request.params, timeOffId: added.timeOff.id } };
    }),
  ],
  "schedules.displaced": [asking("front-desk")],
  "holidays.list": [asking("administrator")],
  "holidays.add": [
    asking("administrator", ({ locationId, unusedDate }) => ({
      body: { localDate: unusedDate(), name: { en: "Founders' Day", es: "Día de los Fundadores" }, locationId },
    })),
  ],
  "holidays.remove": [
    asking("administrator", async ({ get, unusedDate }) => {
      const body = { localDate: unusedDate(), name: { en: "Fair", es: "Feria" }, locationId: null };
      const { holiday } = await get("holidays.add", "administrator", { body });
      return { params: { id: holiday.id } };
    }),
  ],

  "admin.services": [asking("administrator")],
  "admin.create-service": [asking("administrator", (clinic) => ({ body: service(clinic) }))],
  "admin.update-service": [
    asking("administrator", async (clinic) => ({
      params: { id: clinic.serviceId },
      ifMatch: await version(clinic, "admin.services", clinic.serviceId),
      body: service(clinic),
    })),
  ],
  "admin.providers": [asking("administrator")],
  "admin.create-provider": [asking("administrator", (clinic) => ({ body: provider(clinic) }))],
  "admin.update-provider": [
    asking("administrator", async (clinic) => ({
      ...ofSpareProvider(clinic, provider(clinic)),
      ifMatch: await version(clinic, "admin.providers", clinic.spareProviderId),
    })),
  ],
  "admin.rooms": [asking("administrator")],
  "admin.settings": [asking("administrator")],
  "admin.update-settings": [
    asking("administrator", async ({ get }) => {
      const { version: ifMatch, defaults: _, ...body } = await get("admin.settings", "administrator");
      return { ifMatch, body };
    }),
  ],

  "audit.list": [asking("supervisor", ({ patientId }) => ({ query: { patientId, limit: "10" } }))],
  "audit.verify": [asking("supervisor")],
};
