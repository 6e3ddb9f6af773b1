import { command, done, refuse } from "../../_kernel/index.ts";
import { forgetCatalogue } from "../catalogue-cache.ts";
import { adminProviderOf, encryptContacts, providerProblems } from "../provider-settings.ts";
import { readProviders } from "../read-providers.ts";
import { replaceProvider } from "../write-provider.ts";

export const updateProvider = command("admin.update-provider", {
  permission: "provider.manage",
  audit: "provider.update",
  run: async (call) => {
    const { tx, params, body, ifMatch, context, audit, keyring } = call;
    const { orgId } = context.organisation;
    audit.subjectType = "provider";
    audit.subjectId = params.id;
    const isHere = (await readProviders(tx, orgId)).some(({ id }) => id === params.id);
    if (!isHere) return refuse("not_found");
    const fields = await providerProblems(tx, context.organisation, body);
    if (fields.length > 0) return refuse("invalid_request", { fields });
    const contacts = await encryptContacts(tx, keyring, context.organisation, params.id, body);
    const provider = { id: params.id, version: ifMatch };
    if (!(await replaceProvider(tx, orgId, provider, body, contacts))) return refuse("stale_version");
    audit.details = { version: ifMatch + 1 };
    call.afterCommit(() => forgetCatalogue(orgId));
    return done(await adminProviderOf(tx, keyring, orgId, params.id));
  },
});
