import { parseZone } from "../../../domain/time/index.ts";
import { done, type FieldProblem, functionCommand, recordDone, refuse } from "../../_kernel/index.ts";
import { readMe } from "../me.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { readPerson, updatePerson } from "../person-record.ts";
import { readExpiry } from "../session.ts";
import { signedIn } from "../signed-in.ts";

/** What is left out stays. The records that clinics keep of this person have their own copy of the name. */
export const updateMe = functionCommand("me.update", {
  permission: "profile.manage",
  audit: "account.update",
  run: async (call) => {
    const { body, database, keyring } = call;
    const { personId, sessionId } = signedIn(call.context);
    concerns(call, personId);
    const fields: FieldProblem[] = [];
    if (body.given?.trim() === "") fields.push({ path: "given", code: "required" });
    if (body.family?.trim() === "") fields.push({ path: "family", code: "required" });
    const zoneTyped = typeof body.zone === "string" ? parseZone(body.zone) : null;
    if (zoneTyped?.ok === false) fields.push({ path: "zone", code: "not_allowed" });
    if (fields.length > 0) return refuse("invalid_request", { fields });

    await asPerson(database, personId, async (tx) => {
      const person = await readPerson(tx, keyring, personId);
      const { name, locale, zone } = person;
      await updatePerson(tx, keyring, {
        ...person,
        name: {
          given: body.given?.trim() ?? name.given,
          family: body.family?.trim() ?? name.family,
          secondFamily: body.secondFamily === undefined ? name.secondFamily : body.secondFamily?.trim() || null,
        },
        locale: body.locale ?? locale,
        zone: body.zone === undefined ? zone : zoneTyped?.ok ? zoneTyped.zone : null,
      });
      call.audit.details = { changed: Object.keys(body).sort() };
      await recordDone(tx, call);
    });
    const expiresAt = await readExpiry(database, personId, sessionId);
    if (expiresAt === null) return refuse("session_expired");
    return done(await readMe(database, keyring, personId, { expiresAt }));
  },
});
