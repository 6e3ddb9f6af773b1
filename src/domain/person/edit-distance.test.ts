import fc from "fast-check";
import { expect, it } from "vitest";
import { editDistance } from "./index.ts";

it.each([
  ["garcia", "garcia", 0],
  ["garcia", "gracia", 1],
  ["gonzales", "gonzalez", 1],
  ["perez", "peres", 1],
  ["smith", "smiht", 1],
  ["ana", "anna", 1],
  ["ana", "eva", 2],
  ["lopez", "lopze", 1],
  ["martinez", "martin", 2],
  ["", "ab", 2],
  ["garcia", "perez", 3],
])("%s and %s are %i apart, as far as 2 counts", (a, b, errors) => {
  expect(editDistance(a, b, 2)).toBe(errors);
  expect(editDistance(b, a, 2)).toBe(errors);
});

it("is never more than the limit and one, and nought only for equals", () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const errors = editDistance(a, b, most);
      expect(errors).toBeLessThanOrEqual(most + 1);
      expect(errors === 0).toBe(a === b);
      expect(errors).toBe(Math.min(editDistance(a, b, 20), most + 1));
    }),
  );
});
