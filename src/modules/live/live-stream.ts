/** `GET /api/v1/organisations/:slug/live?topic=…&topic=…`: server-sent events (HTML standard, section 9.2). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { LiveEvent } from "../../contract/routes/oversight.ts";
import { isoOf, systemClock } from "../../platform/clock/clock.ts";
import {
  type Actor,
  type ChangeFeed,
  cookieNames,
  type FindOrganisation,
  type Identify,
  localeOf,
  refuse,
  sendProblem,
} from "../_kernel/index.ts";
import { eventsFor, mayFollow, parseTopic, type Topic } from "./topics.ts";

export interface LiveOptions {
  readonly feed: ChangeFeed;
  readonly findOrganisation: FindOrganisation;
  readonly identify: Identify;
  readonly publicUrl: string | null;
}

const topicsAtMost = 20;
const checkEveryMs = 1_000;
/** Proxies close a silent connection, often after a minute. */
const heartbeatEvery = 20;

export function registerLive(app: FastifyInstance, options: LiveOptions): void {
  const open = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const close of open) close();
  });
  app.get("/api/v1/organisations/:slug/live", async (request, reply) => {
    const locale = localeOf(request) ?? "en";
    const { slug } = request.params as { slug: string };
    const organisation = await options.findOrganisation(slug);
    if (organisation === null) return sendProblem(reply, refuse("not_found"), locale, request.id);
    const actorNow = async (): Promise<Actor> => {
      const cookies = cookieNames(options.publicUrl);
      const { actor } = await options.identify({
        sessionToken: request.cookies[cookies.session] ?? null,
        visitorToken: request.cookies[cookies.visitor] ?? "none",
        organisation,
        isWatching: true,
      });
      return actor;
    };
    const actor = await actorNow();
    const topics = topicsOf(request);
    if (topics === null) return sendProblem(reply, refuse("not_found"), locale, request.id);
    if (![...topics.values()].every((topic) => mayFollow(topic, actor))) {
      return sendProblem(reply, refuse(actor.anonymous ? "unauthenticated" : "forbidden"), locale, request.id);
    }
    const close = stream(reply, { orgId: organisation.orgId, topics, actor, actorNow, feed: options.feed });
    open.add(close);
    request.raw.on("close", () => {
      close();
      open.delete(close);
    });
    return reply;
  });
}

function topicsOf(request: FastifyRequest): ReadonlyMap<string, Topic> | null {
  const asked = (request.query as { topic?: string | string[] }).topic ?? [];
  const names = [...new Set(Array.isArray(asked) ? asked : [asked])];
  if (names.length === 0 || names.length > topicsAtMost) return null;
  const topics = new Map<string, Topic>();
  for (const name of names) {
    const topic = parseTopic(name);
    if (topic === null) return null;
    topics.set(name, topic);
  }
  return topics;
}

interface Stream {
  readonly orgId: string;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly actor: Actor;
  readonly actorNow: () => Promise<Actor>;
  readonly feed: ChangeFeed;
}

function stream(reply: FastifyReply, { orgId, topics, actor, actorNow, feed }: Stream): () => void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  let number = 0;
  const send = (event: LiveEvent): void => {
    number += 1;
    raw.write(`id: ${number}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  send({ type: "ready", topics: [...topics.keys()] });
  // Ids of an earlier stream mean nothing here: whoever reconnects reads its topics again.
  if (reply.request.headers["last-event-id"] !== undefined) {
    for (const topic of topics.keys()) send({ type: "reload", topic });
  }
  const unsubscribe = feed.subscribe((change) => {
    if (change.orgId !== orgId) return;
    for (const event of eventsFor(topics, change, actor, isoOf(systemClock.nowMs()))) send(event);
  });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks % heartbeatEvery === 0) raw.write(": still here\n\n");
    actorNow().then(
      (now) => {
        if (![...topics.values()].every((topic) => mayFollow(topic, now))) close();
      },
      // The database does not answer: that says nothing against the reader.
      () => {},
    );
  }, checkEveryMs);
  function close(): void {
    clearInterval(timer);
    unsubscribe();
    raw.end();
  }
  return close;
}
