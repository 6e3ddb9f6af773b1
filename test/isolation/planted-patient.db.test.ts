/**
 * A stolen disk shows no patient [SEC-01]. Planted people go through the whole product, as it runs on one machine; then
 * it is stopped, and every byte of its data folder and of its log is searched, and every row of every table as text.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedPostgres } from "../../src/platform/db/embedded-postgres.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { type SmtpStandIn, startSmtpStandIn } from "../../src/platform/mail/fake.ts";
import { type SmsStandIn, startSmsStandIn } from "../../src/platform/sms/fake.ts";
import { eventually } from "../builders/eventually.ts";
import { planted, plantedForms } from "./planted-people.ts";

const slug = "little-clinic";
const organisation = `/organisations/${slug}`;
const { patient, guest, registered, texts, passwords, typed } = planted;
const [password, staffPassword] = passwords;

let folder: string;
let dataDir: string;
let smtp: SmtpStandIn;
let sms: SmsStandIn;
let server: ChildProcess;
let address = "";
let log = "";
const tokens: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cita-planted-"));
  // PostgreSQL does not run as root; the user that it runs as then has to reach its files here.
  await chmod(folder, 0o755);
  dataDir = join(folder, "data");
  [smtp, sms] = [await startSmtpStandIn(), await startSmsStandIn()];
  server = spawn(process.execPath, [join(import.meta.dirname, "serve-clinic.ts")], {
    env: {
      PATH: process.env.PATH,
      CITA_DATA_DIR: dataDir,
      CITA_LOG_LEVEL: "trace",
      CITA_SMTP_URL: smtp.url,
      CITA_SMS_URL: sms.url,
      CITA_SMS_ACCOUNT: "account",
      CITA_SMS_SECRET: "secret",
      CITA_SMS_FROM: "+12125550100",
      STAFF_PASSWORD: staffPassword,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk: Buffer) => (log += chunk));
  await eventually(() => {
    if (server.exitCode !== null) throw new Error(`the server ended: ${log}`);
    address = /ready (\S+)/.exec(log)?.[1] ?? "";
    return address !== "";
  }, 60_000);
}, 90_000);
/** Its database stops with it. */
async function stopServer(): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}
afterAll(async () => {
  await stopServer();
  await smtp.stop();
  await sms.stop();
  await rm(folder, { recursive: true, force: true });
});

type Answer = { status: number; body: Record<string, never> & { [key: string]: unknown } };

/** A browser with its cookies. */
function browser() {
  const cookies = new Map<string, string>();
  return async function ask(method: string, path: string, body?: unknown, version?: number): Promise<Answer> {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        origin: address,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "idempotency-key": newId(),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(version !== undefined && { "if-match": `"${version}"` }),
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
      if (value !== "") tokens.push(value);
    }
    return { status: response.status, body: JSON.parse((await response.text()) || "{}") };
  };
}

type Browser = ReturnType<typeof browser>;

async function get<T>(ask: Promise<Answer>): Promise<T> {
  const { status, body } = await ask;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

type Visit = { id: string; version: number };

async function freeStarts(ask: Browser, serviceId: string): Promise<string[]> {
  const from = Temporal.Now.plainDateISO().add({ days: 3 }).toString();
  type Found = { providers: { days: { ranges: { startsAt: string; count: number; stepMinutes: number }[] }[] }[] };
  const found = await get<Found>(
    ask("GET", `${organisation}/availability?serviceId=${serviceId}&from=${from}&days=20`),
  );
  const days = found.providers.flatMap(({ days: each }) => each.flatMap(({ ranges }) => ranges));
  return days.map(({ startsAt }) => startsAt);
}

async function codeTo(contact: string): Promise<string> {
  const newest = () =>
    [...smtp.received().filter(({ to }) => to === contact), ...sms.received().filter(({ to }) => to === contact)]
      .flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? [])
      .at(-1);
  await eventually(() => newest() !== undefined, 20_000);
  return newest() ?? "";
}

