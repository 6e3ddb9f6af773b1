import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import shared from "../i18n/en/shared.json" with { type: "json" };
import texts from "../i18n/en/staff.json" with { type: "json" };

type Texts = { readonly [key: string]: string | Texts };

function keysOf(branch: Texts, path = ""): string[] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );
}

const code = [".", "../ui/staff"]
  .map((folder) => join(import.meta.dirname, folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test."))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");
const withoutPluralForm = (key: string) => key.replace(/_(zero|one|many|other)$/, "");
const own = new Set(keysOf(texts).map(withoutPluralForm));
const known = new Set([...own, ...keysOf(shared)]);
const quoted = new Set([...code.matchAll(/"([^"\n]*)"/g)].map(([, text]) => text));
/** The fixed beginnings of keys that are put together: `status.${shown}`. */
const begun = [...code.matchAll(/`([a-z-]+(?:\.[a-z-]+)*[.-])\$\{/g)].map(([, start = ""]) => start);

describe("the texts of the staff application [UI-06]", () => {
  test("every key that is asked for has one", () => {
    const used = [...code.matchAll(/\bt\(\s*"([^"$]+)"/g)].map(([, key = ""]) => key);
    expect(used.length).toBeGreaterThan(250);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  test("none is left over", () => {
    const unused = [...own].filter((key) => !quoted.has(key) && !begun.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});
