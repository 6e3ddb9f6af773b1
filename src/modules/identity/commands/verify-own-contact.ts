import { newId } from "../../../platform/ids/identifiers.ts";
import { done, functionCommand, Refused, recordDone, refuseField } from "../../_kernel/index.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { readPerson } from "../person-record.ts";
import { sendAccountCode } from "../send-code.ts";
import { signedIn } from "../signed-in.ts";

/** Sends a code to the own contact that was left unverified at registration. */
export const verifyOwnContact = functionCommand("me.verify-contact", {
  permission: "profile.manage",
  audit: "account.request-code",
  perMinute: 20,
  run: async (call) => {
    const { personId } = signedIn(call.context);
    concerns(call, personId);
    const registrationId = newId();
    return asPerson(call.database, personId, async (tx) => {
      const { contacts, locale } = await readPerson(tx, call.keyring, personId);
      const contact = contacts.find(({ kind }) => kind === call.body.contact);
      if (contact === undefined || contact.verified) return refuseField("contact", "not_allowed");
      const request = { codeId: registrationId, contact, purpose: "verify", personId, locale } as const;
      const sent = await sendAccountCode(tx, call.keyring, request);
      if (!sent.ok) throw new Refused(sent);
      await recordDone(tx, call);
      return done({ registrationId, expiresAt: sent.value.expiresAt });
    });
  },
});
