import type { Database } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { done, functionCommand, Refused, recordDone, refuse, refuseField } from "../../_kernel/index.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { hashPassword } from "../password.ts";
import { isWeakPassword } from "../password-strength.ts";
import { readPerson } from "../person-record.ts";
import { endSessionsExcept } from "../session.ts";
import { codeTarget, spendCode } from "../verification-code.ts";

const updatePassword = statement("identity.update-password", "update person set password_hash = $2 where id = $1");

/** Ends every other session: whoever knew the old password is out [ID-02]. */
export const resetPassword = functionCommand("password-resets.confirm", {
  permission: "account.sign-in",
  audit: "password-reset.confirm",
  publicBecause: "The code proves who it is.",
  perMinute: 20,
  run: async (call) => {
    const { body, context, database, keyring } = call;
    if (isWeakPassword(body.password, null)) return refuseField("password", "weak_password");
    const target = await resetTarget(database, body.resetId);
    if (target === null) return refuse("code_expired");
    const { personId, kind } = target;
    concerns(call, personId);
    const passwordHash = await hashPassword(body.password);

    return asPerson(database, personId, async (tx) => {
      const key = { codeId: body.resetId, kind, purpose: "password-reset" } as const;
      const proved = await spendCode(tx.all, keyring, key, body.code);
      if (!proved.ok) return proved;
      // Nobody was sent a code for an unknown contact: this one was guessed.
      if (personId === null) return refuse("code_wrong");
      const { name, contacts } = await readPerson(tx, keyring, personId);
      const email = contacts.find((contact) => contact.kind === "email")?.value ?? null;
      // Thrown, so that the code stays good for a better password.
      if (isWeakPassword(body.password, { ...name, email }))
        throw new Refused(refuseField("password", "weak_password"));
      await tx.run(updatePassword, [personId, passwordHash]);
      await endSessionsExcept(tx, personId, context.actor.sessionId);
      await recordDone(tx, call);
      return done(undefined);
    });
  },
});

/** A reset goes to one contact, and its request does not say of which kind. */
async function resetTarget(database: Database, resetId: string) {
  for (const kind of ["email", "phone"] as const) {
    const target = await codeTarget(database.alone, resetId, kind);
    if (target?.purpose === "password-reset") return { personId: target.personId, kind };
  }
  return null;
}
