import { describe, expect, it } from "vitest";
import { checkBirthDate, isNearBirthDate, suggestEmail } from "./index.ts";

describe("birth dates [BOOK-03]", () => {
  it.each([
    ["1980-05-02", "ok"],
    ["2026-03-16", "ok"],
    ["2024-02-29", "ok"],
    ["2000-02-29", "ok"],
    ["2023-02-29", "impossible"],
    ["1900-02-29", "impossible"],
    ["1980-02-31", "impossible"],
    ["1980-13-01", "impossible"],
    ["1980-00-10", "impossible"],
    ["1980-04-00", "impossible"],
    ["2026-03-17", "in_future"],
    ["1896-03-16", "ok"],
    ["1896-03-15", "too_long_ago"],
    ["0080-05-02", "too_long_ago"],
    ["1980-5-2", "malformed"],
    ["02/05/1980", "malformed"],
    ["", "malformed"],
  ])("%s, asked on 2026-03-16: %s", (text, expected) => {
    const check = checkBirthDate(text, "2026-03-16");
    expect(check.ok ? "ok" : check.code).toBe(expected);
  });

  it.each([
    ["1980-05-02", "1980-02-05", true],
    ["1980-05-02", "1980-05-03", true],
    ["1980-05-02", "1908-05-02", true],
    ["1980-05-02", "1980-05-02", false],
    ["1980-05-02", "1955-11-30", false],
    ["1980-05-02", "1981-05-03", false],
  ])("%s and %s are one slip apart: %s", (a, b, expected) => {
    expect(isNearBirthDate(a, b)).toBe(expected);
  });
});

describe("e-mail addresses [BOOK-03]", () => {
  it.each([
    ["ana@gmial.com", "ana@gmail.com"],
    ["ana@gmai.com", "ana@gmail.com"],
    ["ana@gmaill.com", "ana@gmail.com"],
    ["ana@GMAL.com", "ana@gmail.com"],
    ["ana@gmail.con", "ana@gmail.com"],
    ["ana@gmail.co", "ana@gmail.com"],
    ["ana@gmail", "ana@gmail.com"],
    ["ana@gmailcom", "ana@gmail.com"],
    ["ana@gmail,com", "ana@gmail.com"],
    ["ana@hotmial.es", "ana@hotmail.es"],
    ["ana@hotmail.cmo", "ana@hotmail.com"],
    ["ana@yahooo.com.mx", "ana@yahoo.com.mx"],
    ["ana@outlok.com", "ana@outlook.com"],
    ["ana@example.con", "ana@example.com"],
    ["Ana.B+x@gmial.com", "Ana.B+x@gmail.com"],
  ])("%s: did you mean %s?", (typed, meant) => {
    expect(suggestEmail(typed)).toBe(meant);
  });

  it.each([
    "ana@gmail.com",
    "ana@Gmail.com",
    "ana@mail.com",
    "ana@ymail.com",
    "ana@email.cz",
    "ana@hotmail.es",
    "ana@yahoo.com.mx",
    "ana@yahoo.se",
    "ana@live.com",
    "ana@clinica.example",
    "ana@example.co",
    "ana@example.cm.br",
    "ana",
    "@gmial.com",
    "",
  ])("%s is left alone", (typed) => {
    expect(suggestEmail(typed)).toBeNull();
  });
});
