import { describe, expect, it } from "vitest";
import { foldText, formatFullName, formatNameForList, nameWords, wordsOfName } from "./index.ts";

describe("words of a name [BOOK-03]", () => {
  it.each([
    ["María José", ["maria", "jose"]],
    ["MUÑOZ", ["munoz"]],
    ["Núñez de Balboa", ["nunez", "balboa"]],
    ["de la Cruz", ["cruz"]],
    ["de los Ángeles", ["angeles"]],
    ["Ortega y Gasset", ["ortega", "gasset"]],
    ["García-López", ["garcia", "lopez"]],
    ["O’Brien", ["obrien"]],
    ["O'Brien", ["obrien"]],
    ["van der Berg", ["berg"]],
    ["McDonald", ["mcdonald"]],
    ["Müller-Weiß", ["muller", "weiss"]],
    ["Łukasz Sørensen", ["lukasz", "sorensen"]],
    ["D'Angelo", ["dangelo"]],
    ["De La", ["de", "la"]],
    ["Do", ["do"]],
    ["  Ana   María ", ["ana", "maria"]],
    ["Дмитрий", ["дмитрии"]],
    ["", []],
  ])("%s", (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it("are the same however the accents are encoded", () => {
    expect(nameWords("Peña".normalize("NFD"))).toEqual(nameWords("Peña".normalize("NFC")));
  });

  it("are those of given names and both surnames", () => {
    const name = { given: "Ana María", family: "de la Fuente", secondFamily: "Ibáñez" };
    expect(wordsOfName(name)).toEqual(["ana", "maria", "fuente", "ibanez"]);
    expect(wordsOfName({ given: "Anh", family: "Do" })).toEqual(["anh", "do"]);
  });

  it("fold away everything but letters and digits", () => {
    expect(foldText("  José-Luis (hijo), 2.º ")).toBe("jose luis hijo 2 o");
  });
});

describe("a written name", () => {
  const ana = { given: "Ana María", family: "García", secondFamily: "López" };

  it("has both surnames, in both languages", () => {
    expect(formatFullName(ana, "es")).toBe("Ana María García López");
    expect(formatFullName(ana, "en-US")).toBe("Ana María García López");
    expect(formatFullName({ given: "Mary ", family: " Smith", secondFamily: null }, "en")).toBe("Mary Smith");
  });

  it("begins with the family name where the language does", () => {
    expect(formatFullName({ given: "János", family: "Nagy" }, "hu-HU")).toBe("Nagy János");
  });

  it("begins with the surnames in lists", () => {
    expect(formatNameForList(ana)).toBe("García López, Ana María");
    expect(formatNameForList({ given: "", family: "Smith" })).toBe("Smith");
  });
});
