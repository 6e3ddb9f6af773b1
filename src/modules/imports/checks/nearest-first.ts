/**
 * Sorts the known words by how few letters must change to make the given one, so that the likely meaning comes first.
 *
 * `nearestFirst('cardiolgy', ['imaging', 'cardiology'])` gives `['cardiology', 'imaging']`.
 */
export function nearestFirst(word: string, known: readonly string[]): string[] {
  return known.toSorted((a, b) => editDistance(word, a) - editDistance(word, b) || (a < b ? -1 : 1));
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
