/**
 * Fills the tables with the rows of twenty other organisations, and some thousand of the stage's own, past all checks. Who
 * works in one organisation must not notice the others, and nobody's query may walk over everything that is his.
 */
import type { Stage } from "../stage/stage.ts";

/** In SQL: `n` counts the rows, `org` is whose row it is. */
interface Filling {
  readonly table: string;
  /** Of how many rows for each row of the largest tables. */
  readonly share: number;
  readonly columns: string;
  readonly values: string;
}

// From midnight UTC on: at night in New York, so that none of them stands where the workload wants to book.
const at =
  "to_timestamp(floor(extract(epoch from now()) / 86400) * 86400) + (n % 200 - 100) * interval '1 day' + (n % 40) * interval '15 minutes'";

const fillings: readonly Filling[] = [
  {
    table: "appointment",
    share: 1,
    columns: `org_id, id, reference, status, patient_id, service_id, provider_id, department_id, location_id, modality,
      starts_at, ends_at, zone, local_start, channel, booked_at`,
    values: `org, id, id::text, 'booked', patient, service, resource, department, place, 'in-person',
      ${at}, ${at} + interval '15 minutes', 'UTC', '', 'import', now()`,
  },
  {
    // Not exclusive, so that a million of them need not be compared with each other; no query asks for that column.
    table: "claim",
    share: 1,
    columns: "org_id, id, resource_id, exclusive, kind, appointment_id, starts_at, ends_at",
    values: `org, gen_random_uuid(), resource, false, 'appointment', id, ${at}, ${at} + interval '15 minutes'`,
  },
  {
    table: "audit_event",
    share: 1,
    columns: "org_id, id, at, role, action, patient_id, outcome, request_id, origin, mac",
    values: `org, id, ${at}, 'front-desk', 'appointment.book', patient, 'done', '', 'bench', '\\x00'`,
  },
  {
    table: "outbox",
    share: 0.5,
    columns: "org_id, id, type, subject_id, at, processed_at",
    values: "org, id, 'appointment.booked', id, now(), now()",
  },
  {
    table: "message",
    share: 0.5,
    columns:
      "org_id, id, subject_type, subject_id, sequence, kind, channel, recipient_kind, recipient_id, locale, state, due_at",
    values: "org, id, 'appointment', id, 0, 'booked', 'email', 'patient', patient, 'en', 'accepted', now()",
  },
  {
    table: "appointment_change",
    share: 0.5,
    columns: "org_id, id, appointment_id, version, kind, at, actor_role",
    values: "org, gen_random_uuid(), id, 1, 'booked', now(), 'staff'",
  },
  {
    table: "appointment_confirmation",
    share: 0.25,
    columns: "org_id, id, appointment_id, about, method, at",
    values: "org, gen_random_uuid(), id, 'booking', 'verbal', now()",
  },
  {
    table: "idempotency",
    share: 0.25,
    columns: "org_id, actor, key, body_hash, effect",
    values: "org, patient::text, id::text, '\\x00', '{}'",
  },
  {
    table: "patient",
    share: 0.25,
    columns: "org_id, id, name_cipher, locale, origin",
    values: "org, id, '\\x00', 'en', 'import'",
  },
  { table: "patient_key", share: 0.25, columns: "org_id, patient_id, wrapped_key", values: "org, id, '\\x00'" },
  {
    table: "patient_search",
    share: 0.5,
    columns: "org_id, kind, hash, patient_id",
    values: "org, 1, decode(md5(n::text), 'hex'), id",
  },
  { table: "resource", share: 0.25, columns: "org_id, id, kind", values: "org, id, 'patient'" },
  {
    table: "hold",
    share: 0.05,
    columns: "org_id, id, holder, service_id, provider_id, location_id, starts_at, ends_at, expires_at",
    values: `org, id, decode(md5(n::text), 'hex'), id, resource, id, ${at}, ${at} + interval '15 minutes', now() + interval '5 minutes'`,
  },
  {
    table: "closure",
    share: 0.1,
    columns: "org_id, id, resource_id, kind, starts_at, ends_at, zone",
    values: `org, id, resource, 'time-off', ${at}, ${at} + interval '1 hour', 'UTC'`,
  },
  {
    table: "still_to_contact",
    share: 0.05,
    columns: "org_id, appointment_id, about, since",
    values: "org, id, 'booking', now()",
  },
  {
    table: "opening",
    share: 0.05,
    columns: "org_id, id, resource_id, location_id, weekday, from_minute, to_minute, effect",
    values: "org, id, resource, place, 1 + n % 7, 480, 1080, 'open'",
  },
  {
    table: "schedule_exception",
    share: 0.05,
    columns: "org_id, id, resource_id, local_date, kind",
    values: "org, id, resource, '2030-01-01', 'closed'",
  },
  {
    table: "provider",
    share: 0.02,
    columns: "org_id, id, key, role, given, family, languages",
    values: "org, id, id::text, 'doctor', 'Ana', 'Ruiz', '{en}'",
  },
  {
    table: "membership",
    share: 0.02,
    columns: "org_id, id, person_id, roles",
    values: "org, id, id, '{doctor}'",
  },
  { table: "person", share: 0.1, columns: "id, name_cipher, locale", values: "id, '\\x00', 'en'" },
  {
    table: "session",
    share: 0.1,
    columns: "id, token_hash, person_id, idle_minutes, expires_at",
    values: "gen_random_uuid(), decode(md5(n::text), 'hex'), id, 30, now() + interval '1 hour'",
  },
];

