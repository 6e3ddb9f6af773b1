/** The demo's outbox page, opened in a tab of its own as a person would. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectGood } from "../browser/accessibility.ts";
import type { Visitor } from "../browser/open-browser.ts";

const longestWaitMs = 20_000;

/** The six digits in the newest message to an address. */
export function codeSentTo(visitor: Visitor, contact: "email" | "phone", address: string): Promise<string> {
  return inOutbox(visitor, address, async (page) => {
    const newest = contact === "phone" ? texts(page).first() : newestMail(page).locator("summary");
    await newest.waitFor({ timeout: longestWaitMs });
    const code = /\b\d{6}\b/.exec(await newest.innerText())?.[0];
    if (code === undefined) throw new Error(`There is no code in the newest message to ${address}.`);
    return code;
  });
}

/** Texts to a number, newest first, once there are so many. */
export function textsTo(visitor: Visitor, phone: string, atLeast: number): Promise<string[]> {
  return inOutbox(visitor, phone, async (page) => {
    const count = () => texts(page).count();
    await expect.poll(count, { timeout: longestWaitMs, interval: 300 }).toBeGreaterThanOrEqual(atLeast);
    return texts(page).allInnerTexts();
  });
}

interface CalendarMail {
  readonly text: string;
  /** Of the calendar entry. */
  readonly uid: string;
}

/** Waits for a mail whose calendar entry has this method and sequence. */
export function mailTo(
  visitor: Visitor,
  address: string,
  wanted: { readonly method: "REQUEST" | "CANCEL"; readonly sequence: number },
): Promise<CalendarMail> {
  return inOutbox(visitor, address, async (page) => {
    let calendar = "";
    const read = async () => {
      calendar = await calendarOfNewest(page);
      return { method: fieldOf(calendar, "METHOD"), sequence: Number(fieldOf(calendar, "SEQUENCE")) };
    };
    await expect.poll(read, { timeout: longestWaitMs, interval: 300 }).toEqual(wanted);
    await expectGood(page);
    const text = await newestMail(page).frameLocator("iframe").locator("body").innerText();
    return { text, uid: fieldOf(calendar, "UID") };
  });
}

async function inOutbox<T>({ context }: Visitor, address: string, read: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(`/outbox?address=${encodeURIComponent(address)}`);
    return await read(page);
  } finally {
    await page.close();
  }
}

const texts = (page: Page) => page.locator("section[aria-labelledby=texts] li");
const newestMail = (page: Page) => page.locator("section[aria-labelledby=mails] details").first();

/** What the newest mail's calendar file says; empty when it has none. */
async function calendarOfNewest(page: Page): Promise<string> {
  const mail = newestMail(page);
  if ((await mail.count()) === 0) return "";
  if ((await mail.getAttribute("open")) === null) await mail.locator("summary").click();
  const file = mail.getByRole("button", { name: /\.ics$/ });
  if ((await file.count()) === 0) return "";
  const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  // Long lines are folded by a line break and a space (RFC 5545, 3.1).
  return Buffer.concat(chunks)
    .toString("utf8")
    .replaceAll(/\r?\n[ \t]/g, "");
}

function fieldOf(calendar: string, name: string): string {
  return new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(calendar)?.[1] ?? "";
}
