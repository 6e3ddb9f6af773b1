/** RFC 9457 problem documents, as every refusal and error of the API is answered. */
import { z } from "zod";
import { appointment, trigger } from "./routes/appointments.ts";
import { alternative, refusalReason } from "./routes/availability.ts";
import { patientMatch } from "./routes/patients.ts";

export const problem = z.strictObject({
  /** `urn:cita:problem:<code>` */
  type: z.string(),
  code: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  /** Reference to quote; finds the log line and the audit row. */
  reference: z.string(),
  recovery: z.strictObject({ action: z.string(), label: z.string(), text: z.string() }),
  fields: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  reasons: z.array(refusalReason).optional(),
  alternatives: z.array(alternative).optional(),
  duplicates: z.array(patientMatch).optional(),
  /** The newest state, to those who may see it, after a stale version or a step that is not allowed now. */
  current: appointment.optional(),
  allowed: z.array(trigger).optional(),
  /** The clinic's phone where calling is the way on. */
  phone: z.string().optional(),
  retryAfterSeconds: z.int().optional(),
});
export type Problem = z.infer<typeof problem>;
