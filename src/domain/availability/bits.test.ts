import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asMinute, mergeRanges, subtractRanges, type TimeRange } from "../time/index.ts";
import { keepRuns } from "./bit-operations.ts";
import {
  bitsOfRanges,
  clearRange,
  concatBlocks,
  countSet,
  emptyBits,
  endOf,
  isAllSet,
  rangesOf,
  setRange,
} from "./index.ts";

const RUNS = { numRuns: Number(process.env.CITA_PROPERTY_RUNS ?? 500) };
/** More runs by CITA_PROPERTY_RUNS take minutes; a busy machine takes longer too. */
const UNHURRIED = { timeout: 600_000 };
const DAY = asMinute(20_000 * 1440);
const range = (from: number, end: number): TimeRange => ({
  startsAt: asMinute(DAY + from),
  endsAt: asMinute(DAY + end),
});
const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 2879 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, length]) => range(from, Math.min(from + length, 2880)));

describe("bits", () => {
  it("lays a day out in 45 words", () => {
    const bits = bitsOfRanges(range(0, 1440), [range(540, 550)]);
    expect(bits.words).toHaveLength(45);
    expect(bits.words[16]).toBe(0xf000_0000);
    expect(bits.words[17]).toBe(0b11_1111);
    expect(endOf(bits)).toBe(DAY + 1440);
  });

  it("joins blocks and ignores what lies outside", () => {
    const one = bitsOfRanges(range(0, 1440), [range(1400, 1440)]);
    const two = bitsOfRanges(range(1440, 2880), [range(1440, 1500)]);
    expect(rangesOf(concatBlocks(DAY, [one.words, two.words]))).toEqual([range(1400, 1500)]);
    setRange(one, range(-50, 3000));
    expect(countSet(one, range(-50, 3000))).toBe(1440);
    expect(isAllSet(one, range(1439, 1440))).toBe(true);
    expect(isAllSet(one, range(1439, 1441))).toBe(false);
    setRange(two, range(0, 1440));
    expect(rangesOf(two)).toEqual([range(1440, 1500)]);
  });

  it("begins at a UTC midnight", () => {
    expect(() => emptyBits(asMinute(DAY + 60), 1)).toThrow(RangeError);
  });

  it("sets, clears and counts as interval arithmetic does", UNHURRIED, () => {
    fc.assert(
      fc.property(
        fc.array(anyRange, { maxLength: 10 }),
        fc.array(anyRange, { maxLength: 5 }),
        anyRange,
        (set, cleared, asked) => {
          const bits = bitsOfRanges(range(0, 2880), set);
          for (const each of cleared) clearRange(bits, each);
          const expected = subtractRanges(mergeRanges(set), cleared);
          expect(rangesOf(bits)).toEqual(expected);
          const gaps = subtractRanges([asked], expected).reduce((sum, gap) => sum + gap.endsAt - gap.startsAt, 0);
          expect(countSet(bits, asked)).toBe(asked.endsAt - asked.startsAt - gaps);
          expect(isAllSet(bits, asked)).toBe(gaps === 0);
        },
      ),
      RUNS,
    );
  });

  it("keeps the minutes from which n in a row are set", UNHURRIED, () => {
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 6 }), fc.integer({ min: 1, max: 500 }), (set, length) => {
        // A day of zeros on both sides, as the search lays it out.
        const bits = bitsOfRanges(range(-1440, 4320), set);
        keepRuns(bits.words, length, { first: 45, end: 135 });
        const expected = mergeRanges(set)
          .filter(({ startsAt, endsAt }) => endsAt - startsAt >= length)
          .map(({ startsAt, endsAt }) => ({ startsAt, endsAt: asMinute(endsAt - length + 1) }));
        expect(rangesOf(bits)).toEqual(expected);
      }),
      RUNS,
    );
  });
});
