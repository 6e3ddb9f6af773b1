/** `cita patients import` and `cita history import`: files of records, refused one by one. */
import {
  importHistory,
  importPatients,
  type RecordProblem,
  readHistoryFile,
  recordProblemText,
} from "../../modules/imports/index.ts";
import { CommandFailure, exitCodes, organisationsAsked, readInput, type Session } from "./session.ts";

export interface RecordsAsked {
  readonly organisation: string;
  readonly files: readonly string[];
}

export async function importPatientFiles(session: Session, { organisation, files }: RecordsAsked): Promise<number> {
  const { texts, print, progress } = session;
  // A path that is wrong is told before anything is done.
  const inputs = await Promise.all(files.map(async (path) => ({ path, bytes: await readInput(path, session) })));
  const { database, keyring } = await session.open();
  const [target] = await organisationsAsked(database, session, organisation);
  if (target === undefined) throw new CommandFailure(texts.unknownOrganisation(organisation, []));
  const total = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { path, bytes } of inputs) {
    const result = await importPatients(database, keyring, target.orgId, bytes, {
      onProgress: (done, all) => progress(`${path}: ${texts.progress(done, all)}`),
      onRefused: (problem) => tellProblem(session, path, problem, texts.notImported()),
      onNoticed: (problem) => tellProblem(session, path, problem, texts.noticed()),
    });
    for (const count of ["created", "changed", "unchanged", "refused"] as const) total[count] += result[count];
  }
  print(texts.patientsDone(total.created, total.changed, total.unchanged, total.refused));
  return exitCodeOf(total.refused, total.created + total.changed + total.unchanged);
}

export async function importHistoryFiles(session: Session, { organisation, files }: RecordsAsked): Promise<number> {
  const { texts, print, progress } = session;
  const inputs = await Promise.all(files.map(async (path) => ({ path, bytes: await readInput(path, session) })));
  const { database, keyring } = await session.open();
  const [target] = await organisationsAsked(database, session, organisation);
  if (target === undefined) throw new CommandFailure(texts.unknownOrganisation(organisation, []));
  const total = { created: 0, unchanged: 0, refused: 0 };
  for (const { path, bytes } of inputs) {
    const onRefused = (problem: RecordProblem) => {
      total.refused += 1;
      tellProblem(session, path, problem, texts.notImported());
    };
    const visits = readHistoryFile(bytes, onRefused);
    const onProgress = (done: number, all: number) => progress(`${path}: ${texts.progress(done, all)}`);
    const result = await importHistory(database, keyring, target.orgId, visits, { onProgress, onRefused });
    total.created += result.created;
    total.unchanged += result.unchanged;
  }
  print(texts.historyDone(total.created, total.unchanged, total.refused));
  return exitCodeOf(total.refused, total.created + total.unchanged);
}

function exitCodeOf(refused: number, imported: number): number {
  if (refused === 0) return exitCodes.done;
  return imported === 0 ? exitCodes.failed : exitCodes.someRefused;
}

/** Entry 0 is the file as a whole. */
function tellProblem({ tell, locale }: Session, path: string, problem: RecordProblem, what: string): void {
  const { message, remedy } = recordProblemText(problem, locale);
  tell(`${problem.at === 0 ? path : `${path}:${problem.at}`}  (${what})  ${message} ${remedy}`);
}
