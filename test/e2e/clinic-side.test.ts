import { describe, expect, test } from "vitest";
import { addDays, today } from "../../src/web/i18n/dates.ts";
import { expectAccessible, expectGood } from "./browser/accessibility.ts";
import { openBrowser, type Visitor } from "./browser/open-browser.ts";
import { riverside } from "./demo/people.ts";
import { openDiary, signInToWork } from "./staff/desk.ts";

const browser = openBrowser();
const { slug, zone } = riverside;

describe.each(["en", "es"] as const)("a doctor in %s", (locale) => {
  test("sees the own day and week, on a desk and on a phone [UI-01] [UI-02] [UI-06] [UI-07]", async () => {
    for (const size of ["desk", "phone"] as const) {
      const doctor = await browser.newVisitor({ area: "staff", locale, size });
      const { page, t } = doctor;
      await signInToWork(doctor, { slug, contact: riverside.doctor });
      await openDiary(doctor, slug, workday());
      await expectGood(page);
      await page.getByText(t("diary.week"), { exact: true }).click();
      await page.waitForURL(/view=week/);
      await page.getByRole("region", { name: t("diary.title") }).waitFor();
      await expectGood(page);
    }
  });

  test("enters time off: affected visits are listed first, then stand to be moved [AVAIL-02] [AVAIL-08]", async () => {
    const doctor = await atWork(locale, riverside.doctor);
    const { page, t } = doctor;
    await page.getByRole("link", { name: t("pages.own-hours") }).click();
    await page.getByRole("button", { name: t("time-off.add") }).click();
    const last = addDays(today(zone), locale === "en" ? 40 : 60);
    await chooseDay(doctor, t("time-off.lastDate"), last);
    await page.getByRole("button", { name: t("time-off.preview") }).click();
    await page.getByRole("table").getByRole("row").nth(1).waitFor();
    await expectGood(page);
    await page.getByRole("button", { name: t("time-off.submit") }).click();
    const remove = page.getByRole("button", { name: /./ }).and(page.locator(`[aria-label^="${startOfRemove(t)}"]`));
    await remove.first().waitFor();
    await page.getByRole("link", { name: t("pages.displaced") }).click();
    await page
      .getByRole("button", { name: t("step.reschedule") })
      .first()
      .waitFor();
    await expectGood(page);
    await page.getByRole("link", { name: t("pages.own-hours") }).click();
    await remove.first().click();
    await remove.first().waitFor({ state: "detached" });
  });

  test("changes the own hours [AVAIL-08]", async () => {
    const doctor = await atWork(locale, riverside.doctor);
    const { page, t } = doctor;
    await page.getByRole("link", { name: t("pages.own-hours") }).click();
    const save = page.getByRole("button", { name: t("hours.save") });
    expect(await save.isDisabled()).toBe(true);
    await page
      .getByRole("button", { name: t("hours.add-hours"), exact: true })
      .last()
      .click();
    await page.getByText(t("hours.unsaved")).waitFor();
    await expectAccessible(page);
    await save.click();
    await page.getByText(t("hours.saved")).waitFor();
  });
});

