import { describe, expect, it } from "vitest";
import { contactHint, contactOf, normaliseEmail, parsePhone } from "./contact.ts";

describe("contacts in one form [BOOK-03]", () => {
  it.each([
    [" Ana@Example.ORG ", "ana@example.org"],
    ["jose\u0301@example.org", "jos\u00e9@example.org"],
    ["ana@example", null],
    ["ana.example.org", null],
  ])("e-mail %j becomes %j", (typed, stored) => {
    expect(normaliseEmail(typed)).toBe(stored);
  });

  it.each([
    ["612 34 56 78", "ES", "+34612345678"],
    ["(212) 555-0123", "US", "+12125550123"],
    ["+52 55 1234 5678", "ES", "+525512345678"],
    ["612 34 56 78", null, null],
    ["612 34 56 78", "XX", null],
    ["555 0123", "US", null],
    ["call +12125550123", "US", null],
  ])("phone %j of %j becomes %j", (typed, country, stored) => {
    expect(parsePhone(typed, country)).toBe(stored);
  });

  it("tells an e-mail address from a phone number", () => {
    expect(contactOf("Ana@example.org")).toEqual({ kind: "email", value: "ana@example.org" });
    expect(contactOf("+1 212 555 0123")).toEqual({ kind: "phone", value: "+12125550123" });
    expect(contactOf("ana")).toBeNull();
  });

  it("hints at a contact without showing it", () => {
    expect(contactHint("ana@example.org")).toBe("a…@example.org");
    expect(contactHint("+12125550123")).toBe("…0123");
  });
});
