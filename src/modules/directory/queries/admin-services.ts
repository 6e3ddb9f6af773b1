import { done, query } from "../../_kernel/index.ts";
import { readServices } from "../read-services.ts";
import { presentAdminService } from "../service-settings.ts";

export const adminServices = query("admin.services", {
  permission: "service.manage",
  audit: null,
  run: async ({ tx, context }) => {
    const rows = await readServices(tx, context.organisation.orgId);
    return done({ services: rows.map(presentAdminService) });
  },
});
