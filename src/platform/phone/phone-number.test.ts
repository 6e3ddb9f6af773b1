import { expect, it } from "vitest";
import { parsePhone, readPhones } from "./phone-number.ts";

it.each([
  ["+1 (212) 555-0123", "ES", "+12125550123"],
  ["212.555.0123", "US", "+12125550123"],
  ["612 34 56 78", "ES", "+34612345678"],
  ["0034 612 345 678", "ES", "+34612345678"],
  ["612 34 56 7", "ES", null],
  ["555 0123", "US", null],
  ["+999 123 456 789", "US", null],
  ["612345678", "XX", null],
])("reads %s in %s as %s [BOOK-03]", (text, country, number) => {
  expect(parsePhone(text, country)).toBe(number);
});

it("tries a country code without its plus when searching", () => {
  expect(readPhones("0034 612 345 678", "US")).toEqual(["+34612345678"]);
  expect(readPhones("34612345678", "US")).toEqual(["+34612345678"]);
  expect(readPhones("212 555 0123", "US")).toEqual(["+12125550123"]);
  expect(readPhones("42", "US")).toEqual([]);
});
