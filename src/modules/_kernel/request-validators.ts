/**
 * Checks requests against the contract's schemas. Beyond its shape a date or an instant has to exist, and a text has to be
 * one that PostgreSQL can keep: it has no place for U+0000, nor for half of a surrogate pair.
 *
 * Example: `2026-02-31` and `2026-03-16T25:00:00Z` are refused as fields, before any module sees them.
 */
import { Ajv } from "ajv";
import type { FastifySchemaCompiler, FastifySchemaValidationError } from "fastify";

function exists(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

const options = {
  allErrors: true,
  strict: false,
  formats: {
    date: (text: string) => exists(() => Temporal.PlainDate.from(text, { overflow: "reject" })),
    // A leap second exists for the calendar and not for our clocks.
    "date-time": (text: string) => !/:60/.test(text) && exists(() => Temporal.Instant.from(text)),
  },
};
const strict = new Ajv(options);
/** Everything in an address is text. */
const coercing = new Ajv({ ...options, coerceTypes: true });

export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const validate = (httpPart === "body" ? strict : coercing).compile(schema);
  return (data: unknown) => {
    const error = validate(data) ? textsThatCannotBeKept(data, "") : (validate.errors ?? []);
    return error.length === 0 ? {} : { error: error as FastifySchemaValidationError[] };
  };
};

function textsThatCannotBeKept(value: unknown, instancePath: string): FastifySchemaValidationError[] {
  if (typeof value === "string") {
    if (!value.includes("\u0000") && value.isWellFormed()) return [];
    return [{ keyword: "storable", instancePath, schemaPath: "", params: {} }];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => textsThatCannotBeKept(part, `${instancePath}/${key}`));
}
