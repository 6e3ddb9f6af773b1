import { describe, expect, test } from "vitest";
import { correction, draftFromSearch, registration } from "./patient-draft.ts";

describe("a patient form", () => {
  test.each([
    ["María García López", { given: "María", family: "García", secondFamily: "López" }],
    ["ana@example.com", { given: "", email: "ana@example.com" }],
    ["+1 212 555 0123", { given: "", phone: "+1 212 555 0123" }],
    ["", { given: "", family: "" }],
  ])("what was searched for, '%s', need not be typed again", (text, expected) => {
    expect(draftFromSearch(text, "es")).toMatchObject(expected);
  });

  test("empty fields are sent as absent", () => {
    const draft = {
      ...draftFromSearch("Ana Ruiz", "en"),
      birthDate: "1982-05-14",
      phone: " ",
    };
    expect(registration(draft)).toEqual({
      given: "Ana",
      family: "Ruiz",
      secondFamily: null,
      birthDate: "1982-05-14",
      email: null,
      phone: null,
      locale: "en",
    });
  });

  test("a correction sends what differs, and an emptied field as null", () => {
    const before = draftFromSearch("Ana Ruiz Peña", "en");
    expect(correction(before, { ...before, secondFamily: "", phone: "555 0123" })).toEqual({
      secondFamily: null,
      phone: "555 0123",
    });
  });
});
