/** Audit for supervisors, the demo's outbox, and the live stream. */
import { z } from "zod";
import { route } from "../route.ts";
import { id, instant, locale, slugParams } from "../values.ts";

export const auditEvent = z.strictObject({
  id,
  at: instant,
  actorName: z.string(),
  role: z.string(),
  action: z.string(),
  outcome: z.enum(["done", "refused", "failed"]),
  /** Code of the refusal or failure. */
  code: z.string().nullable(),
  subjectType: z.string().nullable(),
  subjectId: id.nullable(),
  patientId: id.nullable(),
  requestId: z.string(),
  origin: z.string(),
  sealed: z.boolean(),
});

export const listAuditEvents = route({
  method: "GET",
  path: "/organisations/:slug/audit",
  summary: "Audit events, newest first",
  params: slugParams,
  query: z.strictObject({
    from: instant.optional(),
    to: instant.optional(),
    action: z.string().max(64).optional(),
    outcome: z.enum(["done", "refused", "failed"]).optional(),
    patientId: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  answer: z.strictObject({ events: z.array(auditEvent), more: z.boolean() }),
});

export const verifyAudit = route({
  method: "POST",
  path: "/organisations/:slug/audit/verify",
  summary: "Check every audit row and seal",
  params: slugParams,
  answer: z.strictObject({
    intact: z.boolean(),
    checked: z.int(),
    waiting: z.int(),
    findings: z.array(z.strictObject({ kind: z.string(), eventId: id.nullable(), detail: z.string() })),
  }),
});

/** Demo mode only: every message as the person got it, newest first. */
export const listOutbox = route({
  method: "GET",
  path: "/platform/outbox",
  summary: "The demo's outbox: every message as the person got it",
  query: z.strictObject({
    address: z.string().max(254).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  answer: z.strictObject({
    messages: z.array(
      z.strictObject({
        id: z.string(),
        channel: z.enum(["email", "sms"]),
        to: z.string(),
        from: z.string(),
        subject: z.string().nullable(),
        text: z.string(),
        html: z.string().nullable(),
        attachments: z.array(z.strictObject({ name: z.string(), contentType: z.string(), content: z.string() })),
        receivedAt: instant,
        locale: locale.nullable(),
      }),
    ),
  }),
});

/**
 * What the live stream (`GET /api/v1/organisations/:slug/live?topic=…`, server-sent events) carries: ids and times only.
 * Topics: `diary:<localDate>`, `availability:<serviceId>`, `own`. An unknown last-event id is answered with `reload`.
 */
export const liveEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready"), topics: z.array(z.string()) }),
  z.strictObject({ type: z.literal("reload"), topic: z.string() }),
  z.strictObject({
    type: z.literal("changed"),
    topic: z.string(),
    what: z.enum(["appointment", "hold", "closure", "hours"]),
    appointmentId: id.nullable(),
    resourceIds: z.array(id),
    localDates: z.array(z.string()),
    at: instant,
  }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
