/**
 * Who provides a service must work where it has a room.
 *
 * Example: an ultrasound takes a room with the capability `ultrasound`; the only one stands in the main building. A
 * provider with hours in the annex alone could never be booked for it.
 */
import type { RoomNeed } from "../../../contract/clinic-file/index.ts";
import type { Report } from "../finding.ts";
import { entriesOf, type ReadableClinic } from "../readable-clinic.ts";
import type { Path, Readable } from "../readable-part.ts";
import { isRoomFor } from "../rooms-for-service.ts";
import { nearestFirst } from "./nearest-first.ts";

type ReadableRoom = NonNullable<NonNullable<ReadableClinic["rooms"]>[number]>;

export function checkRooms(file: ReadableClinic, report: Report): void {
  for (const [index, service] of entriesOf(file.services)) {
    const path: Path = ["services", index];
    if (service.providers?.length === 0) {
      report([...path, "providers"], "service_without_provider", { found: service.key ?? "" });
    }
    if (!service.room) continue;
    const need = service.room;
    // What was written counts, even where its value could not be read and is reported already.
    if ((["anyOf", "kind", "capability"] as const).filter((way) => way in need).length !== 1) {
      report([...path, "room"], "room_need_unclear");
      continue;
    }
    const rooms = roomsOf(file).filter((room) => isRoomFor(need, room));
    if (rooms.length === 0) reportNoRoom(need, file, [...path, "room"], report);
    else checkProvidersReach(rooms, index, file, report);
  }
}

/** Rooms named one by one that do not exist are reported as unknown keys already. */
function reportNoRoom(need: Readable<RoomNeed>, file: ReadableClinic, path: Path, report: Report): void {
  const rooms = roomsOf(file);
  const [field, offered] =
    need.kind === undefined
      ? (["capability", rooms.flatMap((room) => room.capabilities ?? [])] as const)
      : (["kind", rooms.map((room) => room.kind)] as const);
  const wanted = need[field];
  if (wanted === undefined) return;
  const known = [...new Set(offered)].filter((word) => word !== undefined);
  report([...path, field], "no_such_room", { known: nearestFirst(wanted, known).join(", ") });
}

function roomsOf(file: ReadableClinic): ReadableRoom[] {
  return [...entriesOf(file.rooms)].map(([, room]) => room);
}

function checkProvidersReach(
  rooms: readonly ReadableRoom[],
  index: number,
  file: ReadableClinic,
  report: Report,
): void {
  const places = new Set(rooms.map((room) => room.location));
  for (const [row, entry] of entriesOf(file.services?.[index]?.providers)) {
    const provider = file.providers?.find((candidate) => candidate !== undefined && candidate.key === entry.provider);
    const works = new Set(
      [...entriesOf(provider?.hours), ...entriesOf(provider?.exceptions)]
        .filter(([, when]) => !("kind" in when) || when.kind !== "closed")
        .map(([, when]) => when.location)
        .filter((location) => location !== undefined),
    );
    if (works.size === 0 || [...works].some((location) => places.has(location))) continue;
    report(["services", index, "providers", row, "provider"], "room_elsewhere", {
      provider: entry.provider ?? "",
      locations: [...works].join(", "),
    });
  }
}
