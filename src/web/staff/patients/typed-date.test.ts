import { expect, test } from "vitest";
import { dateFromTyped, typedFromDate } from "./typed-date.ts";

test.each([
  ["22/3/1979", "1979-03-22"],
  ["22.03.1979", "1979-03-22"],
  [" 22 3 1979 ", "1979-03-22"],
  ["22031979", "1979-03-22"],
  ["31/2/1984", null],
  ["29/2/1983", null],
  ["3/1979", null],
  ["22/3/79", null],
  ["", null],
])("'%s' means %s [BOOK-03]", (typed, localDate) => {
  expect(dateFromTyped(typed)).toBe(localDate);
});

test("a date is shown as it would be typed", () => {
  expect(typedFromDate("1979-03-22")).toBe("22/03/1979");
  expect(typedFromDate("")).toBe("");
});
