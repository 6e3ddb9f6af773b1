/** What was typed and not yet sent, kept in this tab's session storage and nowhere else. */
const prefix = "cita.draft.";

export function readDraft(name: string): Record<string, string> | null {
  try {
    const text = sessionStorage.getItem(prefix + name);
    return text === null ? null : (JSON.parse(text) as Record<string, string>);
  } catch {
    return null;
  }
}

export function writeDraft(name: string, values: Record<string, string>): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(values));
  } catch {
    // Without storage the form works as long as the page stays open.
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** Signing out takes everything along that was typed. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
