import { parsePhoneNumberFromString } from "libphonenumber-js";
import { describe, expect, it } from "vitest";
import { type SyntheticPatientsOptions, syntheticPatients } from "./synthetic-patients.ts";

const newYork: SyntheticPatientsOptions = { country: "US", spanishShare: 0.3, today: "2026-11-21" };
const madrid: SyntheticPatientsOptions = { country: "ES", spanishShare: 0.9, today: "2026-11-21" };

describe("synthetic patients", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(syntheticPatients(7, 50, newYork)).toEqual(syntheticPatients(7, 50, newYork));
    expect(syntheticPatients(8, 50, newYork)).not.toEqual(syntheticPatients(7, 50, newYork));
  });

  it("do not change when more are asked for", () => {
    expect(syntheticPatients(7, 80, newYork).slice(0, 50)).toEqual(syntheticPatients(7, 50, newYork));
  });

  it.each([
    ["US", newYork],
    ["ES", madrid],
  ])("have numbers that are valid in %s, their own addresses and keys", (country, options) => {
    const patients = syntheticPatients(1, 2000, options);
    for (const { phone } of patients) {
      const parsed = parsePhoneNumberFromString(phone);
      expect([phone, parsed?.isValid(), parsed?.country]).toEqual([phone, true, country]);
    }
    for (const field of ["email", "key", "phone"] as const) {
      expect(new Set(patients.map((patient) => patient[field])).size).toBe(2000);
    }
    expect(patients.every(({ email }) => /^[a-z.0-9]+@example\.org$/.test(email))).toBe(true);
  });

  it("have American numbers from the range for fiction only", () => {
    expect(syntheticPatients(1, 2000, newYork).every(({ phone }) => /^\+1\d{3}55501\d\d$/.test(phone))).toBe(true);
  });

  it("have two family names in Spain, often in America when they speak Spanish", () => {
    const share = (options: SyntheticPatientsOptions) => {
      const spanish = syntheticPatients(3, 2000, options).filter(({ locale }) => locale === "es");
      return spanish.filter(({ secondFamily }) => secondFamily !== null).length / spanish.length;
    };
    expect(share(madrid)).toBeGreaterThan(0.95);
    expect(share(newYork)).toBeGreaterThan(0.3);
    expect(share(newYork)).toBeLessThan(0.5);
  });

  it("are born before today, none of them longer ago than 96 years, a fifth of them children", () => {
    const births = syntheticPatients(5, 2000, newYork).map(({ birthDate }) => birthDate);
    expect(births.every((date) => date < "2026-11-21" && date > "1930-11-20")).toBe(true);
    const children = births.filter((date) => date > "2008-11-21").length / births.length;
    expect(children).toBeGreaterThan(0.15);
    expect(children).toBeLessThan(0.25);
  });
});
