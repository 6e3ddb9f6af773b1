/** The command line: `cita clinic import`, `patients import`, `history import`, `audit verify`. */
import { parseArgs } from "node:util";
import { importClinicFile } from "./command-line/import-clinic-file.ts";
import { importHistoryFiles, importPatientFiles, type RecordsAsked } from "./command-line/import-records.ts";
import { CommandFailure, exitCodes, type Session } from "./command-line/session.ts";
import { commandTexts, localeOfTerminal } from "./command-line/texts.ts";
import { verifyAudit } from "./command-line/verify-audit.ts";
import { readConfiguration } from "./configuration.ts";
import { type OpenInstallation, openInstallation } from "./open-installation.ts";

const locale = localeOfTerminal(process.env);
const texts = commandTexts(locale);

interface Options {
  readonly "dry-run"?: boolean | undefined;
  readonly help?: boolean | undefined;
  readonly organisation?: string | undefined;
}

function readArguments(args: string[]): { words: string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
        organisation: { type: "string" },
      },
    });
    return { words: positionals, options: values };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    throw new CommandFailure(texts.unknownOption(option), { exitCode: exitCodes.notUnderstood, cause: error });
  }
}

async function run(session: Session, words: readonly string[], options: Options): Promise<number> {
  const [noun = "", verb = "", ...files] = words;
  if (options.help || noun === "" || noun === "help") {
    session.print(texts.help);
    return exitCodes.done;
  }
  switch (`${noun} ${verb}`) {
    case "clinic import":
      return importClinicFile(session, oneFile(files), { dryRun: options["dry-run"] ?? false });
    case "patients import":
      return importPatientFiles(session, recordsAsked(files, options));
    case "history import":
      return importHistoryFiles(session, recordsAsked(files, options));
    case "audit verify":
      return verifyAudit(session, options.organisation);
    default:
      throw new CommandFailure(texts.unknownCommand(`${noun} ${verb}`.trim()), { exitCode: exitCodes.notUnderstood });
  }
}

function oneFile(files: readonly string[]): string {
  const [file] = files;
  if (file === undefined) throw new CommandFailure(texts.missingFile(), { exitCode: exitCodes.notUnderstood });
  return file;
}

function recordsAsked(files: readonly string[], { organisation }: Options): RecordsAsked {
  if (organisation === undefined)
    throw new CommandFailure(texts.missingOrganisation(), { exitCode: exitCodes.notUnderstood });
  oneFile(files);
  return { organisation, files };
}

const isTerminal = process.stderr.isTTY;
/** What a line of progress left behind is wiped away first. */
const wipe = isTerminal ? "\r\u001b[K" : "";

function tell(line: string): void {
  process.stderr.write(`${wipe}${line}\n`);
}

async function main(args: string[]): Promise<number> {
  let installation: OpenInstallation | undefined;
  try {
    const { words, options } = readArguments(args);
    const configuration = readConfiguration(process.env, []);
    const session: Session = {
      ...{ locale, texts, tell, dataDir: configuration.dataDir },
      print: (line) => {
        process.stderr.write(wipe);
        process.stdout.write(`${line}\n`);
      },
      progress: (text) => {
        if (isTerminal) process.stderr.write(`${wipe}${text}`);
      },
      open: async () => {
        installation ??= await openInstallation({ configuration, say: tell, as: "guest" });
        return installation;
      },
    };
    return await run(session, words, options);
  } catch (error) {
    const isExplained = error instanceof CommandFailure;
    const message = error instanceof Error ? error.message : String(error);
    tell(isExplained ? message : `${texts.failed} ${message}`);
    return isExplained ? error.exitCode : exitCodes.failed;
  } finally {
    await installation?.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
// The channel to the script that started us would keep us alive.
process.disconnect?.();
