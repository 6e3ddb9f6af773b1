/** Finding, holding and booking a time, as a patient does it. */
import type { Locator } from "playwright-core";
import { today } from "../../../src/web/i18n/dates.ts";
import type { Visitor } from "../browser/open-browser.ts";

/** Far enough from now for every deadline. */
const leastDaysAhead = 3;

export interface ChosenTime {
  readonly localDate: string;
  readonly button: Locator;
}

/** The start page, narrowed to cardiologists who speak Spanish. */
export async function findSpanishSpeakingCardiologist({ page, t }: Visitor): Promise<void> {
  await page.getByLabel(t("find.specialty"), { exact: true }).selectOption("cardiology");
  await page.getByText(t("find.more"), { exact: true }).click();
  await page.getByLabel(t("find.language"), { exact: true }).selectOption("es");
}

/** On the page of times: opens the first day from `leastDaysAhead` on that has at least so many free times. */
export async function openDayWithTimes({ page, t }: Visitor, zone: string, atLeast = 4): Promise<string> {
  const from = Temporal.PlainDate.from(today(zone)).add({ days: leastDaysAhead }).toString();
  const month = page.getByRole("toolbar", { name: t("month.days") });
  await month.waitFor();
  for (let monthsAhead = 0; monthsAhead < 4; monthsAhead += 1) {
    const open = await month
      .locator("button[data-day]:not(:disabled)")
      .evaluateAll((days) => days.map((day) => day.getAttribute("data-day") ?? ""));
    for (const day of open.filter((one) => one >= from)) {
      await month.locator(`[data-day="${day}"]`).click();
      await month.locator(`[data-day="${day}"][aria-pressed=true]`).waitFor();
      if ((await freeTimes({ page, t }).count()) >= atLeast) return day;
    }
    await page.getByRole("button", { name: t("month.next") }).click();
    await page.locator("[aria-busy=false] [data-day]").first().waitFor();
  }
  throw new Error(`No day within four months has ${atLeast} free times.`);
}

/** The buttons of the day that is open; each says 'Hold Monday 14 December, 10:20 am'. */
export function freeTimes({ page, t }: Pick<Visitor, "page" | "t">): Locator {
  const [before = ""] = t("time.choose", { when: "\0" }).split("\0");
  return page.getByRole("main").locator(`button[aria-label^="${before}"]`);
}

/** The identity of the hold in the address of every page that has one. */
export function holdIdOf({ page }: Pick<Visitor, "page">): string {
  const id = /\/book\/held\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`No time is held on ${page.url()}.`);
  return id;
}

/** From the page of times to the first step after it, with the n-th free time of the open day held. */
export async function holdTime(visitor: Visitor, nth = 0): Promise<void> {
  await freeTimes(visitor).nth(nth).click();
  await visitor.page.waitForURL(/\/book\/held\//);
}

/** From 'what is it about?' to 'check your answers'. */
export async function giveReason({ page, t }: Visitor, reason: string): Promise<void> {
  await page.getByLabel(t("reason.label")).fill(reason);
  await page.getByRole("button", { name: t("form.continue") }).click();
  await page.getByRole("heading", { level: 1, name: t("check.title") }).waitFor();
}

/** From the page that says that it is done to the appointment itself, by the list; its history is open. */
export async function openNewestAppointment({ page, t }: Visitor): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("link", { name: t("booked.all") })
    .click();
  await page.getByRole("heading", { level: 1, name: t("appointments.title") }).waitFor();
  await page.getByRole("main").locator("a[href*='/appointments/']").first().click();
  await page.getByText(t("history.title"), { exact: true }).click();
  await page.getByText(t("history.kind.booked"), { exact: true }).waitFor();
}

/** From the start page to the step after a time was chosen, with the n-th free time of a day held. */
export async function holdSomeTime(visitor: Visitor, clinic: Clinic, nth = 0): Promise<void> {
  await openTimes(visitor, clinic);
  await openDayWithTimes(visitor, clinic.zone, nth + 1);
  await holdTime(visitor, nth);
}

interface Clinic {
  readonly slug: string;
  readonly zone: string;
  readonly specialty: string;
}

/** The page of times of whoever is free soonest in the clinic's specialty. */
export async function openTimes({ page, t }: Visitor, { slug, specialty }: Clinic): Promise<void> {
  await page.goto(`/${slug}?specialty=${specialty}`);
  const cards = page.getByRole("article");
  await cards
    .getByRole("link", { name: t("provider.more-times") })
    .first()
    .click();
  await page.getByRole("toolbar", { name: t("month.days") }).waitFor();
}
