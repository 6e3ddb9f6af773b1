import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectGood } from "./browser/accessibility.ts";
import { openBrowser, type Visitor } from "./browser/open-browser.ts";
import { letHoldLapse } from "./demo/demo-database.ts";
import { aNewPerson, consultorio, type NewPerson, riverside } from "./demo/people.ts";
import { registerNewPatient, signIn, typePerson } from "./portal/account.ts";
import { giveReason, holdIdOf, holdSomeTime, openNewestAppointment, openTimes } from "./portal/booking.ts";
import { codeSentTo } from "./portal/outbox.ts";

const browser = openBrowser();

describe("a time that is held", () => {
  test("has lapsed and was taken: says so in Spanish and offers others [BOOK-05] [BOOK-14] [UI-11]", async () => {
    const { patient } = await readyToBook({ locale: "es" });
    const { page, t } = patient;
    await letHoldLapse(holdIdOf(patient));
    await takeSameTime(patient);
    await page.getByRole("button", { name: t("check.book") }).click();
    await page.getByRole("heading", { level: 1, name: t("gone.title") }).waitFor();
    await page.getByRole("heading", { name: t("gone.others") }).waitFor();
    await expectGood(page);
    await page.getByRole("button", { name: t("gone.again") }).click();
    const taken = page.getByRole("alert");
    await taken.waitFor();
    await expectGood(page);
    await taken.getByRole("listitem").getByRole("button").first().click();
    await page.getByRole("heading", { level: 1, name: t("reason.title") }).waitFor();
    await expect.poll(() => page.getByLabel(t("reason.label")).inputValue()).toBe(reasonTyped);
  });

  test("runs out on the page: the same time again, and what was typed is kept [BOOK-05]", async () => {
    const patient = await browser.newVisitor({ size: "phone" });
    const { page, t } = patient;
    await registerNewPatient(patient, riverside.slug, aNewPerson("Fermina"));
    await page.clock.install();
    await holdSomeTime(patient, riverside);
    await page.getByLabel(t("reason.label")).fill(reasonTyped);
    await letHoldLapse(holdIdOf(patient));
    await page.clock.fastForward("06:00");
    await page.getByRole("heading", { level: 1, name: t("gone.title") }).waitFor();
    await page.clock.resume();
    await expectGood(page);
    await page.getByRole("button", { name: t("gone.again") }).click();
    await page.getByRole("heading", { level: 1, name: t("reason.title") }).waitFor();
    await expect.poll(() => page.getByLabel(t("reason.label")).inputValue()).toBe(reasonTyped);
  });
});

