import { describe, expect, it } from "vitest";
import { scorePatient, splitPatientQuery } from "./index.ts";

const ana = {
  given: "Ana María",
  family: "García",
  secondFamily: "López",
  birthDate: "1980-05-02",
  phone: "+34600123456",
  email: "ana@example.com",
};

describe("how well a record fits [BOOK-03]", () => {
  it.each([
    ["ana maria garcia lopez", 1],
    ["garcía ana", 1],
    ["lopez", 1],
    ["garc", 0.9],
    ["ana gracia", 0.925],
    ["ana ana", 0.5],
    ["pérez", 0],
    ["", 0],
  ])("'%s' scores %f", (name, score) => {
    expect(scorePatient({ name }, ana).score).toBeCloseTo(score, 5);
  });

  it("counts each thing that was typed, and says what agreed", () => {
    const query = { name: "gracia ana", birthDates: ["1980-05-02", "1980-02-05"] };
    expect(scorePatient(query, ana)).toEqual({ score: 0.9625, reasons: ["similar-name", "same-birth-date"] });
    expect(scorePatient({ phone: "+34600123456" }, ana)).toEqual({ score: 1, reasons: ["same-phone"] });
    expect(scorePatient({ email: "ANA@example.com" }, ana)).toEqual({ score: 1, reasons: ["same-email"] });
    expect(scorePatient({ name: "ana", phone: "+34600999999" }, ana)).toEqual({ score: 0.5, reasons: ["same-name"] });
  });

  it("finds nobody by what a record does not have", () => {
    const nobody = { given: "Eva", family: "Ruiz" };
    expect(scorePatient({ birthDates: [""], email: "a@b.es", phone: "+34" }, nobody).reasons).toEqual([]);
  });
});

describe("what was typed into the search box [BOOK-11]", () => {
  const nothing = { name: "", birthDates: [], email: null, number: null };

  it.each([
    ["ana garcía", { name: "ana garcía" }],
    ["ana garcía 1980-05-02", { name: "ana garcía", birthDates: ["1980-05-02"] }],
    ["2/5/1980 ana", { name: "ana", birthDates: ["1980-05-02", "1980-02-05"] }],
    ["31.12.1980", { birthDates: ["1980-12-31"] }],
    ["5/5/1980", { birthDates: ["1980-05-05"] }],
    ["ana@example.com", { email: "ana@example.com" }],
    ["+34 600 123 456", { number: "+34 600 123 456" }],
    ["(555) 010-0199", { number: "(555) 010-0199" }],
    ["MRN-00123", { number: "MRN-00123" }],
    ["   ", {}],
  ])("'%s'", (text, parts) => {
    expect(splitPatientQuery(text)).toEqual({ ...nothing, ...parts });
  });

  it("takes a day that never was for a number, not for a date", () => {
    expect(splitPatientQuery("31/02/1980")).toEqual({ ...nothing, number: "31/02/1980" });
  });
});
