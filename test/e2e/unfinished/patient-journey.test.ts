import type { Locator, Response } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectGood } from "../browser/accessibility.ts";
import { openBrowser, type Visitor } from "../browser/open-browser.ts";
import { aNewPerson, type NewPerson, riverside } from "../demo/people.ts";
import { register, verify } from "../portal/account.ts";
import {
  findSpanishSpeakingCardiologist,
  freeTimes,
  giveReason,
  holdTime,
  openDayWithTimes,
  openNewestAppointment,
} from "../portal/booking.ts";
import { mailTo, textsTo } from "../portal/outbox.ts";
import { openDiary, signInToWork, visitOf } from "../staff/desk.ts";

const browser = openBrowser();
const withinMs = 1000;

describe.each([
  { size: "phone", locale: "en", zone: riverside.zone, given: "Marisol" },
  { size: "phone", locale: "es", zone: "Europe/Madrid", given: "Rosario" },
  { size: "desk", locale: "en", zone: "Pacific/Auckland", given: "Leandra" },
  { size: "desk", locale: "es", zone: riverside.zone, given: "Ximena" },
] as const)("on a $size in $locale, from $zone", ({ size, locale, zone, given }) => {
  test("a new patient registers, books, moves and cancels, and the desk's open diary follows [BOOK-01] [BOOK-02] [BOOK-05] [BOOK-07] [BOOK-08] [BOOK-15] [AVAIL-06] [AVAIL-07] [COMM-01] [COMM-02] [ID-01] [UI-01] [UI-06] [UI-07]", async () => {
    const patient = await browser.newVisitor({ size, locale, zone });
    const desk = await browser.newVisitor({ area: "staff", locale });
    const journey = { patient, desk, person: aNewPerson(given) };

    const localDate = await findDay(journey);
    await signInToWork(desk, { slug: riverside.slug, contact: riverside.frontDesk });
    await openDiary(desk, riverside.slug, localDate);
    await holdAndRegister(journey);
    const uid = await checkAndBook(journey);
    await move(journey, localDate, uid);
    await cancel(journey, uid);
  });
});

interface Journey {
  readonly patient: Visitor;
  readonly desk: Visitor;
  readonly person: NewPerson;
}

async function findDay({ patient }: Journey): Promise<string> {
  const { page, t } = patient;
  await page.goto(`/${riverside.slug}`);
  await findSpanishSpeakingCardiologist(patient);
  const cards = page.getByRole("article");
  await expect.poll(() => cards.count()).toBe(2);
  await expectGood(page);
  const moreTimes = cards.getByRole("link", { name: t("provider.more-times") });
  await moreTimes.first().click();
  const localDate = await openDayWithTimes(patient, riverside.zone);
  await expectGood(page);
  return localDate;
}

async function holdAndRegister({ patient, desk, person }: Journey): Promise<void> {
  const { page, t } = patient;
  const holds = desk.page.getByText(desk.t("diary.block-hold"));
  const newHold = holds.nth(await holds.count());
  await expectSoon("held", patient, { step: () => holdTime(patient), write: /\/holds$/, shown: newHold });
  await expect.poll(() => page.getByRole("timer").innerText()).toMatch(/[0-5]:\d\d/);
  await expectGood(page);
  await page.getByRole("link", { name: t("identify.register") }).click();
  await register(patient, person);
  await expectGood(page);
  await verify(patient, "email", person);
  await verify(patient, "phone", person);
}

/** Gives the identity of the calendar entry that came with the confirmation. */
async function checkAndBook({ patient, desk, person }: Journey): Promise<string> {
  const { page, t } = patient;
  await giveReason(patient, "Palpitaciones al subir escaleras");
  await expectGood(page);
  const answers = await page.getByRole("main").innerText();
  for (const entered of [person.given, person.family, person.email, person.birth.year, "Palpitaciones"]) {
    expect(answers).toContain(entered);
  }
  const step = () => page.getByRole("button", { name: t("check.book") }).click();
  const shown = visitOf(desk, person.family).filter({ hasText: desk.t("status.scheduled") });
  await expectSoon("booked", patient, { step, write: /\/appointments$/, shown });
  await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
  await expectGood(page);
  const mail = await mailTo(patient, person.email, { method: "REQUEST", sequence: 0 });
  expect(mail.text).toContain("Riverside");
  const [newest] = await textsTo(patient, person.fullPhone, 2);
  expect(newest).toContain("Riverside");
  return mail.uid;
}

async function move({ patient, desk, person }: Journey, localDate: string, uid: string): Promise<void> {
  const { page, t } = patient;
  await openNewestAppointment(patient);
  await expectGood(page);
  await page.getByRole("link", { name: t("step.move"), exact: true }).click();
  await page.locator(`[data-day="${localDate}"]`).click();
  await freeTimes(patient).last().click();
  await page.getByRole("heading", { level: 1, name: t("move.check") }).waitFor();
  await expectGood(page);
  const step = () => page.getByRole("button", { name: t("move.confirm") }).click();
  const shown = visitOf(desk, person.family).filter({ hasText: desk.t("status.rescheduled") });
  await expectSoon("moved", patient, { step, write: /\/reschedule$/, shown });
  await page.getByRole("heading", { level: 1, name: t("booked.moved") }).waitFor();
  const mail = await mailTo(patient, person.email, { method: "REQUEST", sequence: 1 });
  expect(mail.uid).toBe(uid);
}

async function cancel({ patient, desk, person }: Journey, uid: string): Promise<void> {
  const { page, t } = patient;
  await openNewestAppointment(patient);
  await page.getByRole("link", { name: t("step.cancel"), exact: true }).click();
  await page.getByLabel(t("cancel.reasons.better")).check();
  await expectGood(page);
  const step = () => page.getByRole("button", { name: t("cancel.confirm") }).click();
  const shown = visitOf(desk, person.family).filter({ hasText: desk.t("status.cancelled") });
  await expectSoon("cancelled", patient, { step, write: /\/cancel$/, shown });
  await page.getByRole("heading", { level: 1, name: t("cancelled.title") }).waitFor();
  // The same step offers new times [BOOK-08].
  await page.getByRole("heading", { name: t("cancelled.new-times") }).waitFor();
  await expectGood(page);
  const mail = await mailTo(patient, person.email, { method: "CANCEL", sequence: 2 });
  expect(mail.uid).toBe(uid);
  expect(await textsTo(patient, person.fullPhone, 4)).toHaveLength(4);
}

interface Followed {
  readonly step: () => Promise<void>;
  /** Path of the request that changes something. */
  readonly write: RegExp;
  readonly shown: Locator;
}

/** From the server's answer to the patient until the desk's diary shows it: at most a second, and nobody reloads. */
async function expectSoon(title: string, { page }: Visitor, { step, write, shown }: Followed): Promise<void> {
  const isAnswer = (response: Response) =>
    response.request().method() === "POST" && write.test(new URL(response.url()).pathname) && response.ok();
  const answered = page.waitForResponse(isAnswer).then(() => performance.now());
  const seen = shown.waitFor().then(() => performance.now());
  await step();
  const ms = Math.round((await seen) - (await answered));
  console.log(`the open diary shows it as ${title}, ${ms} ms after the patient's answer`);
  expect(ms).toBeLessThanOrEqual(withinMs);
}
