import { describe, expect, it } from "vitest";
import { checkBirthDate, checkEmail, checkPhone } from "./person-checks.ts";

const today = "2026-11-21";

describe("what a person types about themself", () => {
  it.each([
    ["14", "5", "1982", null],
    ["31", "2", "1982", "bad-date"],
    ["29", "2", "2023", "bad-date"],
    ["29", "2", "2024", null],
    ["1", "1", "82", "bad-date"],
    ["22", "11", "2026", "date-in-future"],
    ["21", "11", "2026", null],
    ["31", "12", "1899", "too-old"],
    ["", "", "", "required"],
  ])("birth date %s/%s/%s: %s [BOOK-03]", (birthDay, birthMonth, birthYear, finding) => {
    expect(checkBirthDate({ birthDay, birthMonth, birthYear }, today)).toBe(finding);
  });

  it.each([
    ["ana@example.com", null],
    ["ana.garcia+cita@correo.example.org", null],
    ["ana@example", "bad-email"],
    ["ana example.com", "bad-email"],
    ["", "required"],
  ])("e-mail %s: %s [BOOK-03]", (email, finding) => {
    expect(checkEmail(email)).toBe(finding);
  });

  it.each([
    ["+1 212 555 0123", null],
    ["612 34 56 78", null],
    ["12345", "bad-phone"],
    ["call me", "bad-phone"],
    ["+1 212 555 0123 0123 0123", "bad-phone"],
  ])("phone %s: %s [BOOK-03]", (phone, finding) => {
    expect(checkPhone(phone)).toBe(finding);
  });
});
