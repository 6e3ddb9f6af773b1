import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldEmail, foldIdentifier, soundKeys, tokenKinds, tokensOfName, tokensOfQuery } from "./index.ts";

const ana = { given: "Ana", family: "García", secondFamily: "Muñoz" };

/** Which kinds of token a typed word and a name meet in. */
function meetingKinds(
  typed: string,
  name: { given: string; family: string; secondFamily?: string },
): readonly string[] {
  const stored = new Set(tokensOfName(name).map(({ kind, text }) => `${kind} ${text}`));
  const asked = tokensOfQuery(typed).flatMap(({ tokens }) => tokens);
  return [...new Set(asked.filter(({ kind, text }) => stored.has(`${kind} ${text}`)).map(({ kind }) => kind))];
}

describe("how a name is found [BOOK-03]", () => {
  it.each([
    ["garcia", ["word", "prefix5", "sound", "near"]],
    ["GARCÍA", ["word", "prefix5", "sound", "near"]],
    ["muñoz", ["word", "prefix5", "sound", "near"]],
    ["ana", ["word", "prefix3", "sound"]],
    ["gar", ["prefix3"]],
    ["garc", ["prefix3"]],
    ["garci", ["prefix5", "sound", "near"]],
    ["gracia", ["sound", "near"]], // swapped
    ["garcea", ["sound", "near"]], // wrong letter
    ["garcias", ["prefix5", "sound", "near"]], // one too many
    ["garca", ["near"]], // one missing
    ["garzia", ["sound", "near"]],
    ["munhoz", ["sound", "near"]],
    ["perez", []],
  ])("%s meets Ana García Muñoz in %j", (typed, kinds) => {
    expect(meetingKinds(typed, ana).toSorted()).toEqual(kinds.toSorted());
  });

  it("has a number in the database for each kind that never changes", () => {
    expect(tokenKinds).toEqual({ word: 1, prefix3: 2, prefix5: 3, sound: 4, near: 5 });
  });

  it("stores no token twice and asks word by word", () => {
    const stored = tokensOfName({ given: "Juan Juan", family: "Juan" }).map(({ kind, text }) => `${kind} ${text}`);
    expect(new Set(stored).size).toBe(stored.length);
    expect(tokensOfQuery("de la Cruz, Ana ana").map(({ word }) => word)).toEqual(["cruz", "ana"]);
    expect(tokensOfQuery("  ")).toEqual([]);
  });

  it("forgives any one typing error in a word of four letters or more", () => {
    const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
    const slip = fc.record({ kind: fc.constantFrom("wrong", "missing", "extra", "swapped"), at: fc.nat(), letter });
    fc.assert(
      fc.property(fc.array(letter, { minLength: 5, maxLength: 30 }), slip, (letters, { kind, at, letter: other }) => {
        const index = at % (letters.length - 1);
        const typed = [...letters];
        if (kind === "wrong") typed[index] = other;
        if (kind === "missing") typed.splice(index, 1);
        if (kind === "extra") typed.splice(index, 0, other);
        if (kind === "swapped") typed.splice(index, 2, letters[index + 1] ?? "", letters[index] ?? "");
        expect(meetingKinds(typed.join(""), { given: letters.join(""), family: "x" })).toContain("near");
      }),
      { numRuns: 10_000 },
    );
  }, 30_000);

  it("stays small for a very long word", () => {
    expect(tokensOfName({ given: "a".repeat(20) + "bcdefgh".repeat(25), family: "" }).length).toBeLessThan(40);
  });
});

describe("how a name sounds [BOOK-03]", () => {
  it.each([
    ["gimenez", "jimenez"],
    ["ximenez", "jimenez"],
    ["vazquez", "basques"],
    ["gonzales", "gonzalez"],
    ["rodrigues", "rodriguez"],
    ["elena", "helena"],
    ["yorente", "llorente"],
    ["iolanda", "yolanda"],
    ["wascar", "huascar"],
    ["valle", "baye"],
    ["cepeda", "zepeda"],
    ["quintana", "kintana"],
    ["stephen", "steven"],
    ["smith", "smyth"],
    ["catherine", "kathryn"],
    ["wright", "right"],
    ["philip", "filip"],
    ["macdonald", "mcdonald"],
    ["shaun", "shawn"],
  ])("%s sounds like %s to one ear at least", (one, other) => {
    expect(soundKeys(one).some((key) => soundKeys(other).includes(key))).toBe(true);
  });

  it.each([
    ["garcia", "perez"],
    ["ana", "eva"],
    ["chavez", "gomez"],
    ["smith", "jones"],
    ["martin", "morales"],
  ])("%s does not sound like %s", (one, other) => {
    expect(soundKeys(one).some((key) => soundKeys(other).includes(key))).toBe(false);
  });

  it("has one key for a Spanish and one for an English ear", () => {
    expect(soundKeys("jimenez")[0]).toBe("es:jmns");
    expect(soundKeys("vazquez")[0]).toBe("es:bsks");
    expect(soundKeys("helena")[0]).toBe("es:aln");
    expect(soundKeys("stephen")[1]).toBe("en:stfn");
  });

  it("is silent on what has no Latin letter", () => {
    expect(soundKeys("дмитрии")).toEqual([]);
  });
});

it("finds addresses and record numbers however they are spaced and capitalised", () => {
  expect(foldEmail(" Ana.Garcia@Example.COM ")).toBe("ana.garcia@example.com");
  expect(foldIdentifier("AB 12-34")).toBe(foldIdentifier("ab1234"));
});
