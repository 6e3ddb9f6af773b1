/** Topics of the live stream, who may follow them, and which of them a change concerns. */

import type { LiveEvent } from "../../contract/routes/oversight.ts";
import { grantFor } from "../../domain/access/index.ts";
import type { Actor, Change } from "../_kernel/index.ts";

export type Topic =
  | { readonly kind: "diary"; readonly localDate: string }
  | { readonly kind: "availability"; readonly serviceId: string }
  | { readonly kind: "own" };

export function parseTopic(text: string): Topic | null {
  if (text === "own") return { kind: "own" };
  const diary = /^diary:(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (diary?.[1] !== undefined) return { kind: "diary", localDate: diary[1] };
  const availability = /^availability:([0-9a-f-]{36})$/.exec(text);
  if (availability?.[1] !== undefined) return { kind: "availability", serviceId: availability[1] };
  return null;
}

export function mayFollow(topic: Topic, actor: Actor): boolean {
  switch (topic.kind) {
    case "diary":
      return grantFor("diary.view", actor.roles) !== null;
    case "availability":
      return grantFor("availability.search", actor.roles) !== null;
    case "own":
      return actor.patientId !== null;
  }
}

function concerns(topic: Topic, change: Change, actor: Actor): boolean {
  switch (topic.kind) {
    case "diary":
      return change.localDates.includes(topic.localDate) || change.what === "hours";
    case "availability":
      // A provider's time is shared by services: any change of time may concern this one.
      return true;
    case "own":
      return change.patientId !== null && change.patientId === actor.patientId;
  }
}

/** What this stream is told of the change; who follows a public topic is told of no appointment. */
export function eventsFor(topics: ReadonlyMap<string, Topic>, change: Change, actor: Actor, at: string): LiveEvent[] {
  const events: LiveEvent[] = [];
  for (const [name, topic] of topics) {
    if (!concerns(topic, change, actor)) continue;
    events.push({
      type: "changed",
      topic: name,
      what: change.what,
      appointmentId: topic.kind === "availability" ? null : change.appointmentId,
      resourceIds:
        topic.kind === "own"
          ? []
          : change.deltas.map(({ resourceId }) => resourceId).filter((id) => id !== change.patientId),
      localDates: [...change.localDates],
      at,
    });
  }
  return events;
}
