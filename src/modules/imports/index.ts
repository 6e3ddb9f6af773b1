/** Brings a clinic, its patients and their appointments in from files; and the demo. */
export { type ClinicImport, type ClinicImportOptions, importClinic } from "./clinic/import-clinic.ts";
export { type ImportCounts, type ImportKind, type ImportReport, importKinds } from "./clinic/import-report.ts";
export { type DemoSignIn, demoPassword } from "./demo/demo-people.ts";
export { type DemoOptions, loadDemo } from "./demo/load-demo.ts";
export { readHistoryFile } from "./history/history-line.ts";
export type { HistoryVisit } from "./history/history-visit.ts";
export { type HistoryImportOptions, type HistoryImportResult, importHistory } from "./history/import-history.ts";
export { importPatients, type PatientImportOptions, type PatientImportResult } from "./patients/import-patients.ts";
export { type ClinicFileReading, readClinicFile } from "./read-clinic-file.ts";
export { readText } from "./record-files/read-text.ts";
export type { RecordProblem } from "./record-files/record-problem.ts";
export { recordProblemText } from "./record-files/record-problem-text.ts";
