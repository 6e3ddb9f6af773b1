/** A clinic with one of everything, and people of every role in it: what the loops over all routes ask about. */
import { readFile } from "node:fs/promises";
import type { AnswerOf, Contract, RouteName } from "../../src/contract/index.ts";
import type { Appointment } from "../../src/contract/routes/appointments.ts";
import type { OrganisationContext } from "../../src/modules/_kernel/index.ts";
import { importClinic } from "../../src/modules/imports/clinic/import-clinic.ts";
import { readClinicFile } from "../../src/modules/imports/index.ts";
import { findOrganisation } from "../../src/modules/organisations/index.ts";
import { createPatient } from "../../src/modules/patients/index.ts";
import { newToken } from "../../src/platform/ids/identifiers.ts";
import type { Asking, SignedIn, TestServer } from "../builders/test-server.ts";

export const staffRoles = ["doctor", "nurse", "front-desk", "supervisor", "administrator", "operator"] as const;
export type StaffRole = (typeof staffRoles)[number];
export type Who = StaffRole | "patient" | "visitor";
export const everyone: readonly Who[] = ["visitor", "patient", ...staffRoles];

export interface RouteClinic {
  readonly server: TestServer;
  readonly organisation: OrganisationContext;
  readonly slug: string;
  readonly serviceId: string;
  readonly providerId: string;
  /** A provider without visits, whose hours may be changed; works at the annex. */
  readonly spareProviderId: string;
  readonly annexId: string;
  readonly locationId: string;
  readonly roomId: string;
  readonly departmentId: string;
  readonly patientId: string;
  /** Another person's record, with a visit. */
  readonly otherPatientId: string;
  readonly staff: Readonly<Record<StaffRole, SignedIn>>;
  readonly patient: SignedIn;
  cookieOf(who: Who): string;
  get<N extends RouteName>(name: N, who: Who, asking?: Asking): Promise<AnswerOf<Contract[N]>>;
  /** A start that is free now, three days from now or later. */
  freeStart(): Promise<string>;
  /** A new hold; the earlier one is given back. */
  hold(who: Who, movingAppointmentId?: string): Promise<string>;
  booked(): Promise<Appointment>;
  /** A date that no other call gave. */
  unusedDate(): string;
  /** What nobody outside the clinic, and no other patient, may read: names, contacts, reasons, ids of records. */
  readonly secrets: string[];
}

const file = new URL("../../src/modules/imports/fixtures/small-clinic.yaml", import.meta.url);

