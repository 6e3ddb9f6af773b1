import type { Context } from "../_kernel/index.ts";

/** Person and session of a call whose permission no visitor has. */
export function signedIn({ actor }: Context): { readonly personId: string; readonly sessionId: string } {
  const { personId, sessionId } = actor;
  if (personId === null || sessionId === null) throw new Error("a visitor reached what only signed-in people may do");
  return { personId, sessionId };
}
