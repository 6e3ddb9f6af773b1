import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import { ownerName } from "../../../src/platform/db/postgres-cluster.ts";
import { readPostmaster } from "../../../src/platform/db/postmaster-file.ts";
import { newId } from "../../../src/platform/ids/identifiers.ts";

/**
 * As if the time of this hold were over; no test waits five minutes. The server is told to read the hold's calendars
 * again, as another node of the installation would tell it.
 */
export async function letHoldLapse(holdId: string): Promise<void> {
  await asOwner(async (client) => {
    const lapsed = await client.query<{ orgId: string; resourceIds: string[] }>(
      `with lapsed as (
         update hold set expires_at = clock_timestamp() - interval '1 second' where id = $1 returning org_id, id
       )
       select lapsed.org_id as "orgId", array_agg(resource_id) as "resourceIds"
       from lapsed join claim on claim.org_id = lapsed.org_id and claim.hold_id = lapsed.id group by lapsed.org_id`,
      [holdId],
    );
    const [hold] = lapsed.rows;
    if (hold === undefined) throw new Error(`There is no hold ${holdId}.`);
    const change = {
      ...{ eventId: newId(), orgId: hold.orgId, what: "hold", appointmentId: null, patientId: null, serviceId: null },
      localDates: [],
      deltas: hold.resourceIds.map((resourceId) => ({ resourceId, reload: true })),
    };
    await client.query("select pg_notify('cita_change', $1)", [JSON.stringify({ from: newId(), changes: [change] })]);
  });
}

/**
 * As if the appointment had been made for so many minutes from now (less than none: it has begun already). It gives up
 * its claims, because somebody else may have that time.
 */
export async function letAppointmentStartIn(appointmentId: string, minutes: number): Promise<void> {
  await asOwner(async (client) => {
    await client.query("delete from claim where appointment_id = $1", [appointmentId]);
    const { rowCount } = await client.query(
      `update appointment set starts_at = clock_timestamp() + make_interval(mins => $2),
              ends_at = clock_timestamp() + make_interval(mins => $2) + (ends_at - starts_at)
       where id = $1`,
      [appointmentId, minutes],
    );
    if (rowCount !== 1) throw new Error(`There is no appointment ${appointmentId}.`);
  });
}

async function asOwner(act: (client: Client) => Promise<void>): Promise<void> {
  const { dataDir } = inject("demo");
  const postmaster = await readPostmaster(join(dataDir, "postgres"));
  if (postmaster === undefined) throw new Error("The demo's database is not running.");
  const client = new Client({
    host: "127.0.0.1",
    port: postmaster.port,
    user: ownerName,
    password: (await readFile(join(dataDir, "postgres-password"), "utf8")).trim(),
    database: "cita",
  });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
