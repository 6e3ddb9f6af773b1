/**
 * Puts every operation on its route. Nothing here knows a clinic's word: it finds organisation and actor, refuses foreign
 * origins, runs the operation, and answers with its value or a problem document.
 */
import { randomUUID } from "node:crypto";
import type {} from "@fastify/cookie";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { contract, type RouteName } from "../../contract/index.ts";
import { problem } from "../../contract/problem.ts";
import type { Locale } from "../../contract/values.ts";
import { grantFor } from "../../domain/access/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import { newToken } from "../../platform/ids/identifiers.ts";
import { type Context, type OrganisationContext, platformOrganisationId } from "./context.ts";
import { fieldProblems, type SchemaError } from "./field-problems.ts";
import type { FindOrganisation, Identify } from "./identify.ts";
import { schemasOf } from "./json-schemas.ts";
import type { Operation } from "./operation.ts";
import { problemDocument } from "./problem-document.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { validatorCompiler } from "./request-validators.ts";
import { type Incoming, type Kernel, runOperation } from "./run-operation.ts";

export interface HttpOptions {
  readonly kernel: Kernel;
  readonly findOrganisation: FindOrganisation;
  readonly identify: Identify;
  /** `https://…` where Cita is reached from outside; null on one machine over plain HTTP. */
  readonly publicUrl: string | null;
  /** Keys the hash of client addresses. */
  readonly addressKey: Buffer;
}

const apiPrefix = "/api/v1";
const unsafeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

const platformContext: OrganisationContext = {
  orgId: platformOrganisationId,
  slug: "",
  name: "Cita",
  zone: "UTC",
  country: "US",
  defaultLocale: "en",
  phone: "",
  guestBooking: false,
};

/** Every operation of the contract, once; a missing, doubled or carelessly public one stops the start. */
export function checkOperations(operations: readonly Operation[]): void {
  const names = operations.map(({ name }) => name);
  const doubled = names.filter((name, index) => names.indexOf(name) !== index);
  const missing = (Object.keys(contract) as RouteName[]).filter((name) => !names.includes(name));
  if (doubled.length > 0 || missing.length > 0) {
    throw new Error(`operations without a route or twice: ${[...doubled, ...missing].join(", ")}`);
  }
  for (const { name, kind, permission, publicBecause } of operations) {
    if (kind === "repeatable-command" && !contract[name].idempotent) {
      throw new Error(`${name}: only a route that takes an idempotency key can be a repeatable command`);
    }
    if ((grantFor(permission, []) !== null) !== (publicBecause !== undefined)) {
      throw new Error(`${name}: ${permission} and publicBecause disagree on whether a visitor may call it`);
    }
  }
}

export function registerOperations(app: FastifyInstance, operations: readonly Operation[], options: HttpOptions): void {
  checkOperations(operations);
  for (const operation of operations) {
    const route = contract[operation.name];
    app.route({
      method: route.method,
      url: apiPrefix + route.path,
      schema: { ...schemasOf(route, problem), summary: route.summary, operationId: operation.name },
      attachValidation: true,
      validatorCompiler,
      serializerCompiler: () => (data) => JSON.stringify(data),
      ...(operation.perMinute !== undefined && {
        config: { rateLimit: { max: operation.perMinute, timeWindow: "1 minute" } },
      }),
      handler: (request, reply) => handle(operation, request, reply, options),
    });
  }
}

