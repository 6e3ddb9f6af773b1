import type { Locale } from "../../../contract/values.ts";
import { statement } from "../../../platform/db/statement.ts";
import { done, query } from "../../_kernel/index.ts";
import { isDemo, isSetupNeeded } from "../installation.ts";

const selectListed = statement<{ slug: string; name: string; defaultLocale: Locale; phone: string; city: string }>(
  "organisations.listed",
  `select slug, name, default_locale as "defaultLocale", phone, city from listed_organisations()`,
);

export const listedOrganisations = query("platform.organisations", {
  permission: "organisation.view",
  audit: null,
  publicBecause: "It is the front page, and shows only organisations that chose to be listed.",
  run: async ({ tx }) => {
    const organisations = await tx.all(selectListed);
    return done({ demo: isDemo(), setupNeeded: await isSetupNeeded(), organisations });
  },
});
