/**
 * Questions about time as a few word operations. Arrays given together are of one length and begin at the same minute.
 *
 * Example: `keepRuns(free, 30, …)` leaves the bits from which 30 minutes in a row are free. It ANDs the array with
 * itself moved by 1, 2, 4, 8 and 14 minutes (after each step 2, 4, 8, 16, 30 minutes are known): five passes, not 30.
 *
 * Passes run over a stretch of words `first`..`end` (half-open) and read a little past it; the caller's arrays are wide
 * enough. Words are handled as signed numbers (`| 0`), which the engine keeps as machine integers.
 */
import type { Minute, TimeRange } from "../time/index.ts";
import type { Bits } from "./bits.ts";

export type Stretch = { readonly first: number; readonly end: number };

export function andInto(target: Uint32Array, other: Uint32Array): void {
  const length = Math.min(target.length, other.length);
  for (let index = 0; index < length; index += 1) target[index] = (target[index] as number) & (other[index] as number);
}

export function orInto(target: Uint32Array, other: Uint32Array): void {
  const length = Math.min(target.length, other.length);
  for (let index = 0; index < length; index += 1) target[index] = (target[index] as number) | (other[index] as number);
}

/** Leaves a bit of the stretch set where it and the `length - 1` bits after it are all set. */
export function keepRuns(words: Uint32Array, length: number, { first, end }: Stretch): void {
  let known = 1;
  while (known < length) {
    const step = Math.min(known, length - known);
    andShifted(words, words, step, { first, end });
    known += step;
  }
}

/** `target[i] &= source[i + minutes]` for the bits of the stretch; a negative number looks back. */
export function andShifted(target: Uint32Array, source: Uint32Array, minutes: number, { first, end }: Stretch): void {
  const skip = minutes >> 5;
  const shift = minutes & 31;
  if (first + skip < 0 || end + skip >= source.length) throw new RangeError("too narrow for this shift");
  let low = source[first + skip] as number;
  for (let index = first; index < end; index += 1) {
    const high = source[index + skip + 1] as number;
    // A shift by 32 would be a shift by 0 in JavaScript, so the higher word is moved in two steps.
    const moved = (low >>> shift) | ((high << (31 - shift)) << 1);
    target[index] = (target[index] as number) & moved;
    low = high;
  }
}

/** Where words are not zero; two such places are one stretch when at most `gap` zero words lie between them. */
export function stretchesOf(words: Uint32Array, gap: number): Stretch[] {
  const stretches: { first: number; end: number }[] = [];
  let last: { first: number; end: number } | undefined;
  for (let index = 0; index < words.length; index += 1) {
    if ((words[index] as number) === 0) continue;
    if (last !== undefined && index - last.end <= gap) {
      last.end = index + 1;
    } else {
      last = { first: index, end: index + 1 };
      stretches.push(last);
    }
  }
  return stretches;
}

/** Calls with the index of each set bit, lowest first. */
export function visitSetBits(words: Uint32Array, visit: (bit: number) => void): void {
  for (let index = 0; index < words.length; index += 1) {
    let word = (words[index] as number) | 0;
    while (word !== 0) {
      visit(index * 32 + lowestBit(word));
      word &= word - 1;
    }
  }
}

export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The set minutes as sorted ranges: what the bits were made of, merged. */
export function rangesOf(bits: Bits): TimeRange[] {
  const ranges: { startsAt: Minute; endsAt: Minute }[] = [];
  visitSetBits(bits.words, (bit) => {
    const minute = (bits.from + bit) as Minute;
    const last = ranges.at(-1);
    if (last?.endsAt === minute) last.endsAt = (minute + 1) as Minute;
    else ranges.push({ startsAt: minute, endsAt: (minute + 1) as Minute });
  });
  return ranges;
}
