import { done, type Operation, query } from "../../_kernel/index.ts";
import { readHolidays } from "../../openings/index.ts";

export const listHolidays: Operation = query("holidays.list", {
  permission: "directory.view",
  publicBecause: "the days on which a clinic is closed hang on its door",
  audit: null,
  run: async ({ tx, context }) => {
    const rows = await readHolidays(tx, context.organisation.orgId);
    return done({
      holidays: rows.map(({ id, localDate, locationId, nameEn, nameEs }) => ({
        id,
        localDate,
        locationId,
        name: { en: nameEn, es: nameEs },
      })),
    });
  },
});
