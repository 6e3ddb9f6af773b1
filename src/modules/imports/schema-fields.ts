/** Looks into the clinic file's schema: which fields a group may have. */
import { z } from "zod";
import { clinicFile } from "../../contract/clinic-file/index.ts";
import type { Path } from "./readable-part.ts";

/** The names of the fields that the group at `path` may have; empty where no group belongs. */
export function fieldsAt(path: Path): readonly string[] {
  let schemas: readonly z.core.$ZodType[] = [clinicFile];
  for (const step of path) schemas = schemas.flatMap(unwrapped).flatMap((schema) => inside(schema, step));
  const fields = schemas
    .flatMap(unwrapped)
    .flatMap((schema) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []));
  return [...new Set(fields)];
}

function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapped);
  return [schema];
}

function inside(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return typeof step === "number" ? [schema.element] : [];
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, step)) return [];
  const field = schema.shape[step];
  return field === undefined ? [] : [field];
}