describe("planted people", () => {
  const [own, desk, doctor, visitor] = [browser(), browser(), browser(), browser()];
  let serviceId: string;
  let providerId: string;
  let visit: Visit;

  it("a patient registers, proves both contacts and books", { timeout: 60_000 }, async () => {
    const register = { ...patient, password, locale: "en", organisation: slug };
    // First as one mistypes it, and as broken JSON: refusals keep nothing either.
    await own("POST", "/platform/accounts", { ...register, email: typed[0], birthDate: "2943-07-29" });
    await own("POST", "/platform/accounts", JSON.stringify(register).slice(0, -3));
    const { registrationId } = await get<{ registrationId: string }>(own("POST", "/platform/accounts", register));
    for (const contact of ["email", "phone"] as const) {
      const code = await codeTo(patient[contact]);
      await get(own("POST", "/platform/accounts/verify", { registrationId, contact, code }));
    }
    await own("POST", "/platform/sessions", { contact: patient.email, password: `${password}x` });
    await get(own("POST", "/platform/sessions", { contact: patient.phone, password }));
    // Too soon after the last code, and refused for it.
    await own("POST", "/platform/password-resets", { contact: patient.email, locale: "en" });

    const { services } = await get<{ services: { id: string; providerIds: string[] }[] }>(
      own("GET", `${organisation}/services`),
    );
    serviceId = services[0]?.id ?? "";
    providerId = services[0]?.providerIds[0] ?? "";
    const [startsAt] = await freeStarts(own, serviceId);
    const hold = await get<Visit>(own("POST", `${organisation}/holds`, { serviceId, providerId, startsAt }));
    visit = await get<Visit>(own("POST", `${organisation}/appointments`, { holdId: hold.id, reason: texts[0] }));
  });

  it("a guest books", { timeout: 60_000 }, async () => {
    const startsAt = (await freeStarts(visitor, serviceId)).at(-1);
    const { id } = await get<Visit>(visitor("POST", `${organisation}/holds`, { serviceId, providerId, startsAt }));
    await get(visitor("POST", `${organisation}/holds/${id}/guest`, { ...guest, verifyBy: "email", locale: "es" }));
    const code = await codeTo(guest.email);
    await get(visitor("POST", `${organisation}/holds/${id}/guest/verify`, { code }));
    await get(visitor("POST", `${organisation}/appointments`, { holdId: id, reason: texts[1] }));
  });

  it("the desk registers, finds, books, corrects, moves and cancels", { timeout: 60_000 }, async () => {
    await get(desk("POST", "/platform/sessions", { contact: "joan.mercer@example.org", password: staffPassword }));
    await get(desk("POST", `${organisation}/patients/check`, { ...registered, recordNumber: undefined }));
    const record = await get<Visit>(desk("POST", `${organisation}/patients`, { ...registered, locale: "es" }));
    await desk("POST", `${organisation}/patients`, { ...registered, recordNumber: undefined, locale: "es" });
    await get(
      desk("PATCH", `${organisation}/patients/${record.id}`, { phone: registered.phone, locale: "en" }, record.version),
    );
    for (const text of [
      patient.family,
      typed[1],
      registered.email,
      patient.phone,
      registered.birthDate,
      registered.recordNumber,
    ]) {
      const found = await get<{ patients: unknown[] }>(
        desk("GET", `${organisation}/patients?text=${encodeURIComponent(text)}`),
      );
      expect(found.patients.length, text).toBeGreaterThan(0);
      await get(desk("GET", `${organisation}/appointments?text=${encodeURIComponent(text)}`));
    }
    const startsAt = (await freeStarts(desk, serviceId)).at(1);
    const direct = { patientId: record.id, serviceId, providerId, startsAt, reason: texts[4], notes: texts[5] };
    const booked = await get<Visit>(
      desk("POST", `${organisation}/appointments/direct`, {
        ...direct,
        channel: "phone",
        identityCheckedBy: "birth-date",
      }),
    );
    const path = `${organisation}/appointments/${booked.id}`;
    const edited = await get<Visit>(desk("PATCH", path, { reason: texts[6], notes: texts[5] }, booked.version));
    const later = (await freeStarts(desk, serviceId)).at(2);
    const moved = await get<Visit>(
      desk("POST", `${path}/reschedule`, { startsAt: later, reason: texts[3] }, edited.version),
    );
    await desk("POST", `${path}/cancel`, { reason: texts[2] }, edited.version);
    await get(desk("POST", `${path}/cancel`, { reason: texts[2], requester: "patient" }, moved.version));
    await get(desk("GET", `${path}/history`));
  });

  it("the doctor enters time off, and the patient cancels", { timeout: 60_000 }, async () => {
    await get(doctor("POST", "/platform/sessions", { contact: "ana.ruiz@example.org", password: staffPassword }));
    const localDate = Temporal.Now.plainDateISO().add({ days: 3 }).toString();
    const times = { localStartTime: "00:00", localEndTime: "23:00" };
    const timeOff = { kind: "absence", localStartDate: localDate, localEndDate: localDate, ...times, note: texts[7] };
    await get(doctor("POST", `${organisation}/schedules/${providerId}/time-off`, timeOff));
    await get(own("POST", `${organisation}/appointments/${visit.id}/cancel`, { reason: texts[2] }, visit.version));
  });

  it("get their messages", { timeout: 60_000 }, async () => {
    const mailsTo = (address_: string) => smtp.received().filter(({ to }) => to === address_).length;
    // Code and booking; then the cancellation too.
    await eventually(() => mailsTo(patient.email) >= 3 && mailsTo(guest.email) >= 2, 30_000);
    expect(JSON.stringify(smtp.received())).toContain(patient.given);
  });
});

