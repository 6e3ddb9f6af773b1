import { newId } from "../../../platform/ids/identifiers.ts";
import { done, refuse, repeatableCommand } from "../../_kernel/index.ts";
import { changedPolicy } from "../../organisations/index.ts";
import { forgetCatalogue } from "../catalogue-cache.ts";
import { adminServiceOf, serviceProblems } from "../service-settings.ts";
import { insertService } from "../write-service.ts";

export const createService = repeatableCommand("admin.create-service", {
  permission: "service.manage",
  audit: "service.create",
  run: async (call) => {
    const { tx, body, context, audit } = call;
    const { orgId } = context.organisation;
    const fields = await serviceProblems(tx, orgId, body);
    if (fields.length > 0) return refuse("invalid_request", { fields });
    const id = newId(context.nowMs);
    audit.subjectType = "service";
    audit.subjectId = id;
    await insertService(tx, orgId, id, body, changedPolicy({}, body.policy));
    call.afterCommit(() => forgetCatalogue(orgId));
    return done({ id });
  },
  present: ({ tx, context }, effect) => adminServiceOf(tx, context.organisation.orgId, String(effect.id)),
});
