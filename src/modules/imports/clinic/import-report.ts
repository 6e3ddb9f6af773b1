/** What an import did to each thing that the file names. */
export const importKinds = [
  "organisation",
  "locations",
  "specialties",
  "departments",
  "rooms",
  "providers",
  "services",
  "schedules",
  "holidays",
  "accounts",
] as const;

export type ImportKind = (typeof importKinds)[number];

export type ImportCounts = { readonly created: number; readonly changed: number; readonly unchanged: number };

export type ImportReport = Readonly<Record<ImportKind, ImportCounts>>;

type Mark = keyof ImportCounts;

/** Several tables may speak of one thing: a provider whose row stays but who works in another department has changed. */
export interface ImportMarks {
  note(kind: ImportKind, key: string, mark: Mark): void;
  isNew(kind: ImportKind, key: string): boolean;
  report(): ImportReport;
}

const weight: Readonly<Record<Mark, number>> = { unchanged: 0, changed: 1, created: 2 };

export function importMarks(): ImportMarks {
  const marks = new Map<ImportKind, Map<string, Mark>>(importKinds.map((kind) => [kind, new Map()]));
  return {
    note(kind, key, mark) {
      const known = marks.get(kind);
      const before = known?.get(key);
      if (before === undefined || weight[before] < weight[mark]) known?.set(key, mark);
    },
    isNew: (kind, key) => marks.get(kind)?.get(key) === "created",
    report: () =>
      Object.fromEntries(
        importKinds.map((kind) => [kind, countsOf([...(marks.get(kind)?.values() ?? [])])]),
      ) as ImportReport,
  };
}

function countsOf(marks: readonly Mark[]): ImportCounts {
  const count = (wanted: Mark) => marks.filter((mark) => mark === wanted).length;
  return { created: count("created"), changed: count("changed"), unchanged: count("unchanged") };
}

export function changedAnything(report: ImportReport): boolean {
  return Object.values(report).some(({ created, changed }) => created + changed > 0);
}
