/** How the parts of a clinic file fit together: what one field's shape cannot say. */
import type { Report } from "../finding.ts";
import type { ReadableClinic } from "../readable-clinic.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkHours } from "./check-hours.ts";
import { checkOrganisation } from "./check-organisation.ts";
import { checkPhones } from "./check-phones.ts";
import { checkReferences } from "./check-references.ts";
import { checkRooms } from "./check-rooms.ts";
import { checkTexts } from "./check-texts.ts";

export function checkFit(file: ReadableClinic, report: Report): void {
  checkOrganisation(file, report);
  checkTexts(file, report);
  checkPhones(file, report);
  checkDuplicates(file, report);
  checkReferences(file, report);
  checkHours(file, report);
  checkRooms(file, report);
}
