import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { today } from "../../../src/web/i18n/dates.ts";
import { expectAccessible, expectGood } from "../browser/accessibility.ts";
import { openBrowser, type Visitor } from "../browser/open-browser.ts";
import { letAppointmentStartIn } from "../demo/demo-database.ts";
import { aNewPerson, riverside } from "../demo/people.ts";
import { bookFromGap, type FreeGap, openDayWithGap, openVisitId, signInToWork, takeStep } from "../staff/desk.ts";

const browser = openBrowser();
const { slug, frontDesk } = riverside;

/** The demo's own patient: misspelt in the ways people misspell. */
const daniela = { given: "Daniela", family: "Reyes", misspelt: "Daniella Reyez", fullName: "Reyes, Daniela" };

/** Heart specialists: their services are booked months ahead. */
const doctors = /Marrero|Okoro|Montalvo/;

describe("patients", () => {
  test("are found by a misspelt name, and a second record is warned of [BOOK-03] [BOOK-11] [UI-02] [UI-07]", async () => {
    const desk = await atTheDesk("en", "patients");
    const { page, t } = desk;
    await page.getByLabel(t("patient.find")).fill(daniela.misspelt);
    const found = page.getByRole("list", { name: t("patient.found") }).getByRole("button");
    await found.filter({ hasText: daniela.family }).first().waitFor();
    await expectGood(page);
    await page.goto(`/${slug}/staff/patients/new`);
    await page.getByLabel(t("fields.given")).fill(daniela.given);
    await page.getByLabel(new RegExp(`^${t("fields.family")}`)).fill(daniela.family);
    await page.getByLabel(t("fields.birthDate")).fill("22/03/1979");
    await page.getByLabel(t("fields.email")).fill("daniela.reyes@gmial.com");
    await page.getByText(t("patient.duplicates_one")).first().waitFor();
    await page.getByRole("button", { name: /gmail\.com/ }).waitFor();
    const save = page.getByRole("button", { name: t("patient.register-submit") });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel(t("patient.not-a-duplicate")).check();
    expect(await save.isDisabled()).toBe(false);
    await expectGood(page);
  });

  test("are registered, and opened from the palette [BOOK-11] [UI-02]", async () => {
    const desk = await atTheDesk("es", "patients/new");
    const { page, t } = desk;
    const person = aNewPerson("Eulalia");
    await page.getByLabel(t("fields.given")).fill(person.given);
    await page.getByLabel(new RegExp(`^${t("fields.family")}`)).fill(person.family);
    await page.getByLabel(t("fields.birthDate")).fill("14/05/1982");
    await page.getByLabel(t("fields.phone")).fill("12");
    await expect.poll(() => page.locator("[aria-invalid=true]").count()).toBe(1);
    await page.getByLabel(t("fields.phone")).fill(person.phone);
    await page.getByRole("button", { name: t("patient.register-submit") }).click();
    await page.getByRole("heading", { level: 1, name: new RegExp(person.family) }).waitFor();
    await expectGood(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: t("palette.title") }).fill(person.family);
    await page.getByRole("option", { name: new RegExp(person.family) }).waitFor();
    await expectAccessible(page);
  });
});

describe.each(["en", "es"] as const)("the diary in %s", (locale) => {
  test("books from a gap, confirms, edits, moves by key and by hand, cancels, and keeps it all on record [BOOK-01] [BOOK-02] [BOOK-07] [BOOK-08] [BOOK-09] [BOOK-11] [BOOK-19] [UI-02]", async () => {
    const desk = await atTheDesk(locale);
    const { page, t } = desk;
    const gap = await openDayWithGap(desk, slug, {
      from: daysAhead(locale === "en" ? 8 : 18),
      minutes: 120,
      who: doctors,
    });
    await bookFromGap(desk, gap, { text: daniela.misspelt, name: daniela.family });
    await expectAccessible(page);
    const reference = await panelOf(desk).locator(".tabular").first().innerText();
    const visit = page.locator(`[data-visit="${openVisitId(desk)}"]`);

    await takeStep(desk, "confirm");
    await page.getByRole("button", { name: t("confirmation.submit") }).click();
    await panelOf(desk).getByText(t("status.confirmed"), { exact: true }).first().waitFor();
    await takeStep(desk, "edit");
    await page.getByLabel(t("fields.reason"), { exact: true }).fill("Dolor en el pecho");
    await page.getByRole("button", { name: t("ui.save") }).click();
    await panelOf(desk).getByText("Dolor en el pecho").waitFor();
    await page.keyboard.press("Escape");
    // A diary that has just been read knows the newest version, which moving asks for.
    await page.reload();
    await moveByKeys(desk, visit);
    await moveByHand(desk, visit, gap);
    await visit.click();
    await cancelAndAcknowledge(desk);
    await expectRecord(desk, reference);
  });
});

