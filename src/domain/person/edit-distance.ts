/**
 * How many typing errors lie between two words: a letter wrong, missing, too many, or two neighbours swapped.
 *
 * Example: 'garcia' and 'gracia' are one apart (swapped), 'gonzales' and 'gonzalez' one (wrong letter), 'ana' and 'eva' two.
 * Beyond `most` nobody wants to know how many, and the answer is `most + 1` (optimal string alignment).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1;
      let cheapest = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + wrong);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cheapest = Math.min(cheapest, at(twoAbove, column - 2) + 1);
      current.push(cheapest);
    }
    if (Math.min(...current) > most) return most + 1;
    twoAbove = above;
    above = current;
  }
  return Math.min(at(above, b.length), most + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
