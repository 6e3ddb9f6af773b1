import type { z } from "zod";
import type { listOutbox as outboxRoute } from "../../../contract/routes/oversight.ts";
import type { ReceivedMail } from "../../../platform/mail/fake.ts";
import type { ReceivedSms } from "../../../platform/sms/fake.ts";
import { done, memoryQuery, refuse } from "../../_kernel/index.ts";
import { demoInbox } from "../demo-inbox.ts";

type OutboxMessage = z.infer<typeof outboxRoute.answer>["messages"][number];

function presentMail({ language, attachments, ...mail }: ReceivedMail): OutboxMessage {
  const locale = language === "en" || language === "es" ? language : null;
  return { ...mail, channel: "email", attachments: [...attachments], locale };
}

function presentText({ id, to, from, text, receivedAt }: ReceivedSms): OutboxMessage {
  return { id, channel: "sms", to, from, subject: null, text, html: null, attachments: [], receivedAt, locale: null };
}

export const listOutbox = memoryQuery("platform.outbox", {
  permission: "demo.outbox",
  audit: null,
  publicBecause: "Only the demo answers it, where every person is invented and visitors play the patients' part.",
  run: async ({ query: { address, limit = 100 } }) => {
    const inbox = demoInbox();
    if (inbox === null) return refuse("not_found");
    const wanted = address?.toLowerCase();
    const messages = [...inbox.mails().map(presentMail), ...inbox.texts().map(presentText)]
      .filter(({ to }) => wanted === undefined || to.toLowerCase() === wanted)
      .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
    return done({ messages: messages.slice(0, limit) });
  },
});
