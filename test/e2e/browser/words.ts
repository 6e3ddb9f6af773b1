/** The product's own texts: a journey finds things by what people read, so that both languages share its code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "../../../src/contract/values.ts";

interface Texts {
  readonly [key: string]: string | Texts;
}

/** `t("booked.reference", { reference: "ABC" })`; an unknown key is a mistake in the test. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const folder = join(import.meta.dirname, "../../../src/web/i18n");

export function wordsOf(area: "portal" | "staff", locale: Locale): Words {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, locale, `${name}.json`), "utf8")) as Texts;
  const spaces = [read(area), read("shared")];
  return (key, values = {}) => {
    const text = spaces.map((texts) => textAt(texts, key)).find((found) => found !== undefined);
    if (text === undefined) throw new Error(`There is no text '${key}' in ${area}, ${locale}.`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
  };
}

function textAt(texts: Texts, key: string): string | undefined {
  const steps = key.split(".");
  const found = steps.reduce<string | Texts | undefined>(
    (at, step) => (typeof at === "object" ? at[step] : undefined),
    texts,
  );
  return typeof found === "string" ? found : undefined;
}