test("a visit's day: arrived, checked in, started, completed; another did not come [BOOK-10]", async () => {
  const desk = await atTheDesk("en");
  const { page, t } = desk;
  const gapWanted = { from: daysAhead(5), minutes: 60, who: doctors };
  const show = (status: string) =>
    panelOf(desk)
      .getByText(t(`status.${status}`), { exact: true })
      .first()
      .waitFor();
  await bookFromGap(desk, await openDayWithGap(desk, slug, gapWanted), {
    text: daniela.misspelt,
    name: daniela.family,
  });
  await letAppointmentStartIn(openVisitId(desk), 20);
  await page.reload();
  await takeStep(desk, "arrive");
  await show("arrived");
  await takeStep(desk, "check-in");
  await show("checked-in");
  await letAppointmentStartIn(openVisitId(desk), -10);
  await page.reload();
  await takeStep(desk, "complete");
  await show("completed");

  await bookFromGap(desk, await openDayWithGap(desk, slug, gapWanted), {
    text: daniela.misspelt,
    name: daniela.family,
  });
  await letAppointmentStartIn(openVisitId(desk), -60);
  await page.reload();
  await takeStep(desk, "no-show");
  await panelOf(desk)
    .getByRole("button", { name: t("step.no-show"), exact: true })
    .click();
  await show("no-show");
  await expectAccessible(page);
});

async function atTheDesk(locale: "en" | "es", path?: string): Promise<Visitor> {
  const desk = await browser.newVisitor({ area: "staff", locale });
  await signInToWork(desk, { slug, contact: frontDesk, ...(path !== undefined && { path }) });
  return desk;
}

const panelOf = ({ page }: Visitor) => page.getByRole("dialog", { name: new RegExp(daniela.family) });

const daysAhead = (days: number) => Temporal.PlainDate.from(today(riverside.zone)).add({ days }).toString();

async function moveByKeys({ page, t }: Visitor, visit: Locator): Promise<void> {
  await visit.focus();
  await page.keyboard.press("m");
  const isFree = page.locator('[data-verdict="free"]');
  for (let quarter = 0; quarter < 12 && !(await isFree.isVisible()); quarter += 1) {
    await page.keyboard.press("ArrowDown");
    await page.locator("[data-verdict]:not([data-verdict=checking])").waitFor();
  }
  await page.keyboard.press("Enter");
  await confirmMove({ page, t });
  await visit.filter({ hasText: t("status.rescheduled") }).waitFor();
}

/** By the mouse, to the first of these minutes where the verdict is 'free'. */
async function moveByHand({ page, t }: Visitor, visit: Locator, gap: FreeGap): Promise<void> {
  const before = await visit.getAttribute("style");
  const top = await gap.pointAt(gap.from);
  const box = await visit.boundingBox();
  if (box === null) throw new Error("The visit is not on the page.");
  await page.mouse.move(box.x + box.width / 3, box.y + 3);
  await page.mouse.down();
  await page.mouse.move(top.x, top.y, { steps: 4 });
  const isFree = page.locator('[data-verdict="free"]');
  for (let lower = 5; lower < 200 && !(await isFree.isVisible()); lower += 20) {
    await page.mouse.move(top.x, top.y + lower);
    await page.locator("[data-verdict]:not([data-verdict=checking])").waitFor();
  }
  await page.mouse.up();
  await confirmMove({ page, t });
  await expect.poll(() => visit.getAttribute("style")).not.toBe(before);
}

async function confirmMove({ page, t }: Pick<Visitor, "page" | "t">): Promise<void> {
  const dialog = page.getByRole("dialog", { name: t("move.title") });
  await dialog.getByText(t("verdict.free"), { exact: true }).waitFor();
  await expectAccessible(page);
  const submit = dialog.getByRole("button", { name: t("move.submit") });
  await submit.click();
  await dialog.waitFor({ state: "detached" });
}

async function cancelAndAcknowledge(desk: Visitor): Promise<void> {
  const { page, t } = desk;
  await takeStep(desk, "cancel");
  await page.getByLabel(t("fields.reason-of-change")).fill("Lo pidió por teléfono");
  await page.getByRole("button", { name: t("cancel.submit") }).click();
  await panelOf(desk).getByText(t("status.cancelled"), { exact: true }).first().waitFor();
  await page.goto(`/${slug}/staff/to-contact`);
  const row = page
    .getByRole("row")
    .filter({ hasText: daniela.family })
    .filter({ hasText: t("about.cancellation") });
  await expectGood(page);
  await row
    .first()
    .getByRole("button", { name: t("to-contact.record-acknowledge") })
    .click();
  await row.first().waitFor({ state: "detached" });
}

async function expectRecord(desk: Visitor, reference: string): Promise<void> {
  const { page, t } = desk;
  await page.goto(`/${slug}/staff/appointments?text=${reference}`);
  await page.getByRole("row").filter({ hasText: daniela.family }).getByRole("button").first().click();
  await page.getByRole("tab", { name: t("appointment.history") }).click();
  const history = page.getByRole("tabpanel");
  for (const kind of ["booked", "edited", "moved", "cancelled"]) {
    await history
      .getByText(t(`change.${changeKey(kind)}`), { exact: true })
      .first()
      .waitFor();
  }
  const verbal = `${t("about.booking")} · ${t("method.verbal")}`;
  await history.getByText(verbal).first().waitFor();
  await expectAccessible(page);
}

const changeKey = (kind: string) => (kind === "moved" ? "rescheduled" : kind);
