/** `cita clinic import FILE [--dry-run]` */
import { problemText } from "../../contract/clinic-file/index.ts";
import { type ImportReport, importClinic, importKinds, readClinicFile, readText } from "../../modules/imports/index.ts";
import { CommandFailure, exitCodes, readInput, type Session } from "./session.ts";

export async function importClinicFile(
  session: Session,
  path: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<number> {
  const { texts, locale, print, tell } = session;
  const text = readText(await readInput(path, session));
  if (text === null) throw new CommandFailure(texts.unreadableFile(path, "UTF-8"));
  const reading = readClinicFile(text);
  if (!reading.ok) {
    for (const problem of reading.problems) {
      const { message, remedy } = problemText(problem, locale);
      tell(`${path}:${problem.line}:${problem.column}  ${problem.path}`);
      tell(`  ${message} ${remedy}`);
    }
    throw new CommandFailure(texts.problems(reading.problems.length, path));
  }
  const { clinic } = reading;
  const { database, keyring } = await session.open();
  const imported = await importClinic(database, keyring, clinic, { dryRun });
  if (!imported.ok) throw new CommandFailure(texts.addressTaken(clinic.organisation.slug));
  const { report } = imported.value;
  const changed = Object.values(report).some((counts) => counts.created + counts.changed > 0);
  print(texts.clinicDone(clinic.organisation.name, changed));
  if (changed) printReport(session, report);
  if (dryRun) print(texts.dryRun());
  return exitCodes.done;
}

function printReport({ texts, print }: Session, report: ImportReport): void {
  const width = Math.max(...importKinds.map((kind) => texts.kinds[kind].length));
  for (const kind of importKinds) {
    const { created, changed, unchanged } = report[kind];
    print(`  ${texts.kinds[kind].padEnd(width)}  ${texts.counts(created, changed, unchanged)}`);
  }
}
