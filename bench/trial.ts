/** What a trial found: figures to read, promises that were broken (the run fails), and aims that were missed (it does not). */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

export interface TrialResult {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly broken: readonly string[];
  readonly missed: readonly string[];
}

export const figure = (name: string, value: string | number): Figure => ({ name, value: String(value) });

/** How often each thing came, as `201: 100, 409: 99900`. */
export function tally(values: Iterable<string | number>): string {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => String(a).localeCompare(String(b)));
  return sorted.map(([value, count]) => `${value}: ${count}`).join(", ") || "none";
}

/** The value below which this share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** Runs `work` for each item, this many side by side. */
export async function sideBySide<T>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export function printTrial({ id, title, figures, broken, missed }: TrialResult): void {
  say(`\n${id}  ${title}`);
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value } of figures) say(`    ${name.padEnd(width)}  ${value}`);
  for (const line of missed) say(`    short of the aim: ${line}`);
  for (const line of broken) say(`    BROKEN: ${line}`);
  if (broken.length === 0) say("    held");
}

/** Rows under their headings, numbers to the right. */
export function printTable(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("   ");
  say(`\n${title}\n`);
  say(`    ${line(headings)}`);
  say(`    ${line(widths.map((width) => "-".repeat(width)))}`);
  for (const row of rows) say(`    ${line(row)}`);
}

export const note = (text: string): void => say(`    ${text}`);
