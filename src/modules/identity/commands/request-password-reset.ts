import { setTimeout as wait } from "node:timers/promises";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  type DirectCall,
  done,
  functionCommand,
  platformOrganisationId,
  Refused,
  type Result,
  recordDone,
  refuseField,
} from "../../_kernel/index.ts";
import { accountByContact } from "../account-by-contact.ts";
import { type Contact, contactOf } from "../contact.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { type SentCode, sendCode } from "../send-code.ts";
import { issueCode } from "../verification-code.ts";

/** No answer comes sooner, so that its time does not tell whether a message was queued. */
const answerAfterMs = 150;

/** An unknown or unverified contact gets the same answer and no message [ID-05]. */
export const requestPasswordReset = functionCommand("password-resets.request", {
  permission: "account.sign-in",
  audit: "password-reset.request",
  publicBecause: "Whoever forgot the password cannot sign in.",
  perMinute: 10,
  run: async (call) => {
    const contact = contactOf(call.body.contact);
    if (contact === null) return refuseField("contact", "bad_format");
    const resetId = newId();
    const [sent] = await Promise.all([sendIfKnown(call, resetId, contact), wait(answerAfterMs)]);
    return sent.ok ? done({ resetId, expiresAt: sent.value.expiresAt }) : sent;
  },
});

async function sendIfKnown(
  call: DirectCall<"password-resets.request">,
  codeId: string,
  contact: Contact,
): Promise<Result<SentCode>> {
  const { database, keyring } = call;
  const account = await accountByContact(database.alone, keyring, contact);
  const personId = account?.verified && !account.suspended ? account.personId : null;
  concerns(call, personId);
  return asPerson(database, personId, async (tx) => {
    const request = { codeId, contact, purpose: "password-reset", personId } as const;
    const sent =
      personId === null
        ? await issueCode(tx, keyring, request)
        : await sendCode(tx, keyring, { ...request, orgId: platformOrganisationId, locale: call.body.locale });
    if (!sent.ok) throw new Refused(sent);
    await recordDone(tx, call);
    return sent;
  });
}
