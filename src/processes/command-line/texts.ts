/** What the command line says, in the language of the terminal. */
import type { Locale } from "../../contract/values.ts";
import type { ImportKind } from "../../modules/imports/index.ts";
import { englishTexts } from "./texts.en.ts";
import { spanishTexts } from "./texts.es.ts";

export interface CommandTexts {
  readonly help: string;
  unknownCommand(command: string): string;
  unknownOption(option: string): string;
  missingFile(): string;
  missingOrganisation(): string;
  unreadableFile(path: string, code: string): string;
  unknownOrganisation(slug: string, known: readonly string[]): string;
  addressTaken(slug: string): string;
  problems(count: number, path: string): string;
  dryRun(): string;
  clinicDone(name: string, changed: boolean): string;
  readonly kinds: Readonly<Record<ImportKind, string>>;
  counts(created: number, changed: number, unchanged: number): string;
  progress(done: number, total: number): string;
  notImported(): string;
  noticed(): string;
  patientsDone(created: number, changed: number, unchanged: number, refused: number): string;
  historyDone(created: number, unchanged: number, refused: number): string;
  auditIntact(slug: string, checked: number, waiting: number): string;
  auditBroken(slug: string, findings: number): string;
  readonly failed: string;
}

const texts: Readonly<Record<Locale, CommandTexts>> = { en: englishTexts, es: spanishTexts };

/** The first of the variables that is set decides, as for every program of a terminal (POSIX 8.2). */
export function localeOfTerminal(env: NodeJS.ProcessEnv): Locale {
  const wanted = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^es([_.@-]|$)/i.test(wanted) ? "es" : "en";
}

export const commandTexts = (locale: Locale): CommandTexts => texts[locale];
