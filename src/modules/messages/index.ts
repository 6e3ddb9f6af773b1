import type { Operation } from "../_kernel/index.ts";
import { listOutbox } from "./queries/list-outbox.ts";

export type { CodePurpose } from "./code-payload.ts";
export { composeCode } from "./compose-code.ts";
export { configureDemoInbox, type DemoInbox } from "./demo-inbox.ts";
export { type Html, html } from "./html.ts";
export { button, heading, mailHtml, paragraph } from "./mail-layout.ts";
export {
  type Channel,
  type Composed,
  type Composer,
  compose,
  type DueMessage,
  type MessageIntent,
  type MessageKind,
  type Outgoing,
  type OutgoingMail,
  type RecipientKind,
  type SubjectType,
  suppress,
} from "./message.ts";
export { type CodeMessage, queueCodeMessage } from "./queue-code-message.ts";
export { queueMessages } from "./queue-messages.ts";
export { type SenderOptions, startSender } from "./start-sender.ts";

export const operations: readonly Operation[] = [listOutbox];