const others = 20;
/** The stage's own part: more than a query may pass over. */
const ownRows = 3_000;
/** The rest of what the stage has is made by importing its clinic and by the workload. */
const alsoOurs = new Set([
  ...["appointment", "claim", "audit_event", "outbox", "message"],
  ...["appointment_change", "appointment_confirmation", "idempotency"],
]);

export async function fillWithOthers({ owner, orgId, catalogue }: Stage, rows: number): Promise<void> {
  const [[service], [department], [place]] = [catalogue.services, catalogue.departments, catalogue.locations].map(
    (each) => [...each.keys()],
  ) as [string[], string[], string[]];
  const providers = [...catalogue.providers.keys()];
  const client = await owner.connect();
  try {
    // Neither foreign keys nor triggers are asked: these rows are only there to be passed over.
    await client.query("set session_replication_role = replica");
    await client.query(`insert into organisation (org_id, name, zone, country, default_locale, locales, phone, email)
      select gen_random_uuid(), 'Another ' || n, 'UTC', 'US', 'en', '{en}', '+1', '' from generate_series(1, ${others}) n`);
    for (const { table, share, columns, values } of fillings) {
      const insert = (made: string) =>
        client.query(`insert into ${table} (${columns}) select ${values} from (${made}) made on conflict do nothing`);
      await insert(`select n, md5('id' || n)::uuid as id, md5('patient' || n % 20000)::uuid as patient,
        md5('resource' || n % 2000)::uuid as resource, orgs.ids[1 + n % ${others}] as org,
        gen_random_uuid() as service, gen_random_uuid() as department, gen_random_uuid() as place
        from generate_series(1, ${Math.round(rows * share)}) n,
          (select array_agg(org_id) as ids from organisation where name like 'Another %') orgs`);
      if (!alsoOurs.has(table)) continue;
      await insert(`select n, md5('own' || n)::uuid as id, md5('own patient' || n % 500)::uuid as patient,
        ('{${providers.join(",")}}'::uuid[])[1 + n % ${providers.length}] as resource, '${orgId}'::uuid as org,
        '${service}'::uuid as service, '${department}'::uuid as department, '${place}'::uuid as place
        from generate_series(1, ${ownRows}) n`);
    }
    await client.query("set session_replication_role = origin");
    await client.query("analyze");
  } finally {
    client.release(true);
  }
}
