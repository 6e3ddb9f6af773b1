/** What every command gets: words, a way to print, and the installation, opened when it is first needed. */
import { readFile } from "node:fs/promises";
import type { Locale } from "../../contract/values.ts";
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { OpenInstallation } from "../open-installation.ts";
import type { CommandTexts } from "./texts.ts";

export interface Session {
  readonly locale: Locale;
  readonly texts: CommandTexts;
  /** Where heads of the audit record are noted outside the database. */
  readonly dataDir: string;
  /** Results. */
  print(line: string): void;
  /** Progress and problems. */
  tell(line: string): void;
  /** One line that is written over by the next. */
  progress(text: string): void;
  open(): Promise<OpenInstallation>;
}

export const exitCodes = { done: 0, failed: 1, notUnderstood: 2, someRefused: 3 } as const;

interface FailureOptions extends ErrorOptions {
  readonly exitCode?: number;
}

/** Ends the command with words for the person at the keyboard. */
export class CommandFailure extends Error {
  readonly exitCode: number;
  constructor(message: string, { exitCode = exitCodes.failed, ...options }: FailureOptions = {}) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

export async function readInput(path: string, { texts }: Session): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new CommandFailure(texts.unreadableFile(path, code), { cause: error });
  }
}

export interface Organisation {
  readonly slug: string;
  readonly orgId: string;
}

const selectOrganisations = statement<Organisation>(
  "command-line.organisations",
  `select slug, org_id as "orgId" from organisation_address where current order by slug`,
);

/** All of them, or the one asked for. */
export async function organisationsAsked(
  database: Database,
  { texts }: Session,
  slug: string | undefined,
): Promise<readonly Organisation[]> {
  const all = await database.alone(selectOrganisations, []);
  if (slug === undefined) return all;
  const asked = all.filter((each) => each.slug === slug);
  if (asked.length > 0) return asked;
  throw new CommandFailure(
    texts.unknownOrganisation(
      slug,
      all.map((each) => each.slug),
    ),
  );
}
