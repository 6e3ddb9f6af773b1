import { done, query } from "../../_kernel/index.ts";
import { adminProvidersOf } from "../provider-settings.ts";

export const adminProviders = query("admin.providers", {
  permission: "provider.manage",
  audit: null,
  run: async ({ tx, context, keyring }) =>
    done({ providers: await adminProvidersOf(tx, keyring, context.organisation.orgId) }),
});
