/** JSON Schemas of the contract's shapes, for validation, OpenAPI and tests: one source for all three. */
import { z } from "zod";
import type { Route } from "../../contract/route.ts";

export type JsonSchema = Record<string, unknown>;

export function jsonSchemaOf(shape: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { target: "draft-7", io, unrepresentable: "any" });
  return schema;
}

export interface RouteSchemas {
  readonly params?: JsonSchema;
  readonly querystring?: JsonSchema;
  readonly body?: JsonSchema;
  readonly response: Record<string, JsonSchema>;
}

export function schemasOf(route: Route, problem: z.ZodType): RouteSchemas {
  return {
    ...(route.params !== undefined && { params: jsonSchemaOf(route.params, "input") }),
    ...(route.query !== undefined && { querystring: jsonSchemaOf(route.query, "input") }),
    ...(route.body !== undefined && { body: jsonSchemaOf(route.body, "input") }),
    response: {
      [route.status]: route.answer === undefined ? { type: "null" } : jsonSchemaOf(route.answer, "output"),
      "4xx": jsonSchemaOf(problem, "output"),
      "5xx": jsonSchemaOf(problem, "output"),
    },
  };
}
