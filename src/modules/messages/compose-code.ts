import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";
import { decryptCodePayload } from "./code-payload.ts";
import { type Composer, compose, suppress } from "./message.ts";
import { writeCodeMessage } from "./write-code-message.ts";

interface CodeContext {
  readonly clinicName: string;
  readonly email: string;
  readonly accent: string | null;
  readonly isSuperseded: boolean;
  readonly isExpired: boolean;
}

const selectContext = statement<CodeContext>(
  "messages.code-context",
  `select o.name as "clinicName", o.email, o.accent,
          exists (select from message m where m.org_id = o.org_id and m.subject_id = $2 and m.kind = 'code'
                    and m.channel = $3 and m.sequence > $4) as "isSuperseded",
          $5::timestamptz < now() - interval '10 minutes' as "isExpired"
   from organisation o where o.org_id = $1`,
);

/** A code that has been sent anew, or that no longer opens anything, only confuses: it is not sent. */
export const composeCode =
  (keyring: Keyring): Composer =>
  async (tx, { orgId, id, subjectId, channel, sequence, createdAt, locale, payloadCipher }) => {
    const context = await tx.one(selectContext, [orgId, subjectId, channel, sequence, createdAt]);
    if (context === undefined || payloadCipher === null) return suppress("gone");
    if (context.isSuperseded) return suppress("superseded");
    if (context.isExpired) return suppress("expired");
    const payload = decryptCodePayload(await keyring.organisation(tx, orgId), orgId, id, payloadCipher);
    return compose(writeCodeMessage(channel, locale, payload, context));
  };
