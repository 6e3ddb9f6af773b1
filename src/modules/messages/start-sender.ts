/** The worker's sender: e-mail and text messages side by side, so that a slow gateway of one does not hold up the other. */
import { type Rounds, startRounds } from "../_kernel/index.ts";
import { askNext } from "./ask-next.ts";
import type { Channel } from "./message.ts";
import { type Sending, sendNext } from "./send-next.ts";

export interface SenderOptions extends Sending {
  organisations(): Promise<readonly string[]>;
  readonly everyMs: number;
}

const sideBySide = 4;
const turnLength = 10;

export function startSender({ organisations, everyMs, ...sending }: SenderOptions): Rounds {
  const lane = (channel: Channel): Rounds =>
    startRounds({
      name: `sender ${channel}`,
      log: sending.log,
      everyMs,
      sideBySide: 2,
      organisations,
      work: (orgId) => takeTurn(sending, orgId, channel),
    });
  const lanes = [lane("email"), lane("sms")];
  return {
    wake: (orgId) => {
      for (const { wake } of lanes) wake(orgId);
    },
    stop: async () => {
      await Promise.all(lanes.map(({ stop }) => stop()));
    },
  };
}

/** A bounded number of messages of one organisation; true: more may be due. */
async function takeTurn(sending: Sending, orgId: string, channel: Channel): Promise<boolean> {
  async function senderInTurn(): Promise<boolean> {
    for (let sent = 0; sent < turnLength; sent++) if (!(await sendNext(sending, orgId, channel))) return false;
    return true;
  }
  const turns = Array.from({ length: sideBySide }, senderInTurn);
  if (channel === "sms") turns.push(askNext(sending, orgId));
  return (await Promise.all(turns)).includes(true);
}
