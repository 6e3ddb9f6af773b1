/** Writes the rows of many visits at once. The claims are inserted plainly: an overlap is a fault of the source. */
import type { Transaction } from "../../../platform/db/database.ts";
import { type Statement, statement } from "../../../platform/db/statement.ts";
import type { HistoryRows } from "./history-rows.ts";

function insertAll(table: string, columns: string): Statement<never> {
  const given = columns.replaceAll(/\w+/g, "w.$&");
  return statement(
    `imports.insert-${table}`,
    `insert into ${table} (org_id, ${columns}) select $1, ${given} from jsonb_populate_recordset(null::${table}, $2) w`,
  );
}

const insertAppointments = insertAll(
  "appointment",
  `id, reference, version, sequence, status, confirmed_at, rescheduled_at, started_at, ended_from, ended_at, patient_id,
   service_id, provider_id, room_id, department_id, location_id, modality, starts_at, ends_at, buffer_before_minutes,
   buffer_after_minutes, zone, local_start, channel, reason_cipher, notes_cipher, policy, reschedule_count, booked_at`,
);
const insertChanges = insertAll(
  "appointment_change",
  `id, appointment_id, version, kind, at, actor_role, requester, channel, reason_cipher, from_status, to_status,
   old_values, new_values`,
);
const insertConfirmations = insertAll("appointment_confirmation", "id, appointment_id, about, method, at");
const insertClaims = statement(
  "imports.insert-claims",
  `insert into claim (org_id, resource_id, kind, appointment_id, starts_at, ends_at)
   select $1, w.resource_id, 'appointment', w.appointment_id, w.starts_at, w.ends_at
   from jsonb_populate_recordset(null::claim, $2) w
   order by w.resource_id, w.starts_at`,
);

export async function writeHistory(tx: Transaction, orgId: string, rows: readonly HistoryRows[]): Promise<void> {
  const insert = (into: Statement<never>, records: readonly unknown[]) =>
    tx.run(into, [orgId, JSON.stringify(records)]);
  await insert(
    insertAppointments,
    rows.map(({ appointment }) => appointment),
  );
  await insert(
    insertClaims,
    rows.flatMap(({ claims }) => claims),
  );
  await insert(
    insertChanges,
    rows.flatMap(({ changes }) => changes),
  );
  await insert(
    insertConfirmations,
    rows.flatMap(({ confirmations }) => confirmations),
  );
}
