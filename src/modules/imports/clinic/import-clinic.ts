/**
 * Sets up an organisation whole from its file, or brings it to what a newer file says: all of it in one transaction.
 *
 * Everything is matched by its key, so that a second run changes nothing and says so. What the file names it decides;
 * what it does not name (a provider entered by hand) stays. A dry run does the same work and undoes it.
 */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import type { Database, Transaction } from "../../../platform/db/database.ts";
import { done, type Keyring, Refused, type Result } from "../../_kernel/index.ts";
import { forgetCatalogue } from "../../directory/index.ts";
import { recordImport } from "../record-import.ts";
import {
  applyMemberships,
  createMissingPersons,
  knownPersons,
  type PersonsOfWorkers,
  workersOf,
} from "./apply-accounts.ts";
import { applyHours } from "./apply-hours.ts";
import { applyOrganisation, type Target, targetOf } from "./apply-organisation.ts";
import { applyDepartments, applyLocations, applyRooms, applySpecialties } from "./apply-places.ts";
import { applyProviders } from "./apply-providers.ts";
import { applyServices } from "./apply-services.ts";
import { changedAnything, type ImportReport, importMarks } from "./import-report.ts";

export interface ClinicImportOptions {
  readonly dryRun?: boolean;
  /** For accounts that are made; left out, people set a password by a code to their e-mail address. */
  readonly passwordHash?: string | null;
}

export interface ClinicImport {
  readonly orgId: string;
  readonly report: ImportReport;
}

/** Carries a dry run's result past the end of its transaction, which is thereby undone. */
class DryRunEnds extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("a dry run leaves nothing behind");
    this.report = report;
  }
}

/** Refused with `already_exists` when somebody else takes the address at the same moment. */
export async function importClinic(
  database: Database,
  keyring: Keyring,
  clinic: ClinicFile,
  { dryRun = false, passwordHash = null }: ClinicImportOptions = {},
): Promise<Result<ClinicImport>> {
  const target = await targetOf(database, clinic);
  const known = await knownPersons(database, keyring, target.orgId, workersOf(clinic));
  const persons = dryRun ? known : await createMissingPersons(database, keyring, clinic, known, passwordHash);
  try {
    const report = await database.transaction({ orgId: target.orgId }, async (tx) => {
      const applied = await applyClinic(tx, keyring, target, clinic, persons);
      if (dryRun) throw new DryRunEnds(applied);
      if (changedAnything(applied)) await recordImport(tx, keyring, target.orgId, "clinic.import", applied);
      return applied;
    });
    forgetCatalogue(target.orgId);
    return done({ orgId: target.orgId, report });
  } catch (error) {
    if (error instanceof DryRunEnds) return done({ orgId: target.orgId, report: error.report });
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function applyClinic(
  tx: Transaction,
  keyring: Keyring,
  target: Target,
  clinic: ClinicFile,
  persons: PersonsOfWorkers,
): Promise<ImportReport> {
  const { orgId } = target;
  const marks = importMarks();
  await applyOrganisation(tx, keyring, target, clinic, marks);
  const locations = await applyLocations(tx, orgId, clinic, marks);
  await applySpecialties(tx, orgId, clinic, marks);
  const departments = await applyDepartments(tx, orgId, clinic, locations, marks);
  const rooms = await applyRooms(tx, orgId, clinic, locations, marks);
  const providers = await applyProviders(tx, keyring, orgId, clinic, departments, marks);
  await applyServices(tx, orgId, clinic, { departments, providers, rooms }, marks);
  await applyHours(tx, orgId, clinic, { providers, locations }, marks);
  await applyMemberships(tx, orgId, persons, { providers, departments }, marks);
  return marks.report();
}
