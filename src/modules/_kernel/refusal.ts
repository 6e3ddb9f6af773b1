/** Expected refusals are values; the route turns them into RFC 9457 problem documents in the reader's language. */
import type { ErrorCode, FieldCode } from "../../contract/error-codes.ts";
import type { Problem } from "../../contract/problem.ts";

export interface FieldProblem {
  /** JSON path within the body, query or params, such as `birthDate` or `rules.2.from`. */
  readonly path: string;
  readonly code: FieldCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldProblem[];
  /** What travels in the problem document besides the words. */
  readonly with?: Partial<
    Pick<Problem, "reasons" | "alternatives" | "duplicates" | "current" | "allowed" | "phone" | "retryAfterSeconds">
  >;
}

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T> = Done<T> | Refusal;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export const refuse = (code: ErrorCode, more: Omit<Refusal, "ok" | "code"> = {}): Refusal => ({
  ok: false,
  code,
  ...more,
});

export const refuseField = (path: string, code: FieldCode, params?: FieldProblem["params"]): Refusal =>
  refuse("invalid_request", { fields: [params === undefined ? { path, code } : { path, code, params }] });

/** Carries a refusal out of a transaction, so that everything the transaction did is undone. Caught by the kernel alone. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
