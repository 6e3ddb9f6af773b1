/**
 * One line of a history file (JSON Lines, https://jsonlines.org): an appointment with its times, keys as in the clinic's
 * file, the patient's identifier as in the patients' file. The format is described in docs/IMPORT.md.
 */
import { z } from "zod";
import { instant } from "../../../contract/values.ts";
import { type Minute, parseInstant } from "../../../domain/time/index.ts";
import { readText } from "../record-files/read-text.ts";
import type { RecordProblem } from "../record-files/record-problem.ts";
import type { HistoryVisit } from "./history-visit.ts";

const moment = instant.transform((text, context): Minute => {
  const parsed = parseInstant(text);
  if (parsed.ok) return parsed.minute;
  context.addIssue({ code: "custom", message: parsed.code });
  return z.NEVER;
});
const maybe = moment.nullish().transform((value) => value ?? null);
const name = z.string().min(1).max(200);
const requester = z.enum(["patient", "provider", "clinic"]);

const historyLine = z.strictObject({
  id: name,
  patient: name,
  service: name,
  provider: name,
  location: name,
  room: name.nullish(),
  startsAt: moment,
  endsAt: moment,
  status: z.enum(["booked", "checked-in", "fulfilled", "noshow", "cancelled"]),
  bookedAt: moment,
  channel: z.enum(["online", "phone", "desk"]).default("phone"),
  reason: z.string().max(1000).default(""),
  notes: z.string().max(4000).nullish(),
  confirmation: z.strictObject({ at: moment, method: z.enum(["verbal", "email", "sms", "portal"]) }).nullish(),
  move: z.strictObject({ at: moment, requester, fromStartsAt: moment, fromEndsAt: moment }).nullish(),
  cancellation: z.strictObject({ at: moment, requester, reason: z.string().min(1).max(1000) }).nullish(),
  arrivedAt: maybe,
  checkedInAt: maybe,
  startedAt: maybe,
  finishedAt: maybe,
  noShowAt: maybe,
});

/** The visits that could be read; of the others `onRefused` hears, line by line. */
export function readHistoryFile(file: Uint8Array, onRefused: (problem: RecordProblem) => void): HistoryVisit[] {
  const text = readText(file);
  if (text === null) onRefused({ code: "not_utf8", at: 0, params: {} });
  else if (text.trim() === "") onRefused({ code: "empty_file", at: 0, params: {} });
  return text === null ? [] : readLines(text, onRefused);
}

function readLines(text: string, onRefused: (problem: RecordProblem) => void): HistoryVisit[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const at = index + 1;
    const read = readLine(line);
    if (typeof read !== "string") return [visitOf(read, at)];
    onRefused({ code: "bad_record", at, params: { field: read } });
    return [];
  });
}

/** The line, or the name of the first field that is wrong. */
function readLine(line: string): z.infer<typeof historyLine> | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return "JSON";
  }
  const read = historyLine.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.code === "unrecognized_keys" ? issue.keys : (issue?.path ?? []);
  return path.map(String).join(".") || "JSON";
}

/** Who came but whose leaving is not on record left at the end; a missed visit was missed at its start. */
function visitOf(line: z.infer<typeof historyLine>, at: number): HistoryVisit {
  const { id, patient, service, provider, location, room, notes, confirmation, move, cancellation, ...rest } = line;
  return {
    ...rest,
    ...{ key: id, at, patientId: patient, serviceId: service, providerId: provider, locationId: location },
    roomId: room ?? null,
    notes: notes ?? null,
    confirmation: confirmation ?? null,
    move: move ?? null,
    cancellation: cancellation ?? null,
    finishedAt: line.status === "fulfilled" ? (line.finishedAt ?? line.endsAt) : line.finishedAt,
    // What the clinic's file says of buffers holds for all its visits.
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
  };
}
