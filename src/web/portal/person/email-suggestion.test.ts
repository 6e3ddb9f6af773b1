import { describe, expect, it } from "vitest";
import { suggestEmail } from "./email-suggestion.ts";

describe("a likely slip in an e-mail domain", () => {
  it.each([
    ["ana@gmial.com", "ana@gmail.com"],
    ["ana@gmal.com", "ana@gmail.com"],
    ["ana@gmaill.com", "ana@gmail.com"],
    ["ana@hotnail.com", "ana@hotmail.com"],
    ["ana@gmail.con", "ana@gmail.com"],
    ["ana@gmail.com", null],
    ["ana@clinic.example", null],
    ["ana", null],
  ])("%s suggests %s [BOOK-03]", (typed, suggested) => {
    expect(suggestEmail(typed)).toBe(suggested);
  });
});
