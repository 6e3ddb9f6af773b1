import type { Locator, Response } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll } from "./browser/accessibility.ts";
import { openBrowser, type Visitor } from "./browser/open-browser.ts";
import { aNewPerson, riverside } from "./demo/people.ts";
import { register, verify } from "./portal/account.ts";
import {
  findSpanishSpeakingCardiologist,
  freeTimes,
  giveReason,
  holdTime,
  openDayWithTimes,
} from "./portal/booking.ts";
import { mailTo, textsTo } from "./portal/outbox.ts";
import { openDiary, signInToWork, visitOf } from "./staff/desk.ts";

const browser = openBrowser();
const withinMs = 1000;

describe.each([
  { size: "phone", locale: "en", given: "Marisol" },
  { size: "phone", locale: "es", given: "Rosario" },
  { size: "desk", locale: "en", given: "Leandra" },
  { size: "desk", locale: "es", given: "Ximena" },
] as const)("on a $size in $locale", ({ size, locale, given }) => {
  test("a new patient registers, books, moves and cancels, and the open diary follows [BOOK-01] [BOOK-02] [BOOK-05] [BOOK-07] [BOOK-08] [BOOK-15] [AVAIL-06] [AVAIL-07] [COMM-01] [COMM-02] [ID-01] [UI-01] [UI-06] [UI-07]", async () => {
    const patient = await browser.newVisitor({
      size,
      locale,
      zone: locale === "es" ? "Europe/Madrid" : riverside.zone,
    });
    const { page, t } = patient;
    const person = aNewPerson(given);

    await page.goto(`/${riverside.slug}`);
    await findSpanishSpeakingCardiologist(patient);
    await expect.poll(() => page.getByRole("article").count()).toBe(2);
    await expectGood(patient);
    await page
      .getByRole("link", { name: t("provider.more-times") })
      .first()
      .click();
    const day = await openDayWithTimes(patient, riverside.zone);
    await expectGood(patient);

    const desk = await browser.newVisitor({ area: "staff", locale });
    await signInToWork(desk, { slug: riverside.slug, contact: riverside.frontDesk });
    await openDiary(desk, riverside.slug, day);
    const follow = (title: string, step: () => Promise<void>, write: RegExp, shown: Locator) =>
      expectSoon({ title: `${size} ${locale}: ${title}`, patient, step, write, shown });

    const held = desk.page.getByText(desk.t("diary.block-hold"));
    const visitShown = (status: string) => visitOf(desk, person.family).filter({ hasText: desk.t(`status.${status}`) });
    await follow("held", () => holdTime(patient), /\/holds$/, held.first());
    await expect.poll(() => page.getByRole("timer").innerText()).toMatch(/[0-5]:\d\d/);
    await expectGood(patient);
    await page.getByRole("link", { name: t("identify.register") }).click();
    await register(patient, person);
    await expectGood(patient);
    await verify(patient, "email", person);
    await verify(patient, "phone", person);

    await giveReason(patient, "Palpitaciones al subir escaleras");
    await expectGood(patient);
    const answers = await page.getByRole("main").innerText();
    for (const entered of [person.given, person.family, person.email, "1984", "Palpitaciones"]) {
      expect(answers).toContain(entered);
    }
    await follow(
      "booked",
      () => page.getByRole("button", { name: t("check.book") }).click(),
      /\/appointments$/,
      visitShown("scheduled"),
    );
    await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
    await expectGood(patient);
    const booked = await mailTo(patient, person.email, /METHOD:REQUEST/);
    expect(booked.text).toContain("Riverside");
    const uid = /^UID:(.+)$/m.exec(booked.calendar)?.[1];
    expect(uid).toBeTruthy();
    expect((await textsTo(patient, person.fullPhone, 2))[0]).toContain("Riverside");

    await page.getByRole("link", { name: t("booked.all") }).click();
    await expectGood(patient);
    await page.getByRole("main").locator("a[href*='/appointments/']").first().click();
    await expectGood(patient);
    await page.getByRole("link", { name: t("step.move"), exact: true }).click();
    await page.locator(`[data-day="${day}"]`).click();
    await freeTimes(patient).last().click();
    await page.getByRole("heading", { level: 1, name: t("move.check") }).waitFor();
    await expectGood(patient);
    await follow(
      "moved",
      () => page.getByRole("button", { name: t("move.confirm") }).click(),
      /\/reschedule$/,
      visitShown("rescheduled"),
    );
    await page.getByRole("heading", { level: 1, name: t("booked.moved") }).waitFor();
    const moved = await mailTo(patient, person.email, /METHOD:REQUEST[^]*SEQUENCE:1/);
    expect(moved.calendar).toContain(`UID:${uid}`);

    await page.getByRole("link", { name: t("booked.all") }).click();
    await page.getByRole("main").locator("a[href*='/appointments/']").first().click();
    await page.getByRole("link", { name: t("step.cancel"), exact: true }).click();
    await page.getByLabel(t("cancel.reasons.better")).check();
    await expectGood(patient);
    const cancel = () => page.getByRole("button", { name: t("cancel.confirm") }).click();
    await follow("cancelled", cancel, /\/cancel$/, visitShown("cancelled"));
    await page.getByRole("heading", { level: 1, name: t("cancelled.title") }).waitFor();
    await page.getByRole("heading", { name: t("cancelled.new-times") }).waitFor();
    await expectGood(patient);
    const cancelled = await mailTo(patient, person.email, /METHOD:CANCEL/);
    expect(cancelled.calendar).toContain(`UID:${uid}`);
    expect(await textsTo(patient, person.fullPhone, 4)).toHaveLength(4);
  });
});

async function expectGood({ page }: Visitor): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

interface Followed {
  readonly title: string;
  readonly patient: Visitor;
  readonly step: () => Promise<void>;
  readonly write: RegExp;
  readonly shown: Locator;
}

/** From the server's answer to the patient until the desk's diary shows it: at most a second, and nobody reloads. */
async function expectSoon({ title, patient, step, write, shown }: Followed): Promise<void> {
  const isAnswer = (response: Response) =>
    response.request().method() === "POST" && write.test(new URL(response.url()).pathname) && response.ok();
  const answered = patient.page.waitForResponse(isAnswer).then(() => performance.now());
  const seen = shown.waitFor().then(() => performance.now());
  await step();
  const ms = Math.round((await seen) - (await answered));
  console.log(`diary, ${title}: ${ms} ms after the answer`);
  expect(ms).toBeLessThanOrEqual(withinMs);
}
