/**
 * Sends one message: claimed and written in one transaction, handed to the gateway outside any, its fate recorded in
 * another. Who dies in between leaves a claimed row behind, and nobody sends that one again without having asked.
 */
import type { Database, Transaction } from "../../platform/db/database.ts";
import { isDatabaseOutage } from "../../platform/db/database-error.ts";
import type { Logger } from "../../platform/log/logger.ts";
import type { Delivery } from "../../platform/mail/delivery.ts";
import type { Mailer } from "../../platform/mail/mailer.ts";
import type { SmsGateway } from "../../platform/sms/sms-gateway.ts";
import type { Keyring } from "../_kernel/index.ts";
import { addressHint } from "./address-hint.ts";
import { secondsUntilNextAttempt } from "./back-off.ts";
import type { Channel, Composer, Outgoing, SubjectType } from "./message.ts";
import * as rows from "./message-rows.ts";
import { archiveSent } from "./sent-archive.ts";

export interface Sending {
  /** Of the worker's role. */
  readonly database: Database;
  readonly keyring: Keyring;
  readonly log: Logger;
  readonly mailer: Mailer;
  readonly sms: SmsGateway;
  readonly composers: Readonly<Record<SubjectType, Composer>>;
}

interface Claimed {
  readonly row: rows.MessageRow;
  readonly attemptId: string;
  readonly outgoing: Outgoing;
}

/** Text messages are asked about once the gateway has had time to finish; e-mail cannot be asked about. */
const askAfterSeconds = 30;

/** False: nothing of this organisation is due on this channel. */
export async function sendNext(sending: Sending, orgId: string, channel: Channel): Promise<boolean> {
  const { database, log } = sending;
  const found: { row?: rows.MessageRow | undefined } = {};
  try {
    const claimed = await database.transaction({ orgId }, async (tx) => {
      found.row = await rows.nextDue(tx, orgId, channel);
      return found.row === undefined ? null : takeUp(sending, tx, orgId, found.row);
    });
    if (claimed !== null) await deliver(sending, orgId, claimed);
  } catch (error) {
    if (isDatabaseOutage(error) || found.row?.state !== "queued") throw error;
    const { id, attempts } = found.row;
    log.error({ err: error, orgId, messageId: id }, "a message could not be written");
    const seconds = secondsUntilNextAttempt(attempts + 1);
    await database.transaction({ orgId }, (tx) => rows.couldNotCompose(tx, orgId, id, seconds));
  }
  return found.row !== undefined;
}

async function takeUp(
  { composers, keyring }: Sending,
  tx: Transaction,
  orgId: string,
  row: rows.MessageRow,
): Promise<Claimed | null> {
  const which = { orgId, id: row.id, attempts: row.attempts };
  if (row.state === "claimed") {
    // Its sender died, perhaps after the gateway had taken it.
    await rows.settleAttempts(tx, orgId, row.id, "unknown", "the sender went away");
    await rows.lookAgainLater(tx, which, "unknown", "no-answer", 0);
    return null;
  }
  const message = { ...row, orgId };
  const { suppress, outgoing } = await composers[row.subjectType](tx, message);
  const archived = outgoing === null ? null : await archiveSent(tx, keyring, message, outgoing);
  if (outgoing === null || archived === null) {
    await rows.endMessage(tx, which, "suppressed", suppress ?? "erased");
    return null;
  }
  const hint = addressHint(outgoing.channel, outgoing.to);
  return { row, outgoing, attemptId: await rows.claimMessage(tx, orgId, row.id, archived, hint) };
}

async function deliver(sending: Sending, orgId: string, { row, attemptId, outgoing }: Claimed): Promise<void> {
  const delivery = await handOver(sending, row, outgoing);
  const which = { orgId, id: row.id, attempts: row.attempts + 1 };
  const detail = delivery.outcome === "accepted" ? "" : delivery.detail;
  await sending.database.transaction({ orgId }, async (tx) => {
    await rows.endAttempt(tx, orgId, attemptId, delivery.outcome, detail);
    await recordFate(tx, which, delivery);
  });
}

function handOver({ mailer, sms }: Sending, { id, locale }: rows.MessageRow, outgoing: Outgoing): Promise<Delivery> {
  if (outgoing.channel === "email") return mailer.send({ ...outgoing, key: id, language: locale });
  return sms.send({ to: outgoing.to, text: outgoing.text, reference: id });
}

async function recordFate(tx: Transaction, which: rows.Which, delivery: Delivery): Promise<void> {
  switch (delivery.outcome) {
    case "accepted":
      await rows.endMessage(tx, which, "accepted", null, delivery.gatewayId);
      return;
    case "failed-for-good":
      await rows.endMessage(tx, which, "failed", delivery.detail);
      return;
    case "unknown":
      await rows.lookAgainLater(tx, which, "unknown", delivery.detail, askAfterSeconds);
      return;
    case "failed-for-now":
      await tryAgain(tx, which, delivery.detail);
  }
}

async function tryAgain(tx: Transaction, which: rows.Which, detail: string): Promise<void> {
  const seconds = secondsUntilNextAttempt(which.attempts);
  if (seconds === null) await rows.endMessage(tx, which, "failed", detail);
  else await rows.lookAgainLater(tx, which, "queued", detail, seconds);
}
