/** Which rooms of a clinic file a service may take; empty where it takes none. */
import type { ClinicFile, RoomEntry, RoomNeed, ServiceEntry } from "../../contract/clinic-file/index.ts";
import type { Readable } from "./readable-part.ts";

export function roomsForService({ room: need }: ServiceEntry, { rooms }: ClinicFile): string[] {
  return need ? rooms.filter((room) => isRoomFor(need, room)).map(({ key }) => key) : [];
}

export function isRoomFor(need: Readable<RoomNeed>, { key, kind, capabilities }: Readable<RoomEntry>): boolean {
  if (need.anyOf !== undefined) return key !== undefined && need.anyOf.includes(key);
  if (need.kind !== undefined) return need.kind === kind;
  return need.capability !== undefined && (capabilities ?? []).includes(need.capability);
}
