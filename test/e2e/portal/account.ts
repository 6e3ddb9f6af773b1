/** Accounts as patients meet them: registering, codes, signing in. */
import type { Visitor } from "../browser/open-browser.ts";
import { type NewPerson, password } from "../demo/people.ts";
import { codeSentTo } from "./outbox.ts";

/** On the page with the fields of a person: of registration, and of booking as a guest. */
export async function typePerson({ page, t }: Visitor, person: NewPerson): Promise<void> {
  await page.getByLabel(t("person.given"), { exact: true }).fill(person.given);
  await page.getByLabel(t("person.family"), { exact: true }).fill(person.family);
  for (const part of ["day", "month", "year"] as const) {
    await page.getByLabel(t(`form.date.${part}`), { exact: true }).fill(person.birth[part]);
  }
  await page.getByLabel(t("person.email"), { exact: true }).fill(person.email);
  await page.getByLabel(t("person.phone"), { exact: true }).fill(person.phone);
}

/** From the registration page to the one that asks for the codes. */
export async function register(visitor: Visitor, person: NewPerson): Promise<void> {
  const { page, t } = visitor;
  await page.getByRole("heading", { level: 1, name: t("register.title") }).waitFor();
  await typePerson(visitor, person);
  await page.getByLabel(t("register.password"), { exact: true }).fill(person.password);
  await page.getByRole("button", { name: t("register.button") }).click();
  await page.getByRole("heading", { level: 1, name: t("verify.title") }).waitFor();
}

/** Types the code of one contact as the outbox shows it. */
export async function verify(visitor: Visitor, contact: "email" | "phone", person: NewPerson): Promise<void> {
  const { page, t } = visitor;
  const address = contact === "email" ? person.email : person.fullPhone;
  const code = await codeSentTo(visitor, contact, address);
  const card = page.getByRole("region", { name: t(`verify.${contact}`) });
  await card.getByLabel(t("code.label")).fill(code);
  await card.getByRole("button", { name: t(`verify.button.${contact}`) }).click();
  await card.waitFor({ state: "detached" });
}

/** On the sign-in page. */
export async function signIn({ page, t }: Visitor, contact: string, secret = password): Promise<void> {
  await page.getByLabel(t("sign-in.contact"), { exact: true }).fill(contact);
  await page.getByLabel(t("sign-in.password"), { exact: true }).fill(secret);
  await page
    .getByRole("main")
    .getByRole("button", { name: t("sign-in.button"), exact: true })
    .click();
}

/** A new patient with an account, signed in in this visitor's browser; one contact is verified, which is enough to book. */
export async function registerNewPatient(visitor: Visitor, slug: string, person: NewPerson): Promise<void> {
  const { page, t } = visitor;
  await page.goto(`/${slug}/register`);
  await register(visitor, person);
  await verify(visitor, "email", person);
  await page.getByRole("button", { name: t("verify.go-on") }).click();
  await page.getByRole("heading", { level: 1, name: t("find.title") }).waitFor();
}
