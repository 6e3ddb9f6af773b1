/** The staff's side, as somebody at the front desk sees it. */
import type { Locator, Page } from "playwright-core";
import type { DiaryColumn } from "../../../src/contract/routes/diary.ts";
import { type Gap, gapsOf, hoursShown } from "../../../src/web/staff/diary/geometry.ts";
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
  await page.locator("main#content").waitFor();
}

/** The diary of one day, following what happens elsewhere. */
export async function openDiary({ page, t }: Visitor, slug: string, localDate: string): Promise<void> {
  const live = page.waitForResponse((response) => response.url().includes("/live?") && response.ok());
  await page.goto(`/${slug}/staff/diary?date=${localDate}`);
  await page.getByRole("region", { name: t("diary.title") }).waitFor();
  await live;
}

/** The blocks of somebody's visits in the diary. */
export function visitOf({ page }: Pick<Visitor, "page">, name: string): Locator {
  return page.locator("[data-visit]").filter({ hasText: name });
}

export interface FreeGap extends Gap {
  readonly column: DiaryColumn;
  /** Where it stands in its column, for the mouse. */
  pointAt(minute: number): Promise<{ x: number; y: number }>;
}

/** Opens the first day from this one on that gives one of these people a gap of so many minutes. */
export async function openDayWithGap(
  desk: Visitor,
  slug: string,
  { from, minutes, who }: { from: string; minutes: number; who: RegExp },
): Promise<FreeGap> {
  for (let days = 0; days < 20; days += 1) {
    const date = Temporal.PlainDate.from(from).add({ days }).toString();
    const columns = await columnsOf(desk.page, slug, date);
    const wanted = columns.filter(({ name }) => who.test(name));
    const [gap] = wanted.flatMap((column) => gapsOf(column, minutes).map((one) => ({ ...one, column })));
    if (gap === undefined) continue;
    await openDiary(desk, slug, date);
    const { from: top, to: bottom } = hoursShown(columns);
    return { ...gap, pointAt: (minute) => pointIn(desk.page, gap.column.key, (minute - top) / (bottom - top)) };
  }
  throw new Error(`Nobody has a gap of ${minutes} minutes from ${from} on.`);
}

/** Scrolls there, so that the mouse can go there. */
async function pointIn(page: Page, columnKey: string, share: number): Promise<{ x: number; y: number }> {
  const column = page.locator(`[data-column="${columnKey}"]`);
  await column.evaluate((node, at) => {
    const scroller = node.closest("section");
    node.scrollIntoView({ inline: "center" });
    scroller?.scrollTo({ top: at * node.scrollHeight - scroller.clientHeight / 2 });
  }, share);
  const box = await column.boundingBox();
  if (box === null) throw new Error("The column is not on the page.");
  return { x: box.x + box.width / 2, y: box.y + box.height * share + 2 };
}

async function columnsOf(page: Page, slug: string, date: string): Promise<DiaryColumn[]> {
  const answer = await page
    .context()
    .request.get(`/api/v1/organisations/${slug}/diary/day?date=${date}&columns=provider`);
  if (!answer.ok()) throw new Error(`The diary answered ${answer.status()}.`);
  return ((await answer.json()) as { columns: DiaryColumn[] }).columns;
}

/** In a field that offers a list while one types. */
export async function choose({ page }: Pick<Visitor, "page">, label: string, text: string | RegExp): Promise<void> {
  await page
    .getByRole("textbox", { name: label })
    .or(page.getByRole("combobox", { name: label }))
    .first()
    .click();
  await page.getByRole("option", { name: text }).first().click();
}

/** A step of the open appointment: a button of its own, or in the menu of the others. */
export async function takeStep({ page, t }: Visitor, step: string): Promise<void> {
  const more = page.getByRole("button", { name: t("step.more") });
  await more.waitFor();
  const button = page.getByRole("dialog").getByRole("button", { name: t(`step.${step}`), exact: true });
  if (await button.isVisible()) return button.click();
  await more.click();
  await page.getByRole("menuitem", { name: t(`step.${step}`), exact: true }).click();
}

/**
 * From a click into a gap to the open appointment: service, patient with a second fact, review, booked. It begins some
 * way into the gap: the visit before may need time after it.
 */
export async function bookFromGap(desk: Visitor, gap: FreeGap, find: { text: string; name: string }): Promise<void> {
  const { page, t } = desk;
  const { x, y } = await gap.pointAt(gap.from + 30);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  const panel = page.getByRole("dialog", { name: t("booking.title") });
  await panel.waitFor();
  await choose(desk, t("fields.service"), /./);
  // That very minute may be nobody's start, or the room be taken then: the free times stand below.
  const times = panel.getByRole("group", { name: t("times.free") }).getByRole("button");
  const isPressed = times.and(page.locator("[aria-pressed=true]"));
  await times.first().waitFor();
  if ((await isPressed.count()) === 0) await times.first().click();
  await panel.getByText(t("verdict.free"), { exact: true }).waitFor();
  await panel.getByRole("button", { name: t("ui.continue") }).click();
  await panel.getByLabel(t("patient.find")).fill(find.text);
  await panel
    .getByRole("button", { name: new RegExp(find.name) })
    .first()
    .click();
  await panel.getByRole("radio", { name: t("identity.birth-date") }).check();
  await panel.getByLabel(t("fields.reason"), { exact: true }).fill("Control anual");
  await panel.getByRole("button", { name: t("ui.continue") }).click();
  await panel.getByRole("button", { name: t("booking.submit") }).click();
  await page.getByRole("dialog", { name: new RegExp(find.name) }).waitFor();
}

/** The appointment that is open at the side. */
export function openVisitId({ page }: Pick<Visitor, "page">): string {
  return new URL(page.url()).searchParams.get("visit") ?? "";
}