describe("when everything has stopped", () => {
  beforeAll(stopServer, 60_000);

  it("the data folder holds none of it, in any spelling [SEC-01]", { timeout: 120_000 }, async () => {
    const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const needles = plantedForms().map((text) => Buffer.from(text));
    const found: string[] = [];
    let bytes = 0;
    let publicTextSeen = 0;
    for (const file of files.filter((each) => each.isFile())) {
      const content = await readFile(join(file.parentPath, file.name));
      bytes += content.length;
      // What is in clear on purpose is found: the search sees what lies on the disk.
      if (content.includes("Riverbend")) publicTextSeen += 1;
      for (const needle of needles) if (content.includes(needle)) found.push(`${file.name}: ${needle.toString()}`);
    }
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(publicTextSeen).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it("the key that opens it lies elsewhere [SEC-01]", async () => {
    const key = Buffer.from((await readFile(join(folder, "cita-master.key"), "utf8")).trim(), "base64");
    for (const file of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const content = await readFile(join(file.parentPath, file.name));
      expect([content.includes(key), content.includes(key.toString("base64"))], file.name).toEqual([false, false]);
    }
  });

  it("the log holds none of it, nor a code, nor a session [SEC-05]", () => {
    const codes = [...smtp.received(), ...sms.received()].flatMap(({ text }) => text.match(/\b\d{6}\b/g) ?? []);
    expect(codes.length).toBeGreaterThanOrEqual(3);
    expect(tokens.length).toBeGreaterThan(3);
    for (const text of [...plantedForms(), ...tokens]) expect(log, text).not.toContain(text);
    for (const code of codes) expect(log).not.toMatch(new RegExp(`\\b${code}\\b`));
  });

  it("no row of any table holds it, compressed or not [SEC-01]", { timeout: 120_000 }, async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} });
    const owner = new Client({ connectionString: postgres.url });
    await owner.connect();
    try {
      const tables = await owner.query<{ name: string }>(
        "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      );
      for (const { name } of tables.rows) {
        const { rows } = await owner.query<{ text: string }>(`select t::text as text from ${name} t`);
        const all = rows.map(({ text }) => text).join("\n");
        for (const text of plantedForms()) expect(all.includes(text), `${text} in ${name}`).toBe(false);
      }
      const { rows } = await owner.query("select state from message where kind = 'booked' and sent_cipher is not null");
      expect(rows.length).toBeGreaterThan(1);
    } finally {
      await owner.end();
      await postgres.stop();
    }
  });
});
