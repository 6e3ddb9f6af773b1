import { newId } from "../../../platform/ids/identifiers.ts";
import { done, refuse, repeatableCommand } from "../../_kernel/index.ts";
import { forgetCatalogue } from "../catalogue-cache.ts";
import { adminProviderOf, encryptContacts, providerProblems } from "../provider-settings.ts";
import { insertProvider } from "../write-provider.ts";

export const createProvider = repeatableCommand("admin.create-provider", {
  permission: "provider.manage",
  audit: "provider.create",
  run: async (call) => {
    const { tx, body, context, audit, keyring } = call;
    const { orgId } = context.organisation;
    const fields = await providerProblems(tx, context.organisation, body);
    if (fields.length > 0) return refuse("invalid_request", { fields });
    const id = newId(context.nowMs);
    audit.subjectType = "provider";
    audit.subjectId = id;
    const contacts = await encryptContacts(tx, keyring, context.organisation, id, body);
    await insertProvider(tx, orgId, id, body, contacts);
    call.afterCommit(() => forgetCatalogue(orgId));
    return done({ id });
  },
  present: ({ tx, context, keyring }, effect) =>
    adminProviderOf(tx, keyring, context.organisation.orgId, String(effect.id)),
});
