import { describe, expect, it } from "vitest";
import { recordProblemCodes } from "./record-problem.ts";
import { recordProblemText } from "./record-problem-text.ts";
import { englishRecordTexts } from "./record-problem-texts.en.ts";
import { spanishRecordTexts } from "./record-problem-texts.es.ts";

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();

describe("what is wrong with a record", () => {
  it.each(recordProblemCodes)("%s says in both languages what happened and what to do [UI-11]", (code) => {
    const [english, spanish] = [englishRecordTexts[code], spanishRecordTexts[code]];
    expect(placeholders(english.message)).toEqual(placeholders(spanish.message));
    expect(placeholders(english.remedy)).toEqual(placeholders(spanish.remedy));
    for (const { message, remedy } of [english, spanish]) {
      expect(message).toMatch(/^\S.*[.}]$/);
      expect(remedy).toMatch(/^\S.*\.$/);
    }
  });

  it("fills in its parameters", () => {
    const problem = { code: "missing_column", at: 1, params: { column: "birth_date", known: "id, given" } } as const;
    expect(recordProblemText(problem, "es")).toEqual({
      message: "Falta la columna «birth_date».",
      remedy: "Agréguela a la primera línea. Las columnas son: id, given.",
    });
  });
});
