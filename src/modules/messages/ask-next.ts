/**
 * Asks the gateway about one text message whose fate nobody saw: it has it, or it never had it and it is sent after all.
 * As long as the gateway does not answer, the message stays unknown and is not sent again.
 */
import type { Whereabouts } from "../../platform/sms/sms-gateway.ts";
import * as rows from "./message-rows.ts";
import type { Sending } from "./send-next.ts";
import { readSent } from "./sent-archive.ts";

const askAgainSeconds = 60;

/** False: there is nothing to ask about. */
export async function askNext({ database, keyring, sms }: Sending, orgId: string): Promise<boolean> {
  const asking = await database.transaction({ orgId }, async (tx) => {
    const row = await rows.nextToAsk(tx, orgId);
    if (row === undefined) return null;
    await rows.beginAsking(tx, orgId, row.id);
    const sent = row.sentCipher === null ? null : await readSent(tx, keyring, { ...row, orgId }, row.sentCipher);
    return { row, sent };
  });
  if (asking === null) return false;
  const { row, sent } = asking;
  const which = { orgId, id: row.id, attempts: row.attempts };
  if (sent === null) {
    await database.transaction({ orgId }, (tx) => rows.endMessage(tx, which, "suppressed", "erased"));
    return true;
  }
  const whereabouts = await sms.ask({ reference: row.id, to: sent.to, text: sent.text });
  await database.transaction({ orgId }, async (tx) => {
    const end = attemptEnd(whereabouts);
    if (end !== null) await rows.settleAttempts(tx, orgId, row.id, end.outcome, end.detail);
    if (whereabouts.found === true) await rows.endMessage(tx, which, "accepted", null, whereabouts.gatewayId);
    else if (whereabouts.found === false) await rows.lookAgainLater(tx, which, "queued", "never-arrived", 0);
    else await rows.lookAgainLater(tx, which, "unknown", whereabouts.detail, askAgainSeconds);
  });
  return true;
}

function attemptEnd({ found }: Whereabouts) {
  if (found === true) return { outcome: "accepted", detail: "asked afterwards" } as const;
  return found === false ? ({ outcome: "failed-for-now", detail: "never arrived" } as const) : null;
}
