import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { RouteName } from "../../../contract/index.ts";
import type { Problem } from "../../../contract/problem.ts";
import { type Answer, ask, ProblemError, problemOf, type RequestOf, randomKey } from "../../api/index.ts";

export interface Write<N extends RouteName> {
  readonly send: (request: RequestOf<N>) => void;
  readonly isSending: boolean;
  /** Why the last attempt was refused. */
  readonly problem: Problem | null;
  readonly reset: () => void;
}

/** Answers that a write of one family may have changed; the rest of what is on screen stays as it is. */
const touched: Record<string, readonly string[]> = {
  appointments: ["appointments.", "diary.", "patients.appointments", "schedules.displaced", "availability."],
  patients: ["patients.", "appointments.", "diary."],
  schedules: ["schedules.", "diary.", "availability.", "providers."],
  holidays: ["holidays.", "diary.", "availability."],
  admin: ["admin.", "services.", "providers.", "organisation.", "diary.", "availability."],
  me: ["me."],
  sessions: ["sessions."],
};

export function refreshAfter(client: QueryClient, name: RouteName): Promise<void> {
  const prefixes = touched[name.slice(0, name.indexOf("."))] ?? [];
  return client.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === "string" && prefixes.some((prefix) => first.startsWith(prefix)),
  });
}

/**
 * One intention, one key: a double click, or a second attempt after a lost answer, sends the same key and has one
 * effect [BOOK-06]. What was changed in the form, and what is done after a success, is a new intention.
 */
function useIntention() {
  const current = useRef({ request: "", key: "" });
  return {
    keyFor(request: unknown): string {
      const text = JSON.stringify(request);
      if (current.current.request !== text) current.current = { request: text, key: randomKey() };
      return current.current.key;
    },
    done() {
      current.current = { request: "", key: "" };
    },
  };
}

/** A write of the API for one form or button. While it is on its way a second click does nothing. */
export function useWrite<N extends RouteName>(name: N, onDone?: (answer: Answer<N>) => void): Write<N> {
  const client = useQueryClient();
  const intention = useIntention();
  const isOnItsWay = useRef(false);
  const mutation = useMutation<Answer<N>, Error, RequestOf<N>>({
    mutationKey: [name],
    mutationFn: (request) =>
      ask(name, {
        ...request,
        idempotencyKey: intention.keyFor(request),
      } as RequestOf<N>),
    onSuccess: (answer) => {
      intention.done();
      void refreshAfter(client, name);
      onDone?.(answer);
    },
    onError: (error) => {
      // Somebody was faster: what is shown is old, and the next attempt starts from what is read now.
      const status = problemOf(error)?.status;
      if (status === 409 || status === 412) void refreshAfter(client, name);
    },
    onSettled: () => {
      isOnItsWay.current = false;
    },
    throwOnError: (error) => !(error instanceof ProblemError),
  });
  return {
    send(request) {
      if (isOnItsWay.current) return;
      isOnItsWay.current = true;
      mutation.mutate(request);
    },
    isSending: mutation.isPending,
    problem: mutation.error instanceof ProblemError ? mutation.error.problem : null,
    reset: mutation.reset,
  };
}