async function importSmallClinic({ database, keyring }: TestServer, slug: string): Promise<OrganisationContext> {
  const yaml = (await readFile(file, "utf8"))
    .replace("slug: little-clinic", `slug: ${slug}`)
    .replace("maxHorizonDays: 30", "maxHorizonDays: 90")
    .replace("email: hello@", "guestBooking: true\n  email: hello@")
    .replaceAll("@example.org", `@${slug}.example.org`);
  const read = readClinicFile(yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const imported = await importClinic(database, keyring, read.clinic);
  if (!imported.ok) throw new Error(`the clinic was refused: ${imported.code}`);
  const organisation = await findOrganisation(database)(slug);
  if (organisation === null) throw new Error("the clinic was not imported");
  return organisation;
}

export async function aRouteClinic(server: TestServer, slug: string, seen: number): Promise<RouteClinic> {
  const organisation = await importSmallClinic(server, slug);
  const { orgId } = organisation;
  const first = async <N extends RouteName>(name: N): Promise<AnswerOf<Contract[N]>> =>
    (await server.ask(name, { slug })).json();
  const profile = await first("organisation.get");
  const { providers } = await first("providers.list");
  const { services } = await first("services.list");
  const [department, service] = [profile.departments[0], services[0]];
  const location = profile.locations.find(({ name }) => name === "Main");
  const annex = profile.locations.find(({ name }) => name === "Annex");
  const provider = providers.find(({ id }) => service?.providerIds.includes(id));
  const spare = providers.find(({ id }) => id !== provider?.id);
  if (!department || !service || !location || !annex || !provider || !spare) throw new Error("the clinic is not whole");

  const staff = {} as Record<StaffRole, SignedIn>;
  for (const role of staffRoles) {
    const providerId = role === "doctor" ? provider.id : role === "nurse" ? spare.id : null;
    staff[role] = await server.newPerson({ orgId, roles: [role], departmentIds: [department.id], providerId });
  }
  const patient = await server.newPerson();
  const patientIds: string[] = [];
  const secrets: string[] = [];
  for (const [index, personId] of [patient.personId, null].entries()) {
    const details = {
      given: `Ilse${seen}${index}`,
      family: `Vargenholm${seen}${index}`,
      birthDate: `19${61 + seen}-03-1${index}`,
      email: `ilse.${seen}${index}@private.example`,
      phone: `+1212555${seen}18${index}`,
      locale: "en",
      personId,
      isEmailVerified: true,
    } as const;
    const { given, family, email, phone } = details;
    const { id } = await server.database.transaction({ orgId }, (tx) =>
      createPatient(tx, server.keyring, orgId, details, "desk"),
    );
    patientIds.push(id);
    secrets.push(id, given, family, email, phone);
  }
  const [patientId = "", otherPatientId = ""] = patientIds;
  const visitor = `cita-visitor=${newToken()}`;
  const cookieOf = (who: Who): string =>
    who === "visitor" ? visitor : who === "patient" ? patient.cookie : staff[who].cookie;

  async function get<N extends RouteName>(name: N, who: Who, asking: Asking = {}): Promise<AnswerOf<Contract[N]>> {
    const answer = await server.ask(name, { slug, cookie: cookieOf(who), ...asking });
    if (answer.statusCode >= 300) throw new Error(`${name} as ${who}: ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body || "null");
  }
  async function freeStart(): Promise<string> {
    const from = Temporal.Now.plainDateISO(organisation.zone).add({ days: 3 }).toString();
    const query = { serviceId: service?.id ?? "", from, days: "60" };
    // A visitor is shown no time that anybody holds.
    const found = await get("availability.search", "visitor", { query, cookie: "" });
    const range = found.providers[0]?.days[0]?.ranges[0];
    if (range === undefined) throw new Error("the clinic has no free time left");
    return range.startsAt;
  }
  const held = new Map<Who, string>();
  let dates = 0;
  return {
    ...{ server, organisation, slug, patientId, otherPatientId, staff, patient, secrets, cookieOf, get, freeStart },
    serviceId: service.id,
    providerId: provider.id,
    spareProviderId: spare.id,
    annexId: annex.id,
    locationId: location.id,
    roomId: (await server.ask("admin.rooms", { slug, cookie: staff.administrator.cookie })).json().rooms[0].id,
    departmentId: department.id,
    async hold(who, movingAppointmentId) {
      const earlier = held.get(who);
      if (earlier !== undefined) await get("holds.release", who, { params: { id: earlier } });
      const startsAt = await freeStart();
      const moving = movingAppointmentId === undefined ? {} : { movingAppointmentId };
      const body = { serviceId: service.id, providerId: provider.id, startsAt, ...moving };
      const { id } = await get("holds.create", who, { body });
      held.set(who, id);
      secrets.push(id);
      return id;
    },
    async booked() {
      const body = {
        patientId,
        serviceId: service.id,
        providerId: provider.id,
        startsAt: await freeStart(),
        reason: `Vertigoplania ${seen}`,
        notes: `Brings Ottokarine ${seen}`,
        channel: "desk",
        identityCheckedBy: "birth-date",
      };
      const appointment = await get("appointments.book-directly", "administrator", { body });
      secrets.push(appointment.id, appointment.reference, body.reason, body.notes);
      return appointment;
    },
    unusedDate() {
      dates += 1;
      return Temporal.Now.plainDateISO(organisation.zone)
        .add({ days: 100 + dates })
        .toString();
    },
  };
}