describe("an administrator", () => {
  test("edits a service, and patients see it at once [UI-02]", async () => {
    const admin = await atWork("en", riverside.administrator);
    const { page, t } = admin;
    await page.getByRole("link", { name: t("pages.services") }).click();
    await page.getByRole("button", { name: "Skin check" }).click();
    const length = page.getByLabel(t("fields.durationMinutes"));
    await length.fill("35");
    await expectGood(page);
    await page.getByRole("button", { name: t("ui.save") }).click();
    await page.getByText(t("ui.saved")).first().waitFor();
    const patient = await browser.newVisitor();
    await patient.page.goto(`/${slug}?specialty=dermatology`);
    await patient.page
      .getByText(patient.t("service.minutes_other", { count: 35 }))
      .first()
      .waitFor();
  });

  test("edits a provider and the settings [UI-02]", async () => {
    const admin = await atWork("es", riverside.administrator);
    const { page, t } = admin;
    await page.getByRole("link", { name: t("pages.providers") }).click();
    await page
      .getByRole("button", { name: /Kowalski/ })
      .first()
      .click();
    await page.getByLabel(t("fields.prefix")).fill("Prof. Dr.");
    await expectGood(page);
    await page.getByRole("button", { name: t("ui.save") }).click();
    await page
      .getByRole("button", { name: /Prof\. Dr\./ })
      .first()
      .waitFor();
    await page.getByRole("link", { name: t("pages.settings") }).click();
    await page.getByLabel(t("policy.maxReschedules")).fill("4");
    await expectGood(page);
    await page.getByRole("button", { name: t("ui.save") }).click();
    await page.getByText(t("ui.saved")).first().waitFor();
  });

  test("enters a holiday, on which nothing can be booked, and takes it back [AVAIL-02]", async () => {
    const admin = await atWork("en", riverside.administrator);
    const { page, t } = admin;
    const day = addDays(workday(), 28);
    await page.getByRole("link", { name: t("pages.holidays") }).click();
    await page.getByRole("button", { name: t("holiday.add") }).click();
    await chooseDay(admin, t("fields.date"), day);
    const names = page.getByLabel(t("fields.name"));
    await names.nth(0).fill("Founders' Day");
    await names.nth(1).fill("Día de la fundación");
    await page.getByRole("button", { name: t("ui.save") }).click();
    await page
      .getByRole("button", { name: t("ui.close") })
      .or(page.getByRole("cell", { name: "Founders' Day" }))
      .first()
      .waitFor();
    const patient = await browser.newVisitor();
    await patient.page.goto(`/${slug}?specialty=cardiology`);
    await patient.page
      .getByRole("link", { name: patient.t("provider.more-times") })
      .first()
      .click();
    const url = new URL(patient.page.url());
    await patient.page.goto(`${url.pathname}?day=${day}`);
    const inMonth = patient.page.locator(`[data-day="${day}"]`);
    await inMonth.waitFor();
    expect(await inMonth.isDisabled()).toBe(true);
    await page.goto(`/${slug}/staff/holidays`);
    const remove = page.getByRole("button", { name: t("holiday.remove", { name: "Founders' Day" }) });
    await remove.click();
    await remove.waitFor({ state: "detached" });
    await expectGood(page);
  });

  test("reads the audit, which is intact [UI-02] [UI-07]", async () => {
    const admin = await atWork("en", riverside.administrator);
    const { page, t } = admin;
    await page.getByRole("link", { name: t("pages.audit") }).click();
    await page.getByRole("row").nth(1).waitFor();
    await page.getByRole("button", { name: t("audit.verify") }).click();
    await page.getByText(t("audit.intact")).waitFor();
    await expectGood(page);
  });
});

/** The next Tuesday that is neither today nor tomorrow. */
function workday(): string {
  const from = Temporal.PlainDate.from(today(zone)).add({ days: 2 });
  return from.add({ days: (9 - from.dayOfWeek) % 7 }).toString();
}

async function atWork(locale: "en" | "es", contact: string): Promise<Visitor> {
  const worker = await browser.newVisitor({ area: "staff", locale });
  await signInToWork(worker, { slug, contact });
  return worker;
}

/** In the calendar behind a date field, whose days are called '20 January 2027' and '20 enero 2027'. */
async function chooseDay({ page, locale }: Visitor, label: string, localDate: string): Promise<void> {
  await page.getByLabel(label).first().click();
  const calendar = page.getByRole("dialog").last();
  const date = Temporal.PlainDate.from(localDate);
  const monthName = date.toLocaleString(locale, { month: "long" });
  const day = calendar.getByRole("button", { name: `${date.day} ${monthName} ${date.year}`, exact: true });
  await calendar.getByRole("button").first().waitFor();
  for (let month = 0; month < 6 && !(await day.isVisible()); month += 1) {
    await calendar.locator("button[data-direction=next]").click();
  }
  await day.click();
}

const startOfRemove = (t: Visitor["t"]) => t("time-off.remove", { from: "\0" }).split("\0")[0] ?? "";
