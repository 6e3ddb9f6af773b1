export type { CodePurpose } from "./code-payload.ts";
export type { Channel, DueMessage, MessageIntent, MessageKind, RecipientKind, SubjectType } from "./message.ts";
export { type CodeMessage, queueCodeMessage } from "./queue-code-message.ts";
export { queueMessages } from "./queue-messages.ts";
