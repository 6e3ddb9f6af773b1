/** The HTTP side of Cita, put together: security headers, operations, live stream, health, OpenAPI, pages. */
import fastifyCompress from "@fastify/compress";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyRateLimit from "@fastify/rate-limit";
import fastifySwagger from "@fastify/swagger";
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from "fastify";
import {
  type ChangeFeed,
  localeOf,
  newRequestId,
  type Operation,
  refuse,
  registerOperations,
  sendProblem,
} from "../modules/_kernel/index.ts";
import { auditOperations } from "../modules/audit/index.ts";
import { availabilityOperations, type CalendarCache } from "../modules/availability/index.ts";
import { bookingOperations } from "../modules/booking/index.ts";
import { operations as directoryOperations } from "../modules/directory/index.ts";
import { operations as identityOperations, makeIdentify } from "../modules/identity/index.ts";
import { registerLive } from "../modules/live/index.ts";
import { operations as messageOperations } from "../modules/messages/index.ts";
import { findOrganisation, operations as organisationOperations } from "../modules/organisations/index.ts";
import { operations as patientOperations } from "../modules/patients/index.ts";
import { scheduleOperations } from "../modules/schedules/index.ts";
import type { Database } from "../platform/db/database.ts";
import { isDatabaseOutage } from "../platform/db/database-error.ts";
import { statement } from "../platform/db/statement.ts";
import type { Configuration } from "./configuration.ts";
import type { OpenInstallation } from "./open-installation.ts";
import { registerWebPages } from "./web-pages.ts";

const ping = statement("process.ping", "select 1");

export interface AppOptions {
  readonly configuration: Configuration;
  readonly installation: OpenInstallation;
  readonly feed: ChangeFeed;
  readonly cache: CalendarCache;
  /** False where only the API is wanted, as in tests and benchmarks. */
  readonly pages: boolean;
}

export function allOperations(cache: CalendarCache, feed: ChangeFeed, headsFolder: string): Operation[] {
  return [
    ...identityOperations,
    ...organisationOperations,
    ...directoryOperations,
    ...patientOperations,
    ...availabilityOperations(cache),
    ...bookingOperations(cache, feed),
    ...scheduleOperations(feed),
    ...messageOperations,
    ...auditOperations(headsFolder),
  ];
}

export async function buildApp({
  configuration,
  installation,
  feed,
  cache,
  pages,
}: AppOptions): Promise<FastifyInstance> {
  const { database, keyring, log, addressKey } = installation;
  const { publicUrl } = configuration;
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    // A request's line would carry its address and query; errors are logged with the reference instead.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    trustProxy: configuration.trustProxy,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read, or with a part too long to be an id, leads to nothing that is there.
    frameworkErrors: (_error, request, reply) =>
      void sendProblem(
        reply as FastifyReply,
        refuse("not_found"),
        localeOf(request as FastifyRequest) ?? "en",
        request.id,
      ),
    forceCloseConnections: true,
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    hsts: publicUrl?.startsWith("https:") ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, { global: true, threshold: 1024, encodings: ["br", "gzip"] });
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error("rate limited"), { statusCode: 429, retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Cita", version: "1", description: "Appointment scheduling for healthcare" },
    },
  });
  answerErrors(app);

  const find = findOrganisation(database);
  const identify = makeIdentify(database);
  // In a context of their own, so that the documentation plugin sees the routes after it is ready.
  await app.register(async (api) => {
    registerOperations(api, allOperations(cache, feed, configuration.dataDir), {
      kernel: { database, keyring, log },
      findOrganisation: find,
      identify,
      publicUrl,
      addressKey,
    });
    registerLive(api, { feed, findOrganisation: find, identify, publicUrl });
  });
  app.get("/api/v1/openapi.json", () => app.swagger());
  registerHealth(app, database);
  if (pages) await registerWebPages(app);
  return app;
}

function registerHealth(app: FastifyInstance, database: Database): void {
  app.get("/health", () => ({ status: "ok" }));
  app.get("/ready", async (_request, reply) => {
    const isReady = await database.alone(ping, []).then(
      () => true,
      () => false,
    );
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ready" : "database does not answer" });
  });
}

/** Whatever happens outside an operation is a problem document too, and says nothing of the inside. */
function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, refuse("not_found"), localeOf(request) ?? "en", request.id),
  );
  app.setErrorHandler(
    (error: Error & { statusCode?: number; code?: string; retryAfterSeconds?: number }, request, reply) => {
      const locale = localeOf(request) ?? "en";
      const answer = (code: Parameters<typeof refuse>[0], more?: Parameters<typeof refuse>[1]) =>
        sendProblem(reply, refuse(code, more), locale, request.id);
      if (error.statusCode === 429)
        return answer("rate_limited", { with: { retryAfterSeconds: error.retryAfterSeconds ?? 60 } });
      if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return answer("body_too_large");
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
        return answer("malformed_json");
      if (isDatabaseOutage(error)) return answer("unavailable", { with: { retryAfterSeconds: 5 } });
      request.log.error({ err: error, reference: request.id }, "unexpected error");
      return answer("internal");
    },
  );
}
