import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

const selectOrganisations = statement<{ orgId: string }>(
  "kernel.organisations-with-work",
  `select org_id as "orgId" from organisations_with_work()`,
);

/** Organisations with open outbox rows or messages to see to; for the worker's role. */
export async function organisationsWithWork(worker: Database): Promise<string[]> {
  return (await worker.alone(selectOrganisations, [])).map(({ orgId }) => orgId);
}
