/** The staff's side, as somebody at the front desk sees it. */
import type { Locator } from "playwright-core";
import type { Visitor } from "../browser/open-browser.ts";
import { password } from "../demo/people.ts";

/** Signs in at the staff's door and opens a page behind it. */
export async function signInToWork(
  { page, t }: Visitor,
  { slug, contact, path = "diary" }: { slug: string; contact: string; path?: string },
): Promise<void> {
  await page.goto(`/${slug}/staff/${path}`);
  await page.getByLabel(t("sign-in.contact"), { exact: true }).fill(contact);
  await page.getByLabel(t("sign-in.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: t("sign-in.submit") }).click();
  await page
    .getByRole("navigation", { name: t("shell.navigation") })
    .first()
    .waitFor({ state: "attached" });
}

/** The diary of one day, following what happens elsewhere. */
export async function openDiary({ page, t }: Visitor, slug: string, localDate: string): Promise<void> {
  const live = page.waitForResponse((response) => response.url().includes("/live?") && response.ok());
  await page.goto(`/${slug}/staff/diary?date=${localDate}`);
  await page.getByRole("region", { name: t("diary.title") }).waitFor();
  await live;
}

/** The block of somebody's visit in the diary. */
export function visitOf({ page }: Pick<Visitor, "page">, name: string): Locator {
  return page.locator("[data-visit]").filter({ has: page.getByText(name, { exact: false }) });
}
