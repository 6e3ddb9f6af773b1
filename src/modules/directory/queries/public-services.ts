import { done, memoryQuery } from "../../_kernel/index.ts";
import { catalogueOf } from "../catalogue-cache.ts";
import { presentService } from "../present-public.ts";

/** All active services: those that are not booked online say so, and are booked by phone or at the desk. */
export const publicServices = memoryQuery("services.list", {
  permission: "directory.view",
  audit: null,
  publicBecause: "What can be booked is shown before anyone signs in [ID-07].",
  run: async ({ database, context, query }) => {
    const { services } = await catalogueOf(database, context.organisation.orgId);
    const shown = [...services.values()].filter(
      (service) =>
        service.active &&
        (query.specialty === undefined || service.specialtyCode === query.specialty) &&
        (query.departmentId === undefined || service.departmentId === query.departmentId),
    );
    return done({ services: shown.map(presentService) });
  },
});
