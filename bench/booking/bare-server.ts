/**
 * Floor B: what a booking costs at the very least over HTTP. One bare route, one statement for claims, appointment, audit
 * row and outbox row; nobody signs in, nothing is checked, encrypted or worked out, and no answer is made but the id.
 */
import { randomUUID } from "node:crypto";
import { fastify } from "fastify";
import pg from "pg";
import { newReference } from "../../src/platform/ids/identifiers.ts";
import type { FreePlace } from "./clinic.ts";

export interface BareServer {
  readonly url: string;
  readonly orgId: string;
  readonly departmentId: string;
  readonly locationId: string;
  readonly connections: number;
}

export type BareBooking = Omit<FreePlace, "visit"> & { readonly endsAt: string };

const bookAtOnce = `
  with booked as (
    insert into appointment (org_id, id, reference, status, patient_id, service_id, provider_id, room_id, department_id, location_id,
      modality, starts_at, ends_at, zone, local_start, channel, booked_at)
    values ($1, $2, $3, 'booked', $4, $5, $6, $7, $8, $9, 'in-person', $10, $11, 'America/New_York', '', 'phone', clock_timestamp())
  ), claimed as (
    insert into claim (org_id, resource_id, kind, appointment_id, starts_at, ends_at)
    select $1, id, 'appointment', $2, $10, $11 from unnest(array[$4, $6, $7]::uuid[]) as wanted (id) order by id
    on conflict do nothing returning 1
  ), audited as (
    insert into audit_event (org_id, id, at, role, action, subject_id, patient_id, outcome, request_id, origin, mac)
    values ($1, $12, clock_timestamp(), 'front-desk', 'appointment.book', $2, $4, 'done', '', 'bench', '\\x00')
  ), announced as (
    insert into outbox (org_id, id, type, subject_id) values ($1, $13, 'appointment.booked', $2)
  )
  select count(*)::int as won from claimed`;

process.once("message", async ({ url, orgId, departmentId, locationId, connections }: BareServer) => {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: `-c timezone=UTC -c app.org=${orgId}` });
  const app = fastify({ logger: false });
  app.post("/book", async (request, reply) => {
    const { serviceId, providerId, roomId, patientId, startsAt, endsAt } = request.body as BareBooking;
    const id = randomUUID();
    const who = [patientId, serviceId, providerId, roomId, departmentId, locationId];
    const values = [orgId, id, newReference(), ...who, startsAt, endsAt, randomUUID(), randomUUID()];
    const { rows } = await pool.query<{ won: number }>({ name: "book-at-once", text: bookAtOnce, values });
    if (rows[0]?.won !== 3) return reply.code(409).send({ code: "slot_taken" });
    return reply.code(201).send({ id });
  });
  process.once("disconnect", () => process.exit(0));
  const address: string = await Promise.resolve(app.listen({ port: 0, host: "127.0.0.1" }));
  process.send?.({ url: address });
});