async function handle(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  options: HttpOptions,
): Promise<unknown> {
  const route = contract[operation.name];
  const locale = localeOf(request);
  const answerProblem = (refusal: Refusal, language: Locale) => sendProblem(reply, refusal, language, request.id);

  const slug = (request.params as { slug?: string } | undefined)?.slug;
  const organisation = slug === undefined ? platformContext : await options.findOrganisation(slug);
  if (organisation === null) return answerProblem(refuse("not_found"), locale ?? "en");
  const language = locale ?? organisation.defaultLocale;
  if (unsafeMethods.has(request.method) && !isOwnOrigin(request, options.publicUrl)) {
    return answerProblem(refuse("foreign_origin"), language);
  }

  const cookies = cookieNames(options.publicUrl);
  const visitorToken = request.cookies[cookies.visitor] ?? newVisitor(reply, cookies, options.publicUrl);
  const { actor, sessionEnded } = await options.identify({
    sessionToken: request.cookies[cookies.session] ?? null,
    visitorToken,
    organisation,
  });
  const context: Context = {
    organisation,
    actor,
    locale: language,
    requestId: request.id,
    addressHash: keyedHash(options.addressKey, request.ip),
    agent: request.headers["user-agent"] ?? "",
    origin: "web",
    nowMs: systemClock.nowMs(),
  };
  // Whoever may not do this at all is told that, and it goes on record, however the request is written.
  const mayCall = grantFor(operation.permission, actor.roles) !== null;
  if (request.validationError !== undefined && mayCall)
    return answerProblem(refusalOfValidation(request.validationError), language);
  const incoming: Incoming = {
    params: request.params,
    query: request.query,
    body: request.body,
    ifMatch: versionOf(request.headers["if-match"]),
    idempotencyKey: idempotencyKeyOf(request.headers["idempotency-key"]),
    context,
    session: sessionCookie(reply, cookies, options.publicUrl),
  };
  reply.header("cache-control", "no-store");
  const result = await runOperation(options.kernel, operation, incoming);
  if (result.ok) return reply.code(route.status).send(result.value ?? undefined);
  if (!sessionEnded || !mayBeForTheEndedSession.has(result.code)) return answerProblem(result, language);
  incoming.session.end();
  return answerProblem(refuse("session_expired"), language);
}

/** Refusals that somebody whose session has ended may get for that alone: with it, what they asked for was theirs. */
const mayBeForTheEndedSession = new Set<Refusal["code"]>(["unauthenticated", "forbidden", "not_found", "hold_expired"]);

export function sendProblem(reply: FastifyReply, refusal: Refusal, locale: Locale, reference: string): FastifyReply {
  const document = problemDocument(refusal, locale, reference);
  if (document.retryAfterSeconds !== undefined) reply.header("retry-after", document.retryAfterSeconds);
  return reply
    .code(document.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("content-language", locale)
    .header("cache-control", "no-store")
    .serializer((data: unknown) => JSON.stringify(data))
    .send(document);
}

/** The first language of Accept-Language that Cita speaks. */
export function localeOf(request: FastifyRequest): Locale | null {
  const wanted = (request.headers["accept-language"] ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return (wanted.find((tag) => tag === "en" || tag === "es") as Locale | undefined) ?? null;
}

/** A change comes from Cita's own pages, or it does not happen: no Origin is refused like a foreign one. */
function isOwnOrigin(request: FastifyRequest, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refusalOfValidation(error: NonNullable<FastifyRequest["validationError"]>): Refusal {
  const found = (error.validation ?? []) as unknown as SchemaError[];
  // An id that cannot exist is answered like one that never was.
  if (error.validationContext === "params") return refuse("not_found");
  return refuse("invalid_request", { fields: fieldProblems(found) });
}

function versionOf(header: string | undefined): number | null {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? "");
  return match === null ? null : Number(match[1]);
}

function idempotencyKeyOf(header: string | string[] | undefined): string | null {
  const key = Array.isArray(header) ? header[0] : header;
  return key !== undefined && key.length >= 8 && key.length <= 200 ? key : null;
}

interface CookieNames {
  readonly session: string;
  readonly visitor: string;
}

/** The `__Host-` prefix (RFC 6265bis) needs TLS; one machine over plain HTTP goes without. */
export function cookieNames(publicUrl: string | null): CookieNames {
  const prefix = publicUrl?.startsWith("https:") ? "__Host-" : "";
  return { session: `${prefix}cita-session`, visitor: `${prefix}cita-visitor` };
}

const cookieOptions = (publicUrl: string | null) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: publicUrl?.startsWith("https:") ?? false }) as const;

function newVisitor(reply: FastifyReply, names: CookieNames, publicUrl: string | null): string {
  const token = newToken();
  reply.setCookie(names.visitor, token, { ...cookieOptions(publicUrl), maxAge: 86_400 });
  return token;
}

function sessionCookie(reply: FastifyReply, names: CookieNames, publicUrl: string | null): Incoming["session"] {
  return {
    start: (token) => {
      reply.setCookie(names.session, token, { ...cookieOptions(publicUrl), maxAge: 12 * 3600 });
    },
    end: () => {
      reply.clearCookie(names.session, cookieOptions(publicUrl));
    },
  };
}

export const newRequestId = (): string => randomUUID();
