/** Random values for a JSON Schema of the contract: such as it allows, and such as somebody breaks on purpose. */
import fc from "fast-check";
import type { JsonSchema } from "../../src/modules/_kernel/json-schemas.ts";

/** What breaks programs that trust their input: text, SQL, HTML, templates, paths, headers, other alphabets. */
export const naughtyStrings: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\ufeff",
  "\u202Eevil",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "e\u0301e\u0301e\u0301",
  "ﷺ",
  "' or '1'='1",
  "'; drop table patient; --",
  '" or ""="',
  "1; select pg_sleep(10)",
  "\\x41",
  "%",
  "_%_",
  "{1,2}",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "{{7*7}}",
  ["$", "{7*7}"].join(""),
  "{name}",
  "../../etc/passwd",
  "%2e%2e%2f",
  "%00",
  "a\r\nSet-Cookie: x=1",
  "=1+1",
  "@SUM(1)",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e309",
  "9007199254740993",
  "2026-02-31",
  "0000-00-00",
  "9999-12-31",
  "2026-13-45T25:61:61Z",
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00Z",
  "2026-03-08T02:30:00Z",
  "25:61",
  "99999999-9999-9999-9999-999999999999",
  "00000000-0000-4000-8000-000000000001",
  "+1",
  "+99999999999999999999",
  "a@b",
  "a@b..c",
  "en-US-x-",
  "Europe/Atlantis",
  "a".repeat(4_500),
  "ñ".repeat(9_000),
  "((((((((((".repeat(100),
];

const naughty = fc.constantFrom(...naughtyStrings);
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  naughty,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e21, 2 ** 53, [], {}, [[]], [null], { length: 3 }),
  fc.constant(Array.from({ length: 300 }, () => "a")),
  fc.constant(JSON.parse(`${'{"a":'.repeat(60)}1${"}".repeat(60)}`)),
  fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}')),
);

const dates = ["2026-01-31", "2026-02-29", "2026-12-25", "2027-03-14", "1900-01-01", "9999-12-31", "0001-01-01"];
const times = ["00:00", "09:30", "23:59", "24:00", "02:30", "99:99"];
const instants = [
  "2026-11-30T15:00:00Z",
  "2027-03-14T07:30:00Z",
  "1969-12-31T23:59:59Z",
  "9999-12-31T23:59:59.999999Z",
];

/** What the schema's patterns let through, the impossible included. */
function ofPattern(pattern: string, ids: readonly string[]): fc.Arbitrary<string> {
  const matcher = new RegExp(pattern, "u");
  const known = [...ids, ...dates, ...times, ...instants, ...naughtyStrings, "en", "es-MX", "Núria", "+12125550100"];
  const fitting = [...known, "ana@example.org", "123456", "#1f6f5c", "1,3,5", "little-clinic"].filter((text) =>
    matcher.test(text),
  );
  const usual = fc.constantFrom(...(fitting.length > 0 ? fitting : [""]));
  if (pattern.includes("\\p{")) return usual;
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: fc.stringMatching(new RegExp(pattern)) });
}

/** Values that the schema allows; where it asks for an id, one of these. */
export function allowedValues(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const parts = (key: "anyOf" | "oneOf") => schema[key] as JsonSchema[] | undefined;
  const choices = parts("anyOf") ?? parts("oneOf");
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => allowedValues(choice, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const number = (key: string, fallback: number) => (typeof schema[key] === "number" ? schema[key] : fallback);
  switch (schema.type) {
    case "object": {
      const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
      const requiredKeys = (schema.required ?? []) as never[];
      const values = Object.entries(properties).map(([key, part]) => [key, allowedValues(part, ids)]);
      return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
    }
    case "array": {
      const minLength = number("minItems", 0);
      const maxLength = Math.min(number("maxItems", 4), minLength + 4);
      return fc.array(allowedValues(schema.items as JsonSchema, ids), { minLength, maxLength });
    }
    case "string": {
      const [least, most] = [number("minLength", 0), number("maxLength", 10_000)];
      const text =
        typeof schema.pattern === "string"
          ? ofPattern(schema.pattern, ids)
          : fc.oneof(
              naughty,
              fc.string({ unit: "binary", maxLength: Math.min(most, 40) }),
              fc.string({ minLength: least }),
            );
      return text.map((each) => [...each].slice(0, most).join("").padEnd(least, "a"));
    }
    case "integer":
    case "number":
      return fc.integer({ min: number("minimum", -(2 ** 31)), max: number("maximum", 2 ** 31) });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return wrong;
  }
}

/** A value of the schema in which something is missing, too much, or of another kind. */
export function brokenValues(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1, arbitrary: wrong },
    {
      weight: 9,
      arbitrary: fc
        .tuple(allowedValues(schema, ids), fc.nat(), wrong, fc.constantFrom("replace", "remove", "add", "nest"))
        .map(([value, where, other, how]) => broken(value, where, other, how)),
    },
  );
}

function broken(value: unknown, where: number, other: unknown, how: string): unknown {
  if (value === null || typeof value !== "object") return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[where % Math.max(keys.length, 1)];
  if (how === "add" || key === undefined) return Object.assign(copy, { [`unknown${where % 7}`]: other });
  if (how === "remove") delete copy[key];
  else if (how === "nest") copy[key] = broken(copy[key], Math.floor(where / 7), other, "replace");
  else copy[key] = other;
  return copy;
}
