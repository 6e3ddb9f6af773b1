/**
 * Everything a trial needs: a database with one clinic in it, people who may act there, and the API that they talk to.
 *
 * The database is given (a fresh one of the test run, or a server of the benchmark's own), so that the same trial runs
 * with a few tries in every test run and with thousands in `npm run bench:race`.
 */
import pg from "pg";
import { type Catalogue, type CatalogueService, catalogueOf } from "../../src/modules/directory/index.ts";
import { createPerson } from "../../src/modules/identity/index.ts";
import { importClinic } from "../../src/modules/imports/clinic/import-clinic.ts";
import { createPatients } from "../../src/modules/patients/index.ts";
import { hashToken, newId, newToken } from "../../src/platform/ids/identifiers.ts";
import type { OpenInstallation } from "../../src/processes/open-installation.ts";
import { sideBySide } from "../trial.ts";
import { type Api, type Caller, openApi } from "./api.ts";
import { type StageClinic, stageClinicFile } from "./clinic-file.ts";
import { startServerProcess } from "./server-process.ts";
import { type AppChoices, openStageDatabase, type StageApp, type StageDatabase, startApp } from "./start-app.ts";

export interface Patient {
  readonly id: string;
  readonly caller: Caller;
}

export interface Stage {
  readonly database: StageDatabase;
  readonly installation: OpenInstallation;
  readonly slug: string;
  readonly orgId: string;
  readonly catalogue: Catalogue;
  /** As the database's superuser: for checks, and for what no API does. */
  readonly owner: pg.Pool;
  /** Signed in at the front desk. */
  readonly desks: readonly Caller[];
  readonly administrator: Caller;
  service(key: string): CatalogueService;
  patients(count: number): Promise<string[]>;
  /** With an account each, signed in. */
  signedInPatients(count: number): Promise<Patient[]>;
  close(): Promise<void>;
}

export async function openStage(database: StageDatabase, clinic: StageClinic): Promise<Stage> {
  const installation = await openStageDatabase(database);
  const imported = await importClinic(installation.database, installation.keyring, stageClinicFile(clinic));
  if (!imported.ok) throw new Error(`the clinic was refused: ${imported.code}`);
  const { orgId } = imported.value;
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 8, options: "-c timezone=UTC" });
  const catalogue = await catalogueOf(installation.database, orgId);
  const [administrator = {}] = await signIn(owner, await staffOf(owner, orgId, "administrator"));
  return {
    ...{ database, installation, slug: clinic.slug, orgId, catalogue, owner, administrator },
    desks: await signIn(owner, await staffOf(owner, orgId, "front-desk")),
    service(key) {
      const found = [...catalogue.services.values()].find((service) => service.key === key);
      if (found === undefined) throw new Error(`the clinic has no service ${key}`);
      return found;
    },
    patients: (count) => newPatients(installation, orgId, new Array(count).fill(null)),
    async signedInPatients(count) {
      const persons = await newPersons(installation, count);
      const ids = await newPatients(installation, orgId, persons);
      const callers = await signIn(owner, persons);
      return ids.map((id, index) => ({ id, caller: callers[index] ?? {} }));
    },
    async close() {
      await owner.end();
      await installation.close();
    },
  };
}

/** Of the person at the same place in the list, or of nobody. */
function newPatients(
  { database, keyring }: OpenInstallation,
  orgId: string,
  persons: readonly (string | null)[],
): Promise<string[]> {
  const details = persons.map((personId, index) => ({
    ...{ given: "Nora", family: `Quintana ${index}`, birthDate: "1980-05-17", locale: "en" as const, personId },
    ...{ email: `nora-${index}@quintana.example`, phone: "+12125550142", isEmailVerified: true, isPhoneVerified: true },
  }));
  return database.transaction({ orgId }, async (tx) => {
    const made = await createPatients(tx, keyring, orgId, details, "desk");
    return made.flatMap((patient) => patient?.id ?? []);
  });
}

/** With a verified address and without a password: a password's hash takes a tenth of a second, and nobody types it. */
async function newPersons({ database, keyring }: OpenInstallation, count: number): Promise<string[]> {
  const ids: string[] = [];
  await sideBySide([...new Array(count).keys()], 4, async (index) => {
    const name = { given: "Nora", family: `Quintana ${index}` };
    const email = `${newId()}@quintana.example`;
    ids.push(
      await createPerson(database, keyring, {
        ...{ name, email, phone: null, birthDate: "1980-05-17", locale: "en", passwordHash: null },
      }),
    );
  });
  return ids;
}

async function staffOf(owner: pg.Pool, orgId: string, role: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    "select person_id as id from membership where org_id = $1 and $2 = any(roles) order by person_id",
    [orgId, role],
  );
  return rows.map(({ id }) => id);
}

async function signIn(owner: pg.Pool, persons: readonly string[]): Promise<Caller[]> {
  const tokens = persons.map(() => newToken());
  await owner.query(
    `insert into session (id, token_hash, person_id, idle_minutes, expires_at)
     select id, token_hash, person_id, 60, clock_timestamp() + interval '12 hours'
     from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as made (id, token_hash, person_id)`,
    [persons.map(() => newId()), tokens.map(hashToken), persons],
  );
  return tokens.map((session) => ({ session }));
}

/** The API on this stage, in this process or in one of its own, and a way to talk to it. */
export interface Served {
  readonly api: Api;
  readonly url: string;
  stop(): Promise<void>;
  /** Where it has a process of its own: ends that in the middle of everything. */
  kill(): Promise<void>;
}

export async function serveHere(stage: Stage, connections: number, choices: AppChoices = {}): Promise<Served> {
  return served(await startApp(stage.database, choices), stage, connections);
}

export async function serveApart(
  stage: Stage,
  connections: number,
  { isPublishing = true, nodeOptions = [] }: { isPublishing?: boolean; nodeOptions?: string[] } = {},
): Promise<Served> {
  const program = new URL("./serve.ts", import.meta.url);
  return served(
    await startServerProcess(program, { stage: stage.database, isPublishing }, nodeOptions),
    stage,
    connections,
  );
}

function served(app: StageApp, { slug }: Stage, connections: number): Served {
  const api = openApi(app.url, slug, connections);
  return {
    ...{ api, url: app.url },
    async stop() {
      api.close();
      await app.stop();
    },
    async kill() {
      await app.kill?.();
      api.close();
    },
  };
}
