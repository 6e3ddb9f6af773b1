import { describe, expect, it } from "vitest";
import { matchesText } from "./folded.ts";

describe("finding by a few letters", () => {
  it.each([
    ["Dra. Ana García Núñez", "garcia", true],
    ["Dra. Ana García Núñez", "gar ana", true],
    ["Dra. Ana García Núñez", "NÚÑ", true],
    ["Dra. Ana García Núñez", "rcia", false],
    ["Blood test (fasting)", "fast", true],
    ["Blood test", "", true],
  ])("%s by '%s': %s [AVAIL-06]", (text, typed, found) => {
    expect(matchesText(text, typed)).toBe(found);
  });
});
