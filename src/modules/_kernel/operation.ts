/**
 * Commands and queries: the only ways into the product. Each belongs to one route of the contract and names its
 * permission and what the audit record says of it; without them it does not compile, and the server does not start.
 */

import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf, RouteName } from "../../contract/index.ts";
import type { Permission, Scope } from "../../domain/access/index.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import type { AuditFacts, AuditOutcome, AuditRow } from "./audit-row.ts";
import type { Context } from "./context.ts";
import type { Keyring } from "./keyring.ts";
import type { Refusal, Result } from "./refusal.ts";

/** What every operation gets. */
export interface Call<N extends RouteName> {
  readonly params: ParamsOf<Contract[N]>;
  readonly query: QueryOf<Contract[N]>;
  readonly body: BodyOf<Contract[N]>;
  /** Version named by If-Match; a number where the route is versioned. */
  readonly ifMatch: number;
  readonly context: Context;
  /** How far the actor's permission reaches here. */
  readonly scope: Scope;
  readonly keyring: Keyring;
  /** Completed by the operation while it runs; written when it ends, refused or done. */
  readonly audit: AuditFacts;
  readonly session: SessionCookie;
  /** Runs after the commit, never before; an error in it is logged and changes nothing. */
  afterCommit(act: () => void | Promise<void>): void;
}

export interface SessionCookie {
  start(token: string, expiresAt: string): void;
  end(): void;
}

export interface TransactionCall<N extends RouteName> extends Call<N> {
  readonly tx: Transaction;
}

/** For operations that run outside the kernel's transaction: the fast path of booking, and answers from memory. */
export interface DirectCall<N extends RouteName> extends Call<N> {
  readonly database: Database;
  readonly duties: Duties;
}

/** What the kernel would have written in its transaction; a function of the database takes it as arguments. */
export interface Duties {
  readonly actorKey: string;
  readonly idempotencyKey: string | null;
  readonly bodyHash: Buffer;
  auditRow(outcome: AuditOutcome, code: string | null): AuditRow;
}

export type Effect = Readonly<Record<string, unknown>>;

interface Shared<N extends RouteName> {
  readonly name: N;
  readonly permission: Permission;
  /** The audit record's action, such as `appointment.cancel`; null where nothing of a person is read or changed. */
  readonly audit: string | null;
  /** Required where a visitor who has not signed in may call it: why that is right. */
  readonly publicBecause?: string;
  /** Requests per minute and address; for what could be guessed at or could cost money. */
  readonly perMinute?: number;
  /** Adds to a refusal what helps on: alternatives, the newest state. Runs after the transaction is undone. */
  readonly help?: (call: DirectCall<N>, refusal: Refusal) => Promise<Refusal>;
}

export interface QueryOperation<N extends RouteName> extends Shared<N> {
  readonly kind: "query";
  readonly run: (call: TransactionCall<N>) => Promise<Result<AnswerOf<Contract[N]>>>;
}
export interface MemoryQueryOperation<N extends RouteName> extends Shared<N> {
  readonly kind: "memory-query";
  readonly run: (call: DirectCall<N>) => Promise<Result<AnswerOf<Contract[N]>>>;
}
export interface CommandOperation<N extends RouteName> extends Shared<N> {
  readonly kind: "command";
  readonly transaction: "kernel";
  readonly run: (call: TransactionCall<N>) => Promise<Result<AnswerOf<Contract[N]>>>;
}
/** Its effect (ids and versions only) is kept under the idempotency key; the answer is made from the effect each time. */
export interface RepeatableCommandOperation<N extends RouteName> extends Shared<N> {
  readonly kind: "repeatable-command";
  readonly transaction: "kernel";
  readonly run: (call: TransactionCall<N>) => Promise<Result<Effect>>;
  readonly present: (call: TransactionCall<N>, effect: Effect) => Promise<AnswerOf<Contract[N]>>;
}
/** Everything in one call of a database function, which takes the duties as arguments. */
export interface FunctionCommandOperation<N extends RouteName> extends Shared<N> {
  readonly kind: "function-command";
  readonly transaction: "function";
  readonly run: (call: DirectCall<N>) => Promise<Result<AnswerOf<Contract[N]>>>;
}

export type OperationOf<N extends RouteName> =
  | QueryOperation<N>
  | MemoryQueryOperation<N>
  | CommandOperation<N>
  | RepeatableCommandOperation<N>
  | FunctionCommandOperation<N>;

/** An operation whose name the compiler no longer knows: as the kernel handles them all. */
export type Operation = OperationOf<RouteName>;

type Without<T> = Omit<T, "name" | "kind" | "transaction">;

// The one place where an operation's route is forgotten by the compiler; the registration checks it by name again.
const forget = <N extends RouteName>(operation: OperationOf<N>): Operation => operation as unknown as Operation;

export const query = <N extends RouteName>(name: N, rest: Without<QueryOperation<N>>): Operation =>
  forget<N>({ name, kind: "query", ...rest });

export const memoryQuery = <N extends RouteName>(name: N, rest: Without<MemoryQueryOperation<N>>): Operation =>
  forget<N>({ name, kind: "memory-query", ...rest });

export const command = <N extends RouteName>(name: N, rest: Without<CommandOperation<N>>): Operation =>
  forget<N>({ name, kind: "command", transaction: "kernel", ...rest });

/** For routes that are `idempotent`; `checkOperations` says so when one is not. */
export const repeatableCommand = <N extends RouteName>(
  name: N,
  rest: Without<RepeatableCommandOperation<N>>,
): Operation => forget<N>({ name, kind: "repeatable-command", transaction: "kernel", ...rest });

export const functionCommand = <N extends RouteName>(name: N, rest: Without<FunctionCommandOperation<N>>): Operation =>
  forget<N>({ name, kind: "function-command", transaction: "function", ...rest });
