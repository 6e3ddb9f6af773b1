import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What every page has to be, as it stands: without a grave finding of axe, and never scrolled sideways [UI-07]. */
export async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** No serious and no critical finding. */
export async function expectAccessible(page: Page): Promise<void> {
  // The legacy mode opens no page of its own; mails in frames are their senders' pages, not ours.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude("iframe").analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const findings = grave.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, room } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(room);
}
