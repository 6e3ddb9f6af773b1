/** The part of a clinic file that could be read, as the checks of fit see it. */
import type { ClinicFileInput } from "../../contract/clinic-file/index.ts";
import type { Readable } from "./readable-part.ts";

export type ReadableClinic = Readable<ClinicFileInput>;

/** The entries of a list that could be read, each with its index in the file. */
export function* entriesOf<Entry>(list: readonly (Entry | undefined)[] | undefined): Iterable<[number, Entry]> {
  for (const [index, entry] of (list ?? []).entries()) if (entry !== undefined) yield [index, entry];
}
