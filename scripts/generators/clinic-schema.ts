/** Publishes the shape of a clinic file, for editors that check YAML while it is written. */
import { z } from "zod";
import { clinicFile } from "../../src/contract/clinic-file/index.ts";

export async function generate(): Promise<{ path: string; content: string }[]> {
  const { $schema, ...schema } = z.toJSONSchema(clinicFile, { io: "input" });
  const named = {
    $schema,
    title: "Cita clinic file",
    description:
      "A clinic as one file, set up by `cita clinic import`. The import checks more than this schema can say.",
    ...schema,
  };
  return [{ path: "docs/schemas/clinic-file.schema.json", content: `${JSON.stringify(named, null, 2)}\n` }];
}
