import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { Locale } from "../../../src/contract/values.ts";
import { launchChromium, type Size, sizes } from "./launch-chromium.ts";
import { type Words, wordsOf } from "./words.ts";

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly locale: Locale;
  readonly t: Words;
}

export interface VisitorOptions {
  readonly area?: "portal" | "staff";
  readonly size?: Size;
  readonly locale?: Locale;
  /** Where the person sits; the clinic's own zone where it does not matter. */
  readonly zone?: string;
}

const pictures = join(import.meta.dirname, "../../../build/test/e2e");

/**
 * One browser for a test file; each visitor has cookies and storage of their own. A page that throws, or that its
 * content security policy stops, fails the test; a failed test leaves a picture of every open page in build/test/e2e.
 *
 * `const browser = openBrowser();` and in a test `const { page, t } = await browser.newVisitor({ size: "phone" });`
 */
export function openBrowser() {
  let browser: Browser;
  let visitors: Visitor[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    const found = [...faults];
    if (task.result?.state === "fail") await takePictures(task.name, visitors);
    await Promise.all(visitors.map(({ context }) => context.close()));
    visitors = [];
    faults = [];
    expect(found).toEqual([]);
  });

  async function newVisitor(options: VisitorOptions = {}): Promise<Visitor> {
    const { area = "portal", size = "desk", locale = "en", zone = "America/New_York" } = options;
    const context = await browser.newContext({
      baseURL: inject("demo").url,
      viewport: sizes[size],
      hasTouch: size === "phone",
      locale: locale === "en" ? "en-US" : "es-MX",
      timezoneId: zone,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(20_000);
    context.on("weberror", (error) => faults.push(String(error.error())));
    context.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) faults.push(message.text());
    });
    const visitor = { context, page: await context.newPage(), locale, t: wordsOf(area, locale) };
    visitors.push(visitor);
    return visitor;
  }
  return { newVisitor };
}

async function takePictures(test: string, visitors: readonly Visitor[]): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const name = test.replaceAll(/[^\p{L}\d]+/gu, "-").slice(0, 80);
  for (const [who, { context }] of visitors.entries()) {
    for (const [which, page] of context.pages().entries()) {
      const path = join(pictures, `${name}.${who}.${which}.png`);
      await page.screenshot({ path }).catch(() => {});
    }
  }
}
