import type { Operation } from "../_kernel/index.ts";
import { updateSettings } from "./commands/update-settings.ts";
import { listedOrganisations } from "./queries/listed-organisations.ts";
import { settings } from "./queries/settings.ts";

export { createOrganisation, type NewOrganisation, takeOrganisationAddress } from "./create-organisation.ts";
export { findOrganisation } from "./find-organisation.ts";
export { configureInstallation, type Installation, isDemo } from "./installation.ts";
export { onOrganisationChange } from "./organisation-changes.ts";
export { changedPolicy, type PolicySettings, policyFieldProblems, shownPolicy } from "./policy-settings.ts";

export const operations: readonly Operation[] = [listedOrganisations, settings, updateSettings];
