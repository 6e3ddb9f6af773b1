import { done, functionCommand, Refused, recordDone, refuse } from "../../_kernel/index.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { readPerson } from "../person-record.ts";
import { sendAccountCode } from "../send-code.ts";
import { codeTarget } from "../verification-code.ts";

/** A new code in place of the old one; the registration stays the same. */
export const resendCode = functionCommand("accounts.resend", {
  permission: "account.register",
  audit: "account.resend-code",
  publicBecause: "Whoever registers is not signed in before the first code.",
  perMinute: 20,
  run: async (call) => {
    const { registrationId: codeId, contact: kind } = call.body;
    const target = await codeTarget(call.database.alone, codeId, kind);
    const purpose = target?.purpose;
    if (!target?.personId || (purpose !== "register" && purpose !== "verify")) return refuse("not_found");
    const { personId } = target;
    concerns(call, personId);
    return asPerson(call.database, personId, async (tx) => {
      const { contacts, locale } = await readPerson(tx, call.keyring, personId);
      const contact = contacts.find((one) => one.kind === kind);
      if (contact === undefined || contact.verified) return refuse("not_found");
      const sent = await sendAccountCode(tx, call.keyring, { codeId, contact, purpose, personId, locale });
      if (!sent.ok) throw new Refused(sent);
      await recordDone(tx, call);
      return done(sent.value);
    });
  },
});
