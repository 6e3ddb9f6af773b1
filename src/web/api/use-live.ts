import { useEffect, useEffectEvent } from "react";
import type { LiveEvent } from "../../contract/routes/oversight.ts";
import { LiveHub } from "./live-hub.ts";

const hubs = new Map<string, LiveHub>();

function hubOf(slug: string): LiveHub {
  const known = hubs.get(slug);
  if (known !== undefined) return known;
  const hub = new LiveHub(slug);
  hubs.set(slug, hub);
  return hub;
}

/**
 * Hears what changes elsewhere, within a second of the commit. Topics: `diary:<localDate>`, `availability:<serviceId>`,
 * `own`. Events carry ids and times only: read again what they name. `reload` means that events may have been missed.
 */
export function useLive(slug: string, topics: readonly string[], onEvent: (event: LiveEvent) => void): void {
  const hear = useEffectEvent(onEvent);
  const joined = topics.join(" ");
  useEffect(() => {
    if (joined === "") return;
    return hubOf(slug).add({ topics: joined.split(" "), onEvent: (event) => hear(event) });
  }, [slug, joined]);
}
