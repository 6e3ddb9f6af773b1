/** Telephone numbers that can exist: right length and range for their country [BOOK-03]. */
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { Report } from "../finding.ts";
import { entriesOf, type ReadableClinic } from "../readable-clinic.ts";
import type { Path } from "../readable-part.ts";

export function checkPhones(file: ReadableClinic, report: Report): void {
  const check = (phone: string | undefined, path: Path) => {
    if (phone === undefined || parsePhoneNumberFromString(phone)?.isValid()) return;
    report([...path, "phone"], "bad_phone");
  };
  check(file.organisation?.phone, ["organisation"]);
  for (const [index, location] of entriesOf(file.locations)) check(location.phone, ["locations", index]);
  for (const [index, department] of entriesOf(file.departments)) check(department.phone, ["departments", index]);
  for (const [index, provider] of entriesOf(file.providers)) check(provider.phone, ["providers", index]);
  for (const [index, member] of entriesOf(file.staff)) check(member.phone, ["staff", index]);
}
