/** The version of a provider's or room's weekly hours: the ETag that a change of them names. */
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { ScheduledResource } from "./scheduled-resource.ts";

const selectVersion = {
  provider: statement<{ version: number }>(
    "schedules.provider-version",
    "select schedule_version as version from provider where org_id = $1 and id = $2",
  ),
  room: statement<{ version: number }>(
    "schedules.room-version",
    "select schedule_version as version from room where org_id = $1 and id = $2",
  ),
};
const raiseVersion = {
  provider: statement(
    "schedules.raise-provider-version",
    `update provider set schedule_version = schedule_version + 1
     where org_id = $1 and id = $2 and schedule_version = $3`,
  ),
  room: statement(
    "schedules.raise-room-version",
    "update room set schedule_version = schedule_version + 1 where org_id = $1 and id = $2 and schedule_version = $3",
  ),
};

export async function readScheduleVersion(
  tx: Transaction,
  orgId: string,
  resource: ScheduledResource,
): Promise<number> {
  const row = await tx.one(selectVersion[resource.kind], [orgId, resource.id]);
  if (row === undefined) throw new Error(`${resource.kind} ${resource.id} is in the catalogue and not in its table`);
  return row.version;
}

/** False: the hours have another version by now. */
export async function raiseScheduleVersion(
  tx: Transaction,
  orgId: string,
  resource: ScheduledResource,
  expected: number,
): Promise<boolean> {
  return (await tx.run(raiseVersion[resource.kind], [orgId, resource.id, expected])) === 1;
}
