/**
 * The natural way of every request: permission → transaction → run → audit → commit. Refusals undo the transaction and
 * are recorded outside it; conflicts that the database resolves by itself when asked again are repeated here.
 */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ErrorCode } from "../../contract/error-codes.ts";
import type { RouteName } from "../../contract/index.ts";
import { contract } from "../../contract/index.ts";
import { grantFor } from "../../domain/access/index.ts";
import type { Database } from "../../platform/db/database.ts";
import { isDatabaseOutage, isWorthRetrying } from "../../platform/db/database-error.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Logger } from "../../platform/log/logger.ts";
import { type AuditFacts, auditRow } from "./audit-row.ts";
import type { Context } from "./context.ts";
import { refusalOfDatabase } from "./database-refusal.ts";
import type { Keyring } from "./keyring.ts";
import type { Call, DirectCall, Effect, Operation, SessionCookie, TransactionCall } from "./operation.ts";
import { recordRefusal } from "./record-refusal.ts";
import { Refused, type Result, refuse } from "./refusal.ts";

export const insertAuditEvent = statement("kernel.insert-audit-event", "select insert_audit_event($1, $2)");
const takeKey = statement<{ effect: Effect | null }>(
  "kernel.take-idempotency-key",
  "select take_idempotency_key($1, $2, $3, $4) as effect",
);
const storeEffect = statement(
  "kernel.store-effect",
  "update idempotency set effect = $4 where org_id = $1 and actor = $2 and key = $3",
);

export interface Kernel {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly log: Logger;
}

export interface Incoming {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly ifMatch: number | null;
  readonly idempotencyKey: string | null;
  readonly context: Context;
  readonly session: SessionCookie;
}

const attemptsAtMost = 4;

export async function runOperation(kernel: Kernel, operation: Operation, incoming: Incoming): Promise<Result<unknown>> {
  const facts: AuditFacts = { action: operation.audit ?? operation.name };
  const result = await attempt(kernel, operation, incoming, facts);
  if (!result.ok && (operation.audit !== null || result.code === "forbidden")) {
    await record(kernel, incoming.context, facts, "refused", result.code);
  }
  return result;
}

async function attempt(
  kernel: Kernel,
  operation: Operation,
  incoming: Incoming,
  facts: AuditFacts,
): Promise<Result<unknown>> {
  const route = contract[operation.name];
  const { actor } = incoming.context;
  const scope = grantFor(operation.permission, actor.roles);
  if (scope === null) return refuse(actor.anonymous ? "unauthenticated" : "forbidden");
  if (route.versioned && incoming.ifMatch === null) return refuse("version_required");
  if (route.idempotent && incoming.idempotencyKey === null) return refuse("idempotency_key_required");

  const afterwards: (() => void | Promise<void>)[] = [];
  const call = {
    params: incoming.params,
    query: incoming.query,
    body: incoming.body,
    ifMatch: incoming.ifMatch ?? 0,
    context: incoming.context,
    scope,
    keyring: kernel.keyring,
    audit: facts,
    session: incoming.session,
    afterCommit: (act: () => void | Promise<void>) => {
      afterwards.push(act);
    },
  } as Call<RouteName>;
  const direct: DirectCall<RouteName> = {
    ...call,
    database: kernel.database,
    duties: {
      actorKey: actorKeyOf(incoming.context),
      idempotencyKey: incoming.idempotencyKey,
      bodyHash: bodyHashOf(operation.name, incoming),
      auditRow: (outcome, code) => auditRow(kernel.keyring, incoming.context, facts, outcome, code),
    },
  };

  for (let tries = 1; ; tries++) {
    afterwards.length = 0;
    try {
      const result = await runOnce(kernel, operation, call, direct);
      if (result.ok) {
        for (const act of afterwards)
          void Promise.resolve()
            .then(act)
            .catch((error) => kernel.log.error(error, "after commit"));
        return result;
      }
      return operation.help === undefined ? result : await operation.help(direct as never, result);
    } catch (error) {
      if (isWorthRetrying(error) && tries < attemptsAtMost) {
        await wait(tries * 5);
        continue;
      }
      if (isDatabaseOutage(error) || isWorthRetrying(error)) {
        kernel.log.error({ err: error, operation: operation.name }, "the database does not answer");
        return refuse("unavailable", { with: { phone: incoming.context.organisation.phone, retryAfterSeconds: 5 } });
      }
      await record(kernel, incoming.context, facts, "failed", "internal");
      throw error;
    }
  }
}

/** One attempt: refusals that were raised inside, by our code or by the database, come back as values. */
async function runOnce(
  kernel: Kernel,
  operation: Operation,
  call: Call<RouteName>,
  direct: DirectCall<RouteName>,
): Promise<Result<unknown>> {
  try {
    switch (operation.kind) {
      case "memory-query":
      case "function-command":
        return await operation.run(direct as never);
      case "query":
      case "command":
      case "repeatable-command":
        return await inTransaction(kernel, operation, call, direct);
    }
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    const refusal = refusalOfDatabase(error);
    if (refusal !== null) return refusal;
    throw error;
  }
}

type TransactionOperation = Extract<Operation, { kind: "query" | "command" | "repeatable-command" }>;

async function inTransaction(
  kernel: Kernel,
  operation: TransactionOperation,
  call: Call<RouteName>,
  direct: DirectCall<RouteName>,
): Promise<Result<unknown>> {
  const { orgId } = call.context.organisation;
  const acting = { orgId, personId: call.context.actor.personId };
  return kernel.database.transaction(acting, async (tx) => {
    const inside = { ...call, tx } as TransactionCall<RouteName>;
    const result =
      operation.kind === "repeatable-command"
        ? await runRepeatable(operation, inside, direct)
        : await operation.run(inside as never);
    if (!result.ok) throw new Refused(result);
    if (operation.audit !== null) {
      await tx.run(insertAuditEvent, [orgId, auditRow(kernel.keyring, call.context, call.audit, "done", null)]);
    }
    return result;
  });
}

async function runRepeatable(
  operation: Extract<Operation, { kind: "repeatable-command" }>,
  call: TransactionCall<RouteName>,
  { duties }: DirectCall<RouteName>,
): Promise<Result<unknown>> {
  const scope = [call.context.organisation.orgId, duties.actorKey, duties.idempotencyKey];
  const taken = await call.tx.one(takeKey, [...scope, duties.bodyHash]);
  if (taken?.effect) {
    call.audit.details = { replayed: true };
    return { ok: true, value: await operation.present(call as never, taken.effect) };
  }
  const result = await operation.run(call as never);
  if (!result.ok) return result;
  await call.tx.run(storeEffect, [...scope, result.value]);
  return { ok: true, value: await operation.present(call as never, result.value) };
}

/** A failure to record is logged, never hidden. */
async function record(
  kernel: Kernel,
  context: Context,
  facts: AuditFacts,
  outcome: "refused" | "failed",
  code: ErrorCode,
): Promise<void> {
  const row = auditRow(kernel.keyring, context, facts, outcome, code);
  try {
    await recordRefusal(kernel.database, context.organisation.orgId, row);
  } catch (error) {
    kernel.log.error(
      { err: error, action: facts.action, reference: context.requestId },
      `what was ${outcome} could not be recorded`,
    );
  }
}

function actorKeyOf({ actor }: Context): string {
  return actor.personId ?? `visitor:${actor.holder.toString("base64url")}`;
}

function bodyHashOf(name: RouteName, incoming: Incoming): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([name, incoming.params, incoming.body ?? null, incoming.ifMatch]))
    .digest();
}
