/** The claims of an appointment that is being moved: its present time counts as free for its own new time. */
import { asMinute, type TimeRange } from "../../domain/time/index.ts";
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Context } from "../_kernel/index.ts";

export type ClaimsByResource = ReadonlyMap<string, readonly TimeRange[]>;
export type OwnClaims = (
  database: Database,
  context: Context,
  appointmentId: string | undefined,
) => Promise<ClaimsByResource | undefined>;

const selectOwnClaims = statement<{
  resourceId: string;
  startsAt: number;
  endsAt: number;
  patientId: string;
  providerId: string;
  departmentId: string;
}>(
  "availability.own-claims",
  `select c.resource_id as "resourceId", (extract(epoch from c.starts_at) / 60)::int as "startsAt",
          (extract(epoch from c.ends_at) / 60)::int as "endsAt", a.patient_id as "patientId", a.provider_id as "providerId",
          a.department_id as "departmentId"
   from claim c join appointment a on a.org_id = c.org_id and a.id = c.appointment_id
   where c.org_id = $1 and c.appointment_id = $2`,
);

/** Nobody learns anything of an appointment that is not theirs: then its time is simply taken. */
export const ownClaims: OwnClaims = async (database, { organisation, actor }, appointmentId) => {
  if (appointmentId === undefined) return undefined;
  const rows = await database.transaction({ orgId: organisation.orgId }, (tx) =>
    tx.all(selectOwnClaims, [organisation.orgId, appointmentId]),
  );
  const visible = rows.filter(
    (row) =>
      row.patientId === actor.patientId ||
      row.providerId === actor.providerId ||
      actor.roles.includes("administrator") ||
      actor.departmentIds.includes(row.departmentId),
  );
  return Map.groupBy(
    visible.map(({ resourceId, startsAt, endsAt }) => ({
      resourceId,
      startsAt: asMinute(startsAt),
      endsAt: asMinute(endsAt),
    })),
    ({ resourceId }) => resourceId,
  );
};
