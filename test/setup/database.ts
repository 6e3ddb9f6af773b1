import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export type TestDatabase = { ownerUrl: string; appUrl: string; workerUrl: string; drop: () => Promise<void> };

/**
 * A migrated, empty database for one test file, copied from the run's template. The roles are
 * those that `migrate` made for the template; a copy brings their rights along.
 *
 * `const database = await cloneDatabase(); afterAll(database.drop);`
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const template = inject("template");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asSuperuser(`create database ${name} template ${template.database}`);
  const inClone = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    ownerUrl: inClone(template.ownerUrl),
    appUrl: inClone(template.appUrl),
    workerUrl: inClone(template.workerUrl),
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  };
}

async function asSuperuser(statement: string): Promise<void> {
  const url = Object.assign(new URL(inject("superuserUrl")), { pathname: "/postgres" }).href;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
