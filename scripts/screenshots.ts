/**
 * Pictures of the main pages for the documents, taken from a demo of its own and written to docs/screenshots.
 * `npm run screenshots -- diary` takes only those whose name has 'diary' in it.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium, type Size, sizes } from "../test/e2e/browser/launch-chromium.ts";
import { password, riverside } from "../test/e2e/demo/people.ts";
import { startDemo } from "../test/e2e/demo/start-demo.ts";

type Language = "en" | "es";

interface Picture {
  readonly name: string;
  readonly size: Size;
  readonly language: Language;
  /** Whoever is signed in; nobody where it is left out. */
  readonly as?: string;
  readonly path: string;
  /** From the page at `path` to what the picture shows. */
  readonly act?: (page: Page) => Promise<void>;
}

const { slug } = riverside;
const staff = `/${slug}/staff`;
const daniela = "daniela.reyes@example.org";
const tuesday = nextTuesday();

const pictures: readonly Picture[] = [
  { name: "start-phone-en", size: "phone", language: "en", path: `/${slug}` },
  { name: "start-desk-es", size: "desk", language: "es", path: `/${slug}?specialty=cardiology` },
  { name: "times-desk-en", size: "desk", language: "en", path: `/${slug}?specialty=cardiology`, act: openTimes },
  {
    name: "check-phone-es",
    size: "phone",
    language: "es",
    as: daniela,
    path: `/${slug}?specialty=cardiology`,
    act: check,
  },
  { name: "appointments-phone-en", size: "phone", language: "en", as: daniela, path: `/${slug}/appointments` },
  {
    name: "diary-desk-en",
    size: "desk",
    language: "en",
    as: riverside.frontDesk,
    path: `${staff}/diary?date=${tuesday}`,
  },
  {
    name: "diary-visit-desk-es",
    size: "desk",
    language: "es",
    as: riverside.frontDesk,
    path: `${staff}/diary?date=${tuesday}`,
    act: openVisit,
  },
  {
    name: "week-desk-es",
    size: "desk",
    language: "es",
    as: riverside.doctor,
    path: `${staff}/diary?view=week&date=${tuesday}`,
  },
  {
    name: "agenda-phone-en",
    size: "phone",
    language: "en",
    as: riverside.doctor,
    path: `${staff}/diary?date=${tuesday}`,
  },
  { name: "services-desk-en", size: "desk", language: "en", as: riverside.administrator, path: `${staff}/services` },
];

const folder = join(import.meta.dirname, "../docs/screenshots");
const wanted = process.argv[2] ?? "";

const demo = await startDemo();
const browser = await launchChromium();
try {
  await mkdir(folder, { recursive: true });
  for (const picture of pictures.filter(({ name }) => name.includes(wanted))) await take(browser, picture);
} finally {
  await browser.close();
  await demo.stop();
}

async function take(on: Browser, { name, size, language, as, path, act }: Picture): Promise<void> {
  const context = await on.newContext({
    baseURL: demo.url,
    viewport: sizes[size],
    locale: language === "en" ? "en-US" : "es-MX",
    timezoneId: riverside.zone,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  if (as !== undefined) await signIn(page, as);
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  await settle(page);
  await act?.(page);
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`  docs/screenshots/${name}.png`);
  await context.close();
}

async function signIn(page: Page, contact: string): Promise<void> {
  await page.goto(`/${slug}/sign-in`);
  await page.locator("input[autocomplete=username]").fill(contact);
  await page.locator("input[autocomplete=current-password]").fill(password);
  const signedIn = page.waitForResponse((answer) => answer.url().endsWith("/platform/sessions") && answer.ok());
  await page.keyboard.press("Enter");
  await signedIn;
}

/** Nothing is under way any more, apart from the live stream. */
async function settle(page: Page): Promise<void> {
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}

async function openTimes(page: Page): Promise<void> {
  await page.locator("article a").first().click();
  await page.locator("[data-day]:not(:disabled)").nth(2).click();
}

async function check(page: Page): Promise<void> {
  await openTimes(page);
  await page.locator("main li button").first().click();
  await page.locator("textarea").fill("Palpitaciones al subir escaleras");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/check$/);
}

async function openVisit(page: Page): Promise<void> {
  await page.locator("[data-visit]").first().click();
  await page.getByRole("dialog").waitFor();
}

function nextTuesday(): string {
  const from = Temporal.Now.plainDateISO(riverside.zone).add({ days: 1 });
  return from.add({ days: (9 - from.dayOfWeek) % 7 }).toString();
}
