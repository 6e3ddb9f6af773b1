import { done, query } from "../../_kernel/index.ts";
import { readRooms } from "../read-directory.ts";

export const rooms = query("admin.rooms", {
  permission: "schedule.view",
  audit: null,
  run: async ({ tx, context }) => {
    const rows = await readRooms(tx, context.organisation.orgId);
    return done({
      rooms: rows.map(({ id, name, locationId, kind, active }) => ({ id, name, locationId, kind, active })),
    });
  },
});
