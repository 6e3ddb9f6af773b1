import { describe, expect, it } from "vitest";
import { isLikelyMisspelling, likelyDuplicate, type PatientIdentity } from "./index.ts";

function someone(full: string, more: Partial<PatientIdentity> = {}): PatientIdentity {
  const [given = "", family = "", secondFamily = null] = full.split("/");
  return { given, family, secondFamily, ...more };
}

const born = { birthDate: "1980-05-02" };
const phone = { phone: "+34600123456" };

describe("likely duplicates [BOOK-03]", () => {
  it.each<[string, PatientIdentity, PatientIdentity, string, readonly string[]]>([
    [
      "one name, one birth date",
      someone("Ana/García", born),
      someone("Ana/García", born),
      "likely",
      ["same-name", "same-birth-date"],
    ],
    [
      "second surname left out",
      someone("Ana/García", born),
      someone("Ana/García/López", born),
      "likely",
      ["same-name", "same-birth-date"],
    ],
    [
      "swapped letters",
      someone("Ana/Gracia", born),
      someone("Ana María/García/López", born),
      "likely",
      ["similar-name", "same-birth-date"],
    ],
    [
      "accents and particles",
      someone("Jose/Cruz", born),
      someone("José/de la Cruz", born),
      "likely",
      ["same-name", "same-birth-date"],
    ],
    [
      "ñ typed as n",
      someone("Íñigo/Muñoz", born),
      someone("Inigo/Munoz", born),
      "likely",
      ["same-name", "same-birth-date"],
    ],
    [
      "the same by ear",
      someone("Steven/Smyth", born),
      someone("Stephen/Smith", born),
      "likely",
      ["similar-name", "same-birth-date"],
    ],
    ["one phone", someone("Ana/García", phone), someone("Ana/Garcia", phone), "likely", ["same-name", "same-phone"]],
    [
      "one e-mail",
      someone("Ana/García", { email: "Ana@example.com" }),
      someone("Anna/García", { email: "ana@example.com" }),
      "likely",
      ["similar-name", "same-email"],
    ],
    [
      "day and month exchanged",
      someone("Ana/García", born),
      someone("Ana/García", { birthDate: "1980-02-05" }),
      "possible",
      ["same-name", "near-birth-date"],
    ],
    [
      "one digit wrong",
      someone("Ana/García", born),
      someone("Ana/García", { birthDate: "1981-05-02" }),
      "possible",
      ["same-name", "near-birth-date"],
    ],
    [
      "one name, birth date unknown",
      someone("Ana/García/López", born),
      someone("Ana/García/López"),
      "possible",
      ["same-name"],
    ],
    [
      "twins with one phone",
      someone("Ana/García", { ...born, ...phone }),
      someone("Luis/García", { ...born, ...phone }),
      "possible",
      ["same-birth-date", "same-phone"],
    ],
    [
      "father and son of one name and phone",
      someone("Luis/García", { ...born, ...phone }),
      someone("Luis/García", { birthDate: "2012-11-30", ...phone }),
      "possible",
      ["same-name", "same-phone"],
    ],
  ])("%s", (_, a, b, strength, reasons) => {
    expect(likelyDuplicate(a, b)).toMatchObject({ strength, reasons });
    expect(likelyDuplicate(b, a)).toMatchObject({ strength, reasons });
  });

  it.each<[string, PatientIdentity, PatientIdentity]>([
    [
      "one name, born in different years",
      someone("Ana/García", born),
      someone("Ana/García", { birthDate: "1955-11-30" }),
    ],
    ["one birth date, different names", someone("Ana/García", born), someone("Luis/Pérez", born)],
    ["twins without a shared contact", someone("Ana/García", born), someone("Luis/García", born)],
    [
      "mother and child with one phone",
      someone("Ana/García", { ...born, ...phone }),
      someone("Luis/García", { birthDate: "2015-01-31", ...phone }),
    ],
    ["similar names, nothing else known", someone("Ana/Gracia"), someone("Ana/García")],
    ["no contact on either side", someone("Ana/García", { phone: null }), someone("Luis/Pérez", { phone: null })],
  ])("not: %s", (_, a, b) => {
    expect(likelyDuplicate(a, b)).toBeNull();
    expect(likelyDuplicate(b, a)).toBeNull();
  });

  it("scores more agreement higher", () => {
    const ana = someone("Ana/García", { ...born, ...phone });
    const scores = [
      someone("Ana/García", { ...born, ...phone }),
      someone("Ana/García", born),
      someone("Ana/Gracia", born),
      someone("Ana/García", {}),
    ].map((other) => likelyDuplicate(ana, other)?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBe(1);
  });
});

it.each([
  ["Ana/Gracia", "Ana/García", true],
  ["Jhon/Smith", "John/Smith", true],
  ["Ana/Garsía", "Ana/García/López", true],
  ["Ana/García", "Ana/García/López", false],
  ["ana/garcia", "Ana/García", false],
  ["Ana/García", "Eva/García", false],
])("'%s' is a likely misspelling of '%s': %s [BOOK-03]", (typed, known, expected) => {
  expect(isLikelyMisspelling(someone(typed), someone(known))).toBe(expected);
});
