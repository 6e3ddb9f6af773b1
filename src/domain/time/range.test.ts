import { describe, expect, it } from "vitest";
import { asMinute, clipRanges, isOverlapping, mergeRanges, subtractRanges, type TimeRange } from "./index.ts";

const ranges = (...pairs: [number, number][]): TimeRange[] =>
  pairs.map(([startsAt, endsAt]) => ({ startsAt: asMinute(startsAt), endsAt: asMinute(endsAt) }));

describe("ranges", () => {
  it("merges what overlaps or touches and drops what is empty", () => {
    expect(mergeRanges(ranges([11, 14], [9, 12], [14, 15], [20, 20], [17, 18]))).toEqual(ranges([9, 15], [17, 18]));
  });

  it("subtracts", () => {
    expect(subtractRanges(ranges([9, 14], [20, 22]), ranges([12, 13], [8, 10], [21, 30]))).toEqual(
      ranges([10, 12], [13, 14], [20, 21]),
    );
    expect(subtractRanges(ranges([9, 14]), ranges([0, 24]))).toEqual([]);
  });

  it("clips, and treats ranges as half-open", () => {
    const [window] = ranges([10, 12]);
    if (window === undefined) throw new Error("unreachable");
    expect(clipRanges(ranges([9, 11], [12, 13], [8, 10]), window)).toEqual(ranges([10, 11]));
    expect(ranges([12, 13]).some((range) => isOverlapping(range, window))).toBe(false);
  });
});
