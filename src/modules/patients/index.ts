import type { Operation } from "../_kernel/index.ts";
import { registerPatient } from "./commands/register-patient.ts";
import { updatePatient } from "./commands/update-patient.ts";
import { checkPatient } from "./queries/check-patient.ts";
import { getPatient } from "./queries/get-patient.ts";
import { searchPatients } from "./queries/search-patients.ts";

export { type Contact, patientsOfContact } from "./by-contact.ts";
export { createPatient, createPatients, type PatientDetails, patientsByImportKey } from "./create-patients.ts";
export { ensurePatientOfPerson, type PersonWithAccount } from "./ensure-patient-of-person.ts";
export type { PatientOrigin, PatientRecord } from "./patient-record.ts";
export { type PatientWithKey, readPatients, readPatientsWithKeys } from "./read-patients.ts";
export { type FoundRecord, type Searching, searchRecords } from "./search-records.ts";
export { writePatient } from "./write-patient.ts";

export const operations: readonly Operation[] = [
  searchPatients,
  checkPatient,
  registerPatient,
  getPatient,
  updatePatient,
];
