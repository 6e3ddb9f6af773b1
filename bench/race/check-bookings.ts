/**
 * After every trial: what must be true of an organisation's appointments and claims, whatever was tried at the same time.
 * Each question counts what should not be there, asked of the database by its superuser, past every policy.
 */
import type { Stage } from "../stage/stage.ts";

const live = "('booked', 'pending', 'arrived', 'checked-in', 'fulfilled')";

/** Claims that an appointment must have: provider and room with buffers, the patient for the visit itself. */
const wantedClaims = `
  select a.id, w.resource_id, w.starts_at, w.ends_at
  from appointment a cross join lateral (values
    (a.provider_id, a.starts_at - make_interval(mins => a.buffer_before_minutes), a.ends_at + make_interval(mins => a.buffer_after_minutes)),
    (a.room_id, a.starts_at - make_interval(mins => a.buffer_before_minutes), a.ends_at + make_interval(mins => a.buffer_after_minutes)),
    (a.patient_id, a.starts_at, a.ends_at)) as w (resource_id, starts_at, ends_at)
  where a.org_id = $1 and a.status in ${live} and w.resource_id is not null`;

const questions: Readonly<Record<string, string>> = {
  "pairs of claims that overlap on one resource": `
    select count(*) from claim a join claim b
      on b.org_id = a.org_id and b.resource_id = a.resource_id and b.id > a.id and b.during && a.during
    where a.org_id = $1 and a.exclusive and b.exclusive and not a.overbook and not b.overbook`,
  "claims that a live visit should have and has not": `
    select count(*) from (${wantedClaims}) w where not exists (
      select from claim c where c.org_id = $1 and c.appointment_id = w.id and c.resource_id = w.resource_id
        and c.starts_at = w.starts_at and c.ends_at = w.ends_at)`,
  "claims of a visit outside its present time": `
    select count(*) from claim c join appointment a on a.org_id = c.org_id and a.id = c.appointment_id
    where c.org_id = $1 and (c.starts_at > a.starts_at or c.ends_at < a.ends_at
      or c.starts_at < a.starts_at - make_interval(mins => a.buffer_before_minutes)
      or c.ends_at > a.ends_at + make_interval(mins => a.buffer_after_minutes))`,
  "claims of visits that are over": `
    select count(*) from claim c join appointment a on a.org_id = c.org_id and a.id = c.appointment_id
    where c.org_id = $1 and a.status not in ${live}`,
  "claims without an owner": `
    select count(*) from claim c where c.org_id = $1
      and not exists (select from hold h where h.org_id = c.org_id and h.id = c.hold_id)
      and not exists (select from appointment a where a.org_id = c.org_id and a.id = c.appointment_id)
      and not exists (select from closure k where k.org_id = c.org_id and k.id = c.closure_id)`,
  "appointments whose changes do not add up to their version": `
    select count(*) from appointment a
    where a.org_id = $1 and a.version <> (select count(*) from appointment_change c where c.org_id = $1 and c.appointment_id = a.id)`,
  "changes more or fewer than audit rows of done acts": `
    select abs((select count(*) from appointment_change where org_id = $1)
      - (select count(*) from audit_event where org_id = $1 and outcome = 'done' and action like 'appointment.%'
           and not details ? 'replayed')) as count`,
  "changes more or fewer than events in the outbox": `
    select abs((select count(*) from appointment_change where org_id = $1)
      - (select count(*) from outbox where org_id = $1 and type like 'appointment.%')) as count`,
  "idempotency keys that stand without an effect": `
    select count(*) from idempotency where org_id = $1 and effect is null`,
};

/** A sentence for each thing that is not as it must be; none is the answer hoped for. */
export async function brokenRules({ owner, orgId }: Stage): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, sql] of Object.entries(questions)) {
    const { rows } = await owner.query<{ count: string }>(sql, [orgId]);
    const found = Number(rows[0]?.count);
    if (found !== 0) broken.push(`${found} ${what}`);
  }
  return broken;
}

/** Ids that somebody was told of, and that are not there. */
export async function lostAppointments({ owner, orgId }: Stage, acknowledged: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select told.id from unnest($2::uuid[]) as told (id)
     where not exists (select from appointment a where a.org_id = $1 and a.id = told.id)`,
    [orgId, acknowledged],
  );
  return rows.map(({ id }) => `the acknowledged appointment ${id} is not there`);
}

/** Deadlocks that PostgreSQL has resolved in this database so far, also those that a retry hid from everybody. */
export async function deadlocksSoFar({ owner }: Stage): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(
    "select deadlocks as count from pg_stat_database where datname = current_database()",
  );
  return Number(rows[0]?.count);
}
