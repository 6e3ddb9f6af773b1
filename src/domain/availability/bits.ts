/**
 * Time as bits: one bit per UTC minute, 45 words of 32 bits per UTC day, so that blocks of whole days lie side by side.
 * Bit `i` of word `w` is the minute `from + 32·w + i`. What lies outside the covered days is unknown, and the reader
 * says what that means.
 *
 * Example: a day with 09:00–09:10Z set has the bits 540–549 set: word 16 holds minutes 512–543 and gets its top four
 * bits (540–543), word 17 its lowest six (544–549).
 *
 * Loops over words never read past the end (one such read makes the compiled code several times slower for all later
 * calls), so `as number` there says what the loop's bounds guarantee.
 */
import { asMinute, MINUTES_PER_DAY, type Minute, type TimeRange } from "../time/index.ts";

export const WORDS_PER_DAY = 45;
export const ALL_ONES = 0xffff_ffff;

/** `from` is a multiple of 1440, the length of `words` a multiple of 45. */
export type Bits = { readonly from: Minute; readonly words: Uint32Array };

export function emptyBits(from: Minute, days: number): Bits {
  if (from % MINUTES_PER_DAY !== 0) throw new RangeError(`bits must begin at a UTC midnight, not at ${from}`);
  return { from, words: new Uint32Array(days * WORDS_PER_DAY) };
}

/** The bits of all UTC days that the window touches, with the ranges set. */
export function bitsOfRanges(window: TimeRange, ranges: readonly TimeRange[]): Bits {
  const from = startOfUtcDay(window.startsAt);
  const bits = emptyBits(from, Math.ceil((window.endsAt - from) / MINUTES_PER_DAY));
  for (const range of ranges) setRange(bits, range);
  return bits;
}

/** Blocks of consecutive UTC days, one after the other; each is 45 words long. */
export function concatBlocks(from: Minute, blocks: readonly Uint32Array[]): Bits {
  const bits = emptyBits(from, blocks.length);
  for (const [index, block] of blocks.entries()) bits.words.set(block, index * WORDS_PER_DAY);
  return bits;
}

export function startOfUtcDay(minute: number): Minute {
  return asMinute(Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY);
}

export function endOf(bits: Bits): Minute {
  return (bits.from + bits.words.length * 32) as Minute;
}

/** Sets the part of the range that the bits cover. */
export function setRange(bits: Bits, range: TimeRange): void {
  writeMinutes(bits, range.startsAt, range.endsAt, true);
}

export function clearRange(bits: Bits, range: TimeRange): void {
  writeMinutes(bits, range.startsAt, range.endsAt, false);
}

function writeMinutes(bits: Bits, from: number, end: number, isSet: boolean): void {
  const { words } = bits;
  const first = Math.max(from - bits.from, 0);
  const last = Math.min(end - bits.from, words.length * 32) - 1;
  if (first > last) return;
  for (let index = first >>> 5; index <= last >>> 5; index += 1) {
    const mask = maskOf(index, first, last);
    const word = words[index] as number;
    words[index] = isSet ? word | mask : word & ~mask;
  }
}

/** Every minute of the range is covered and set. */
export function isAllSet(bits: Bits, range: TimeRange): boolean {
  return countSet(bits, range) === range.endsAt - range.startsAt;
}

/** How many covered minutes of the range are set. */
export function countSet(bits: Bits, range: TimeRange): number {
  const { words } = bits;
  const first = Math.max(range.startsAt - bits.from, 0);
  const last = Math.min(range.endsAt - bits.from, words.length * 32) - 1;
  if (first > last) return 0;
  let count = 0;
  for (let index = first >>> 5; index <= last >>> 5; index += 1) {
    count += onesIn((words[index] as number) & maskOf(index, first, last));
  }
  return count;
}

/** The bits of the word that lie in the bit range `first`..`last`, both included. */
function maskOf(index: number, first: number, last: number): number {
  let mask = ALL_ONES;
  if (index === first >>> 5) mask &= ALL_ONES << (first & 31);
  if (index === last >>> 5) mask &= ALL_ONES >>> (31 - (last & 31));
  return mask;
}

function onesIn(word: number): number {
  let x = word - ((word >>> 1) & 0x5555_5555);
  x = (x & 0x3333_3333) + ((x >>> 2) & 0x3333_3333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
