/** The two demo clinics: their files, and how many people and appointments they get. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { readClinicFile } from "../read-clinic-file.ts";

export interface DemoClinic {
  readonly file: string;
  readonly seed: number;
  readonly country: "US" | "ES";
  readonly spanishShare: number;
  readonly patients: number;
  readonly appointments: number;
  /** The demo patient has their account there. */
  readonly hasDemoPatient: boolean;
}

export const demoClinics: readonly DemoClinic[] = [
  {
    ...{ file: "consultorio-sol.yaml", seed: 12, country: "ES", spanishShare: 0.93 },
    ...{ patients: 300, appointments: 1_500, hasDemoPatient: false },
  },
  {
    ...{ file: "riverside.yaml", seed: 11, country: "US", spanishShare: 0.35 },
    ...{ patients: 1_700, appointments: 10_500, hasDemoPatient: true },
  },
];

const folder = join(import.meta.dirname, "../../../../demo/clinics");

export function readDemoClinic({ file }: DemoClinic): ClinicFile {
  const reading = readClinicFile(readFileSync(join(folder, file), "utf8"));
  if (!reading.ok) throw new Error(`the demo clinic ${file} has problems: ${JSON.stringify(reading.problems)}`);
  return reading.clinic;
}
