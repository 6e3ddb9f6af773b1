import { nameWords } from "./fold-name.ts";

/**
 * A person's name in its parts. Spanish names have two surnames, and either may be missing where it is typed.
 *
 * Example: { given: 'Ana María', family: 'García', secondFamily: 'López' } is written 'Ana María García López', stands in
 * a list as 'García López, Ana María', and is found by any of its four words.
 */
export interface PersonName {
  readonly given: string;
  readonly family: string;
  readonly secondFamily?: string | null | undefined;
}

/** Languages that write the family name first. */
const familyFirst = new Set(["hu", "ja", "ko", "vi", "zh"]);

export function formatFullName(name: PersonName, locale: string): string {
  const surnames = surnamesOf(name);
  const language = locale.split("-")[0] ?? locale;
  return joinWords(familyFirst.has(language) ? [surnames, name.given] : [name.given, surnames]);
}

/** For lists in the order of surnames: 'García López, Ana María'. */
export function formatNameForList(name: PersonName): string {
  return [surnamesOf(name), joinWords([name.given])].filter((part) => part !== "").join(", ");
}

/** Every folded word of a name, given names first. Each part keeps its particles if it has nothing else. */
export function wordsOfName(name: PersonName): readonly string[] {
  return [...nameWords(name.given), ...familyWords(name)];
}

export function familyWords(name: PersonName): readonly string[] {
  return [...nameWords(name.family), ...nameWords(name.secondFamily ?? "")];
}

function surnamesOf({ family, secondFamily }: PersonName): string {
  return joinWords([family, secondFamily ?? ""]);
}

function joinWords(parts: readonly string[]): string {
  return parts.join(" ").replace(/\s+/g, " ").trim();
}
