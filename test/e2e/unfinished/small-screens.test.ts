import { describe, expect, test } from "vitest";
import { expectGood } from "../browser/accessibility.ts";
import { openBrowser, type Visitor } from "../browser/open-browser.ts";
import { aNewPerson, consultorio, password, riverside } from "../demo/people.ts";
import { registerNewPatient, signIn } from "../portal/account.ts";
import { freeTimes, openDayWithTimes, openTimes } from "../portal/booking.ts";

const browser = openBrowser();
const { slug } = riverside;

/** As wide as a phone of the smallest kind, and as a desk whose letters are four times as large. */
describe.each(["en", "es"] as const)("320 pixels, in %s", (locale) => {
  test("no page of the portal is scrolled sideways [UI-01] [UI-06] [UI-07]", async () => {
    const patient = await browser.newVisitor({ locale, size: "narrow" });
    const { page, t } = patient;
    const look = async (path: string) => {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("load");
      await expectGood(page);
    };
    for (const path of [
      "/",
      "/outbox",
      `/${consultorio.slug}`,
      `/${slug}`,
      `/${slug}/register`,
      `/${slug}/forgotten-password`,
    ]) {
      await look(path);
    }
    await openTimes(patient, riverside);
    await freeTimes(patient).first().waitFor();
    await expectGood(page);
    await freeTimes(patient).first().click();
    await page.waitForURL(/\/book\/held\//);
    await page.getByRole("heading", { level: 1, name: t("identify.title") }).waitFor();
    await expectGood(page);
    await page.goto(`/${slug}/sign-in`);
    await expectGood(page);
    await signIn(patient, "daniela.reyes@example.org");
    await page.getByRole("heading", { level: 1, name: t("find.title") }).waitFor();
    for (const path of ["appointments", "profile"]) await look(`/${slug}/${path}`);
    await page.goto(`/${slug}/appointments`);
    await page.getByRole("main").locator("a[href*='/appointments/']").first().click();
    await page
      .getByRole("link", { name: t("step.move"), exact: true })
      .or(page.getByText(t("history.title")))
      .first()
      .waitFor();
    await expectGood(page);
  });
});

test("by the keyboard alone a patient signs in, finds a time and books it [UI-07]", async () => {
  const patient = await browser.newVisitor();
  const { page, t } = patient;
  const person = aNewPerson("Casilda");
  await registerNewPatient(patient, slug, person);
  await page.context().clearCookies();
  await page.goto(`/${slug}/sign-in`);
  await typeAt(patient, t("sign-in.contact"), person.email);
  await typeAt(patient, t("sign-in.password"), person.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: t("find.title") }).waitFor();
  await openTimes(patient, riverside);
  await openDayWithTimes(patient, riverside.zone, 2);
  await tabTo(patient, /data-day/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await freeTimes(patient).first().waitFor();
  await tabTo(patient, new RegExp(`aria-label="${t("time.choose", { when: "" })}`));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: t("reason.title") }).waitFor();
  await typeAt(patient, t("reason.label"), "Chequeo");
  await tabTo(patient, new RegExp(`>${t("form.continue")}<`));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: t("check.title") }).waitFor();
  await tabTo(patient, new RegExp(`>${t("check.book")}<`));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
  expect(person.password).not.toBe(password);
});

/** Tab by Tab to the element whose HTML fits; the focus can be seen all the way. */
async function tabTo({ page }: Visitor, html: RegExp): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return { html: "", isSeen: true };
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const label = element.closest("label") ?? element;
      const around = getComputedStyle(label);
      const isSeen =
        outlineStyle !== "none" ||
        boxShadow !== "none" ||
        around.outlineStyle !== "none" ||
        around.boxShadow !== "none";
      return { html: element.outerHTML, isSeen };
    });
    if (!focused.html.startsWith("<body")) expect(focused.isSeen, `focus is seen on ${focused.html}`).toBe(true);
    if (html.test(focused.html)) return;
  }
  throw new Error(`Tab never reaches ${html}.`);
}

async function typeAt(visitor: Visitor, label: string, text: string): Promise<void> {
  const id = await visitor.page
    .getByLabel(label, { exact: true })
    .or(visitor.page.getByLabel(label))
    .first()
    .getAttribute("id");
  await tabTo(visitor, new RegExp(`id="${id}"`));
  await visitor.page.keyboard.type(text);
}