describe("pressing 'book'", () => {
  test("twice makes one appointment, and 'back' leads to it [BOOK-06]", async () => {
    const { patient } = await readyToBook();
    const { page, t } = patient;
    await page.getByRole("button", { name: t("check.book") }).dblclick();
    await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
    expect(await countOfAppointments(patient)).toBe(1);
  });

  test("without a connection says so, and the second try books once [BOOK-06] [UI-11]", async () => {
    const { patient } = await readyToBook({ locale: "es" });
    const { page, context, t } = patient;
    await context.setOffline(true);
    await page.getByRole("button", { name: t("check.book") }).click();
    const notice = page.getByRole("alert").filter({ hasText: t("lost-answer.offline.title") });
    await notice.waitFor();
    await expectGood(page);
    await context.setOffline(false);
    await notice.getByRole("button", { name: t("lost-answer.offline.action") }).click();
    await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
    expect(await countOfAppointments(patient)).toBe(1);
  });

  test("when the answer gets lost books once, without a word to the patient [BOOK-06]", async () => {
    const { patient } = await readyToBook();
    const { page, t } = patient;
    let requests = 0;
    await page.route("**/api/v1/organisations/*/appointments", async (route) => {
      requests += 1;
      if (requests > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole("button", { name: t("check.book") }).click();
    await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
    expect(requests).toBe(2);
    expect(await countOfAppointments(patient)).toBe(1);
  });

  test("after the session ended asks to sign in, and what was typed is kept [UI-11]", async () => {
    const { patient, person } = await readyToBook();
    const { page, t } = patient;
    await endSessionsElsewhere(person);
    await page.getByRole("button", { name: t("check.book") }).click();
    const notice = page.getByRole("alert");
    await notice.waitFor();
    await expectGood(page);
    await notice.getByRole("link").click();
    await page.waitForURL(/\/sign-in/);
    await signIn(patient, person.email, person.password);
    await page.getByRole("heading", { level: 1, name: t("check.title") }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain(reasonTyped);
    await page.getByRole("button", { name: t("check.book") }).click();
    await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
  });
});

test("two tabs: what one cancels, the other shows as cancelled at once [AVAIL-07] [UI-11]", async () => {
  const { patient } = await readyToBook();
  const { page, context, t } = patient;
  await page.getByRole("button", { name: t("check.book") }).click();
  await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
  await openNewestAppointment(patient);
  const other = await context.newPage();
  await other.goto(`${page.url()}/cancel`);
  await other.getByLabel(t("cancel.reasons.better")).check();
  await page.getByRole("link", { name: t("step.cancel"), exact: true }).click();
  await cancelFor(page, patient);
  await page.getByRole("heading", { level: 1, name: t("cancelled.title") }).waitFor();
  await other.getByRole("heading", { level: 1, name: t("cancelled.title") }).waitFor();
  await expectGood(other);
});

test("impossible entries are pointed out at their field, in Spanish [BOOK-03] [UI-11]", async () => {
  const visitor = await browser.newVisitor({ locale: "es", size: "phone" });
  const { page, t } = visitor;
  await page.goto(`/${riverside.slug}/register`);
  const birth = { day: "31", month: "2", year: "1984" };
  await typePerson(visitor, { ...aNewPerson("Ofelia"), birth, email: "ofelia@gmial.com", phone: "12" });
  await page.getByRole("button", { name: t("person.did-you-mean", { email: "ofelia@gmail.com" }) }).waitFor();
  await page.getByLabel(t("person.email"), { exact: true }).fill("ofelia@");
  await page.getByLabel(t("register.password"), { exact: true }).fill("corta");
  await page.getByRole("button", { name: t("register.button") }).click();
  const summary = page.getByRole("alert").filter({ hasText: t("form.summary") });
  const said = await summary.getByRole("link").allInnerTexts();
  expect(said).toEqual(["bad-date", "bad-email", "bad-phone", "short-password"].map((code) => t(`finding.${code}`)));
  await expectGood(page);
  await summary.getByRole("link").first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("field-birthDate");
  expect(await page.getByLabel(t("person.given"), { exact: true }).inputValue()).toBe("Ofelia");
});

test("a guest books at the small practice with a code, after a wrong one [BOOK-16]", async () => {
  const guest = await browser.newVisitor({ locale: "es", size: "phone", zone: consultorio.zone });
  const { page, t } = guest;
  const person = aNewPerson("Remedios", "ES");
  await holdSomeTime(guest, consultorio);
  await page.getByRole("link", { name: t("identify.guest") }).click();
  await typePerson(guest, person);
  await page.getByLabel(t("reason.label")).fill(reasonTyped);
  await expectGood(page);
  await page.getByRole("button", { name: t("guest.send-code") }).click();
  await page.getByRole("heading", { level: 1, name: t("code.title") }).waitFor();
  const code = await codeSentTo(guest, "phone", person.fullPhone);
  await page.getByLabel(t("code.label")).fill(code === "123456" ? "654321" : "123456");
  await page.getByRole("button", { name: t("form.continue") }).click();
  await page.getByRole("alert").waitFor();
  await expectGood(page);
  await page.getByLabel(t("code.label")).fill(code);
  await page.getByRole("button", { name: t("form.continue") }).click();
  await page.getByRole("heading", { level: 1, name: t("check.title") }).waitFor();
  await expectGood(page);
  await page.getByRole("button", { name: t("check.book") }).click();
  await page.getByRole("heading", { level: 1, name: t("booked.title") }).waitFor();
});

test("an unknown clinic, page and appointment each say so and lead on, in both languages [UI-06] [UI-11]", async () => {
  for (const locale of ["en", "es"] as const) {
    const patient = await browser.newVisitor({ locale });
    const { page, t } = patient;
    await page.goto("/no-such-clinic");
    const home = page.getByRole("main").getByRole("link");
    await home.waitFor();
    await expectGood(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    await home.click();
    await page.getByRole("heading", { level: 1, name: t("front.title") }).waitFor();
    await page.goto(`/${riverside.slug}/no/such/page`);
    await page.getByRole("heading", { level: 1, name: t("not-found.title") }).waitFor();
    await page.goto(`/${riverside.slug}/sign-in`);
    await signIn(patient, "daniela.reyes@example.org");
    await page.getByRole("heading", { level: 1, name: t("find.title") }).waitFor();
    await page.goto(`/${riverside.slug}/appointments/0198c0de-0000-7000-8000-000000000000`);
    await page.getByRole("main").getByRole("alert").waitFor();
    await expectGood(page);
  }
});

const reasonTyped = "Mareos al levantarme";

/** A new patient who has everything entered and only has to press 'book'. */
async function readyToBook(options: { locale?: "en" | "es" } = {}): Promise<{ patient: Visitor; person: NewPerson }> {
  const patient = await browser.newVisitor(options);
  const person = aNewPerson("Graciela");
  await registerNewPatient(patient, riverside.slug, person);
  await holdSomeTime(patient, riverside);
  await giveReason(patient, reasonTyped);
  return { patient, person };
}

/** Somebody else holds the time that this patient's lapsed hold was for. */
async function takeSameTime({ page }: Visitor): Promise<void> {
  const time = await page.getByRole("main").locator("time").first().getAttribute("datetime");
  const other = await browser.newVisitor();
  await openTimes(other, riverside);
  const status = await other.page.evaluate(async (startsAt) => {
    const { pathname, searchParams } = new URL(location.href);
    const [, slug, , serviceId] = pathname.split("/");
    const found = await fetch(`/api/v1/organisations/${slug}/providers?serviceId=${serviceId}`).then((one) =>
      one.json(),
    );
    const providerId = searchParams.get("provider");
    const provider = found.providers.find(({ id }: { id: string }) => id === providerId);
    for (const locationId of provider.locationIds) {
      const answer = await fetch(`/api/v1/organisations/${slug}/holds`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({ serviceId, providerId, locationId, startsAt }),
      });
      if (answer.ok) return answer.status;
    }
    return 0;
  }, time);
  expect(status).toBe(201);
}

async function countOfAppointments({ page }: Visitor): Promise<number> {
  const own = await page.evaluate(async (slug) => {
    const answer = await fetch(`/api/v1/organisations/${slug}/me/appointments`);
    return (await answer.json()) as { upcoming: unknown[] };
  }, riverside.slug);
  return own.upcoming.length;
}

/** The person signs in on another device and ends every other session there. */
async function endSessionsElsewhere(person: NewPerson): Promise<void> {
  const device = await browser.newVisitor({ size: "phone" });
  const { page, t } = device;
  await page.goto(`/${riverside.slug}/sign-in?next=/${riverside.slug}/profile`);
  await signIn(device, person.email, person.password);
  await page.getByRole("heading", { level: 1, name: t("profile.title") }).waitFor();
  await page
    .getByRole("button", { name: t("profile.end") })
    .first()
    .click();
  await page.getByRole("button", { name: t("profile.end") }).waitFor({ state: "detached" });
}

async function cancelFor(page: Page, { t }: Visitor): Promise<void> {
  await page.getByLabel(t("cancel.reasons.better")).check();
  await page.getByRole("button", { name: t("cancel.confirm") }).click();
}
