/** The demo's outbox page, opened in a tab of its own as a person would. */
import { expect } from "vitest";
import { expectAccessible } from "../browser/accessibility.ts";
import type { Visitor } from "../browser/open-browser.ts";

const longestWaitMs = 20_000;

/** The six digits in the newest message to an address. */
export async function codeSentTo({ context }: Visitor, channel: "email" | "phone", address: string): Promise<string> {
  const page = await context.newPage();
  try {
    await page.goto(`/outbox?address=${encodeURIComponent(address)}`);
    const newest =
      channel === "phone"
        ? page.locator("section[aria-labelledby=texts] li").first()
        : page.frameLocator("section[aria-labelledby=mails] details[open] iframe").locator("body");
    await newest.waitFor({ timeout: longestWaitMs });
    const code = /\b\d{6}\b/.exec(await newest.innerText())?.[0];
    if (code === undefined) throw new Error(`There is no code in the newest message to ${address}.`);
    return code;
  } finally {
    await page.close();
  }
}

export interface Notice {
  readonly subject: string;
  readonly text: string;
  readonly calendar: string;
}

/** Waits for the mail of this kind to an address and gives what it says, its calendar entry included. */
export async function mailTo({ context, t }: Visitor, address: string, calendarSays: RegExp): Promise<Notice> {
  const page = await context.newPage();
  try {
    await page.goto(`/outbox?address=${encodeURIComponent(address)}`);
    await page.getByRole("heading", { name: t("outbox.mails") }).waitFor({ timeout: longestWaitMs });
    let notice: Notice | undefined;
    await expect
      .poll(
        async () => {
          notice = await newestMail(page);
          return notice?.calendar ?? "";
        },
        { timeout: longestWaitMs, interval: 500 },
      )
      .toMatch(calendarSays);
    await expectAccessible(page);
    if (notice === undefined) throw new Error("unreachable: the poll has passed");
    return notice;
  } finally {
    await page.close();
  }
}

type OutboxTab = Awaited<ReturnType<Visitor["context"]["newPage"]>>;

async function newestMail(page: OutboxTab): Promise<Notice | undefined> {
  const mail = page.locator("section[aria-labelledby=mails] details").first();
  if ((await mail.count()) === 0) return undefined;
  if ((await mail.getAttribute("open")) === null) await mail.locator("summary").click();
  const attachment = mail.getByRole("button", { name: /\.ics$/ });
  if ((await attachment.count()) === 0) return undefined;
  const [download] = await Promise.all([page.waitForEvent("download"), attachment.click()]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return {
    subject: (await mail.locator("summary").innerText()).split("\n")[0] ?? "",
    text: await mail.frameLocator("iframe").locator("body").innerText(),
    // Long lines are folded by a line break and a space (RFC 5545, 3.1).
    calendar: Buffer.concat(chunks)
      .toString("utf8")
      .replaceAll(/\r?\n[ \t]/g, ""),
  };
}

/** Texts to a number, newest first. */
export async function textsTo({ context }: Visitor, phone: string, atLeast: number): Promise<string[]> {
  const page = await context.newPage();
  try {
    await page.goto(`/outbox?address=${encodeURIComponent(phone)}`);
    const texts = page.locator("section[aria-labelledby=texts] li");
    await expect.poll(() => texts.count(), { timeout: longestWaitMs, interval: 500 }).toBeGreaterThanOrEqual(atLeast);
    return await texts.allInnerTexts();
  } finally {
    await page.close();
  }
}
