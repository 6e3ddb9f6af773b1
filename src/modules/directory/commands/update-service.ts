import { command, done, refuse } from "../../_kernel/index.ts";
import { changedPolicy } from "../../organisations/index.ts";
import { forgetCatalogue } from "../catalogue-cache.ts";
import { readServices } from "../read-services.ts";
import { adminServiceOf, serviceProblems } from "../service-settings.ts";
import { replaceService } from "../write-service.ts";

/** Visits that are booked keep their length, buffers and agreed rules; what is booked from now on has the new ones. */
export const updateService = command("admin.update-service", {
  permission: "service.manage",
  audit: "service.update",
  run: async (call) => {
    const { tx, params, body, ifMatch, context, audit } = call;
    const { orgId } = context.organisation;
    audit.subjectType = "service";
    audit.subjectId = params.id;
    const before = (await readServices(tx, orgId)).find(({ id }) => id === params.id);
    if (before === undefined) return refuse("not_found");
    const fields = await serviceProblems(tx, orgId, body);
    if (fields.length > 0) return refuse("invalid_request", { fields });
    const service = { id: params.id, version: ifMatch };
    const replaced = await replaceService(tx, orgId, service, body, changedPolicy(before.policy, body.policy));
    if (!replaced) return refuse("stale_version");
    audit.details = { version: ifMatch + 1 };
    call.afterCommit(() => forgetCatalogue(orgId));
    return done(await adminServiceOf(tx, orgId, params.id));
  },
});
