/** Bookings sent as fast as they are answered: to the API, to the bare route, and to the database alone. */
import type { Planned } from "autocannon";
import pg from "pg";
import { bookVisit } from "../../src/modules/booking/book-visit.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { fire } from "../load-generator.ts";
import { type Caller, headersOf, pathOf } from "../stage/api.ts";
import type { DirectVisits } from "../stage/direct-visits.ts";
import type { Patient, Stage } from "../stage/stage.ts";
import { quantile, sideBySide } from "../trial.ts";
import type { BareBooking } from "./bare-server.ts";
import type { FreePlace } from "./clinic.ts";

export interface Load {
  readonly clients: number;
  readonly bookings: number;
}

export interface Rate {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not the one hoped for. */
  readonly failed: number;
}

type NextPlace = () => FreePlace;

const reason = "Palpitations after climbing stairs, for two weeks";

async function send(url: string, { clients, bookings }: Load, requests: Planned[]): Promise<Rate> {
  const fired = await fire({ url, connections: clients, amount: bookings * requests.length, requests });
  const { answersPerSecond, within, failed } = fired;
  return { perSecond: answersPerSecond / requests.length, p50: within(0.5), p99: within(0.99), failed };
}

const json = { "content-type": "application/json" };

/** The desk books: signed in, validated, reason encrypted, audited, with the notice queued. */
export function directly(stage: Stage, url: string, next: NextPlace, load: Load): Promise<Rate> {
  const [desk = {}] = stage.desks;
  const headers = { ...headersOf(url, desk), ...json };
  const book: Planned = {
    method: "POST",
    path: pathOf("appointments.book-directly", stage.slug),
    setupRequest(sent) {
      const { serviceId, providerId, patientId, startsAt } = next();
      const how = { channel: "phone", identityCheckedBy: "birth-date", reason };
      const body = JSON.stringify({ patientId, serviceId, providerId, startsAt, ...how });
      return { ...sent, body, headers: { ...headers, "idempotency-key": newId() } };
    },
  };
  return send(url, load, [book]);
}

/** A patient holds a time and then books it: two requests, and only the pair counts. */
export function byHold(
  stage: Stage,
  url: string,
  next: NextPlace,
  patients: readonly Patient[],
  load: Load,
): Promise<Rate> {
  const callers = new Map(patients.map(({ id, caller }) => [id, caller]));
  let nth = 0;
  const headers = (patientId: string, address: string): Record<string, string> => {
    const caller: Caller = { ...callers.get(patientId), address };
    return { ...headersOf(url, caller), ...json, "idempotency-key": newId() };
  };
  const hold: Planned = {
    method: "POST",
    path: pathOf("holds.create", stage.slug),
    setupRequest(sent, kept) {
      const { serviceId, providerId, patientId, startsAt } = next();
      nth += 1;
      kept.patientId = patientId;
      kept.address = `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`;
      return {
        ...sent,
        body: JSON.stringify({ serviceId, providerId, startsAt }),
        headers: headers(patientId, kept.address),
      };
    },
    onResponse(_status, body, kept) {
      kept.holdId = (JSON.parse(body) as { id?: string }).id ?? "";
    },
  };
  const book: Planned = {
    method: "POST",
    path: pathOf("appointments.book", stage.slug),
    setupRequest: (sent, kept) => ({
      ...sent,
      body: JSON.stringify({ holdId: kept.holdId, reason }),
      headers: headers(kept.patientId ?? "", kept.address ?? ""),
    }),
  };
  return send(url, load, [hold, book]);
}

/** Floor B. */
export function barely(url: string, next: NextPlace, load: Load): Promise<Rate> {
  const book: Planned = {
    method: "POST",
    path: "/book",
    setupRequest(sent) {
      const { visit, ...place } = next();
      const endsAt = Temporal.Instant.from(place.startsAt)
        .add({ minutes: visit.endsAt - visit.startsAt })
        .toString();
      const booking: BareBooking = { ...place, endsAt };
      return { ...sent, body: JSON.stringify(booking), headers: json };
    },
  };
  return send(url, load, [book]);
}

/** Floor A: the same call of the database that the API makes, its values made beforehand, by clients that do nothing else. */
export async function byDatabaseClients(
  stage: Stage,
  visitOf: DirectVisits,
  next: NextPlace,
  { clients, bookings }: Load,
): Promise<Rate> {
  const wanted = Array.from({ length: bookings }, () => {
    const { serviceId, providerId, roomId, patientId, visit } = next();
    const service = stage.catalogue.services.get(serviceId);
    if (service === undefined) throw new Error("a place names no service of the clinic");
    return visitOf({ service, providerId, roomId, patientId, visit }).values;
  });
  const pool = new pg.Pool({ connectionString: stage.database.appUrl, max: clients, min: clients });
  await Promise.all(Array.from({ length: clients }, () => pool.query("select pg_sleep(0.05)")));
  const waits: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  await sideBySide(wanted, clients, async (values) => {
    const sentAt = performance.now();
    await pool.query({ name: bookVisit.name, text: bookVisit.text, values }).catch(() => {
      failed += 1;
    });
    waits.push(performance.now() - sentAt);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  await pool.end();
  return { perSecond: bookings / seconds, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), failed };
}
