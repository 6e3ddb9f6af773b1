import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Texts = { readonly [key: string]: string | Texts };

const here = import.meta.dirname;
const locales = ["en", "es"];
const spaces = readdirSync(join(here, "en"));

function textsOf(locale: string, space: string): Map<string, string> {
  return flattened(JSON.parse(readFileSync(join(here, locale, space), "utf8")) as Texts);
}

function flattened(texts: Texts, path = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${path}${key}`, value] as const] : [...flattened(value, `${path}${key}.`)],
    ),
  );
}

/** Spanish has one more plural form ('un millón de…') than English: it says nothing about a missing text. */
function withoutPluralForm(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "");
}

function keysOf(texts: ReadonlyMap<string, string>): string[] {
  return [...new Set([...texts.keys()].map(withoutPluralForm))].sort();
}

function placeholders(text: string): string[] {
  return (text.match(/\{\{\s*[\w.]+/g) ?? []).sort();
}

describe.each(spaces)("the texts of %s", (space) => {
  const [english = new Map<string, string>(), spanish = new Map<string, string>()] = locales.map((locale) =>
    textsOf(locale, space),
  );

  it("have the same keys in both languages [UI-06]", () => {
    expect(keysOf(spanish)).toEqual(keysOf(english));
  });

  it("have the same placeholders in both languages [UI-06]", () => {
    for (const [key, text] of spanish) {
      const other = english.get(key) ?? english.get(`${withoutPluralForm(key)}_other`) ?? "";
      expect(placeholders(text), key).toEqual(placeholders(other));
    }
  });

  it("have every plural form that their language needs [UI-06]", () => {
    for (const [locale, texts] of [["en", english] as const, ["es", spanish] as const]) {
      const counted = new Set([...texts.keys()].filter((key) => key.endsWith("_other")).map(withoutPluralForm));
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const key of counted) for (const form of forms) expect([...texts.keys()]).toContain(`${key}_${form}`);
    }
  });

  it("say something everywhere [UI-06]", () => {
    for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe("");
  });
});

describe("the keys that the portal uses", () => {
  const source = join(here, "..");
  const files = ["portal", "ui/portal", "api"].flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
      .map((name) => readFileSync(join(source, folder, name), "utf8")),
  );
  const code = files.join("\n");
  const texts = new Map([...textsOf("en", "portal.json"), ...textsOf("en", "shared.json")]);
  const known = new Set([...texts.keys()].map(withoutPluralForm));

  it("all have a text [UI-06]", () => {
    const used = [...code.matchAll(/\bt\("([^"$]+)"/g)].map(([, key = ""]) => key);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  it("are all the texts there are: none is left over [UI-06]", () => {
    const begun = [...code.matchAll(/`(?:shared:)?([a-z-]+(?:\.[a-z-]+)*\.)\$\{/g)].map(([, start = ""]) => start);
    const unused = [...known].filter(
      (key) => !code.includes(`"${key}"`) && !begun.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
