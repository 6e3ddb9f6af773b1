/**
 * Made-up patients for the demo and the benchmarks, the same ones for the same seed.
 *
 * Addresses end in example.org. American numbers are 555-01xx, which is kept free for fiction. Spain keeps no such
 * range: there they begin with 749, which hardly anybody has; nothing may ever be sent to them.
 */
import { addDays, type LocalDate } from "../../../domain/time/index.ts";
import { englishNames, type NameLists, spanishNames } from "./name-lists.ts";
import { type SeededRandom, seededRandom, weightedIndex } from "./seeded-random.ts";

export interface SyntheticPatient {
  /** Stable for a seed: a repeated import finds the same patient. */
  readonly key: string;
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string | null;
  readonly birthDate: LocalDate;
  readonly sex: "female" | "male";
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly locale: "en" | "es";
}

export interface SyntheticPatientsOptions {
  /** ISO country of the clinic: it decides on the telephone numbers and on how many carry two family names. */
  readonly country: "US" | "ES";
  /** Share of patients who speak Spanish, from 0 to 1. */
  readonly spanishShare: number;
  /** Ages count back from this day. */
  readonly today: LocalDate;
}

export function syntheticPatients(seed: number, count: number, options: SyntheticPatientsOptions): SyntheticPatient[] {
  const random = seededRandom(seed);
  const emails = new Set<string>();
  return Array.from({ length: count }, (_, index) => onePatient(random, seed, index, emails, options));
}

function onePatient(
  random: SeededRandom,
  seed: number,
  index: number,
  emails: Set<string>,
  { country, spanishShare, today }: SyntheticPatientsOptions,
): SyntheticPatient {
  const locale = random.chance(spanishShare) ? "es" : "en";
  const names: NameLists = locale === "es" ? spanishNames : englishNames;
  // Women go to the doctor somewhat more often.
  const sex = random.chance(0.55) ? "female" : "male";
  const hasTwoFamilies = locale === "es" && random.chance(country === "ES" ? 0.98 : 0.4);
  const given = random.pick(names[sex]);
  const family = random.pick(names.families);
  return {
    key: `synthetic-${seed}-${index + 1}`,
    given,
    family,
    secondFamily: hasTwoFamilies ? random.pick(names.families) : null,
    birthDate: birthDate(random, today),
    sex,
    email: unusedEmail(given, family, emails),
    phone: country === "ES" ? spanishPhone(index) : americanPhone(index),
    locale,
  };
}

/** People of a clinic by age in years: more small children and more elderly than in the street. */
const ageGroups = [
  { least: 0, most: 5, weight: 9 },
  { least: 6, most: 17, weight: 11 },
  { least: 18, most: 34, weight: 19 },
  { least: 35, most: 49, weight: 19 },
  { least: 50, most: 64, weight: 20 },
  { least: 65, most: 79, weight: 16 },
  { least: 80, most: 95, weight: 6 },
];

function birthDate(random: SeededRandom, today: LocalDate): LocalDate {
  const group =
    ageGroups[
      weightedIndex(
        random,
        ageGroups.map(({ weight }) => weight),
      )
    ];
  if (!group) throw new Error("no age group was drawn");
  const daysOld = random.integer(Math.ceil(group.least * 365.25) + 3, Math.floor((group.most + 1) * 365.25) - 3);
  return addDays(today, -daysOld);
}

function unusedEmail(given: string, family: string, taken: Set<string>): string {
  const plain = `${given}.${family}`
    .normalize("NFD")
    .replaceAll(/[^A-Za-z.]/g, "")
    .toLowerCase();
  let email = `${plain}@example.org`;
  for (let number = 2; taken.has(email); number += 1) email = `${plain}.${number}@example.org`;
  taken.add(email);
  return email;
}

/** Each area code has a hundred numbers for fiction: 25 codes serve 2,500 patients before a number comes again. */
const areaCodes = words(
  "914 845 203 212 646 718 347 917 516 631 201 551 973 862 908 732 848 609 856 475 860 959 413 518 838",
);

function words(text: string): readonly string[] {
  return text.split(" ");
}

function americanPhone(index: number): string {
  const areaCode = areaCodes[Math.floor(index / 100) % areaCodes.length] ?? "914";
  return `+1${areaCode}55501${String(index % 100).padStart(2, "0")}`;
}

function spanishPhone(index: number): string {
  return `+34749${String(100_000 + (index % 900_000))}`;
}
