/** Brings a clinic and its people in from files. */
export { type ClinicImport, importClinic } from "./clinic/import-clinic.ts";
export { type DemoSignIn, demoPassword } from "./demo/demo-people.ts";
export { loadDemo } from "./demo/load-demo.ts";
export { holidaysOf, openingRulesOf, scheduleExceptionsOf } from "./clinic-schedule.ts";
export { type ClinicFileReading, readClinicFile } from "./read-clinic-file.ts";
export { roomsForService } from "./rooms-for-service.ts";
export { type ClinicHistoryOptions, clinicHistory } from "./synthetic/clinic-history.ts";
export type { HistoryPatient, PlannedVisit } from "./synthetic/history-types.ts";
export {
  type SyntheticPatient,
  type SyntheticPatientsOptions,
  syntheticPatients,
} from "./synthetic/synthetic-patients.ts";
