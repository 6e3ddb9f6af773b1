import { sqlStateOf } from "../../../platform/db/database-error.ts";
import { type Statement, statement } from "../../../platform/db/statement.ts";
import { done, functionCommand, recordDone, refuse } from "../../_kernel/index.ts";
import type { ContactKind } from "../contact.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { agentOf, endCurrentSession, startSession } from "../session.ts";
import { codeTarget, spendCode } from "../verification-code.ts";

const markVerified: Statement<never> = statement(
  "identity.mark-contact-verified",
  `update person_contact set verified_at = clock_timestamp()
   where person_id = $1 and kind = $2 and value_hash = $3 and verified_at is null`,
);
const selectVerified = statement<{ kind: ContactKind }>(
  "identity.verified-contacts",
  "select kind from person_contact where person_id = $1 and verified_at is not null order by kind",
);

/** The first contact that is proved signs its owner in; a second one, even typed in elsewhere, does not. */
export const verifyContact = functionCommand("accounts.verify", {
  permission: "account.register",
  audit: "account.verify-contact",
  publicBecause: "The code proves who it is; the first one signs in.",
  perMinute: 60,
  run: async (call) => {
    const { body, context, database, keyring } = call;
    const { registrationId: codeId, contact: kind } = body;
    const target = await codeTarget(database.alone, codeId, kind);
    const purpose = target?.purpose;
    if (!target?.personId || (purpose !== "register" && purpose !== "verify")) return refuse("code_expired");
    const { personId } = target;
    concerns(call, personId);
    call.audit.details = { contact: kind };

    try {
      const result = await asPerson(database, personId, async (tx) => {
        const proved = await spendCode(tx.all, keyring, { codeId, kind, purpose }, body.code);
        if (!proved.ok) return proved;
        const isNew = (await tx.run(markVerified, [personId, kind, proved.value])) === 1;
        const verified = (await tx.all(selectVerified, [personId])).map((row) => row.kind);
        const isFirst = isNew && verified.length === 1;
        const session = isFirst ? await startSession(tx, personId, agentOf(context)) : null;
        await recordDone(tx, call);
        return done({ verified, session });
      });
      if (!result.ok) return result;
      const { verified, session } = result.value;
      if (session !== null) {
        await endCurrentSession(call);
        call.session.start(session.token, session.expiresAt);
      }
      return done({ verified, signedIn: session !== null || context.actor.personId === personId });
    } catch (error) {
      // Somebody else has proved this contact meanwhile: the code is worth nothing any more, and no more is said.
      if (sqlStateOf(error) === "23505") return refuse("code_expired");
      throw error;
    }
  },
});
