export { type ClinicFile, type ClinicFileInput, clinicFile, clinicFileVersion } from "./clinic-file.ts";
export type { FileLocale, Weekday } from "./formats.ts";
export type { HoursException, ProviderEntry, StaffEntry, WeeklyHours } from "./people-sections.ts";
export type { DepartmentEntry, HolidayEntry, LocationEntry, RoomEntry } from "./place-sections.ts";
export {
  type ClinicFileProblem,
  type ClinicFileProblemCode,
  clinicFileProblemCodes,
  type ProblemParams,
} from "./problem-codes.ts";
export { problemText } from "./problem-texts.ts";
export type { RoomNeed, ServiceEntry, SpecialtyEntry } from "./service-sections.ts";
