import { done, functionCommand, recordDone, refuse } from "../../_kernel/index.ts";
import { accountByContact } from "../account-by-contact.ts";
import { contactOf } from "../contact.ts";
import { readMe } from "../me.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { isPassword } from "../password.ts";
import { agentOf, endCurrentSession, startSession } from "../session.ts";
import { beginSignIn, endSignIn, signInTry, throttleSeconds } from "../sign-in-throttle.ts";

/**
 * Unknown contact, unverified contact, suspended account, wrong password: one answer, after the same work [ID-05].
 * The old session of this browser ends.
 */
export const signIn = functionCommand("sessions.create", {
  permission: "account.sign-in",
  audit: "session.start",
  publicBecause: "Nobody is signed in before signing in.",
  perMinute: 300,
  run: async (call) => {
    const { body, context, database, keyring } = call;
    const contact = contactOf(body.contact) ?? ({ kind: "email", value: body.contact } as const);
    const subjects = signInTry(keyring, contact.value, context.addressHash);
    if (!(await beginSignIn(database, subjects))) {
      return refuse("rate_limited", { with: { retryAfterSeconds: throttleSeconds } });
    }
    const account = await accountByContact(database.alone, keyring, contact);
    concerns(call, account?.personId ?? null);
    const matches = await isPassword(account?.passwordHash ?? null, body.password);
    const isRight = matches && account?.verified === true && !account.suspended;
    await endSignIn(database, subjects, isRight);
    if (!isRight) return refuse("wrong_credentials");

    const { personId } = account;
    const session = await asPerson(database, personId, async (tx) => {
      const started = await startSession(tx, personId, agentOf(context));
      await recordDone(tx, call);
      return started;
    });
    await endCurrentSession(call);
    call.session.start(session.token, session.expiresAt);
    return done(await readMe(database, keyring, personId, session));
  },
});
