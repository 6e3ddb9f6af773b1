/** The registration under way in this tab: which contacts are still to be verified. Hints are masked by the server. */
import { dropDraft, readDraft, writeDraft } from "../../ui/portal/draft.ts";

export type Contact = "email" | "phone";

export interface Registration {
  readonly id: string;
  readonly hints: { readonly [C in Contact]?: string };
}

const name = "registration";

export function keepRegistration({ id, hints }: Registration): void {
  writeDraft(name, {
    id,
    ...(hints.email !== undefined && { email: hints.email }),
    ...(hints.phone !== undefined && { phone: hints.phone }),
  });
}

export function keptRegistration(): Registration | null {
  const kept = readDraft(name);
  if (kept?.id === undefined) return null;
  return {
    id: kept.id,
    hints: {
      ...(kept.email !== undefined && { email: kept.email }),
      ...(kept.phone !== undefined && { phone: kept.phone }),
    },
  };
}

export function dropRegistration(): void {
  dropDraft(name);
}
