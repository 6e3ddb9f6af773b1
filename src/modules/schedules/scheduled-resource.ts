/**
 * The provider or room whose time is managed, if it is within the reader's reach; otherwise it is not there [ID-04].
 *
 * 'Own' is one's own calendar; a department's are its providers and the rooms at its places.
 */
import type { Scope } from "../../domain/access/index.ts";
import type { LocalDate, ZoneId } from "../../domain/time/index.ts";
import { localDateOf, minuteOfEpochMs } from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Actor, Context } from "../_kernel/index.ts";
import { type Catalogue, type CatalogueLocation, catalogueInside } from "../directory/index.ts";

export interface ScheduledResource {
  readonly id: string;
  readonly kind: "provider" | "room";
  readonly name: string;
  /** A room stands at one place; a provider works wherever there are hours. */
  readonly roomLocationId: string | null;
  /** Of its first place, or of the organisation. */
  readonly zone: ZoneId;
  /** All places of the organisation. */
  readonly locations: Catalogue["locations"];
}

interface Asking {
  readonly tx: Transaction;
  readonly context: Context;
  readonly scope: Scope;
  readonly params: { readonly id: string };
}

export async function findScheduledResource({ tx, context, scope, params }: Asking): Promise<ScheduledResource | null> {
  const { actor, organisation } = context;
  const catalogue = await catalogueInside(tx, organisation.orgId);
  const { locations } = catalogue;
  const room = catalogue.rooms.get(params.id);
  if (room !== undefined) {
    const place = locations.get(room.locationId);
    if (!isRoomInReach(catalogue, scope, actor, room.locationId)) return null;
    const zone = place?.zone ?? organisation.zone;
    return { id: room.id, kind: "room", name: room.name, roomLocationId: room.locationId, zone, locations };
  }
  const provider = catalogue.providers.get(params.id);
  if (provider === undefined || !isProviderInReach(scope, actor, provider)) return null;
  const firstPlace = [...locations.values()].find(({ id }) => provider.locationIds.includes(id));
  const zone = firstPlace?.zone ?? organisation.zone;
  return { id: provider.id, kind: "provider", name: provider.displayName, roomLocationId: null, zone, locations };
}

function isRoomInReach({ departments }: Catalogue, scope: Scope, actor: Actor, locationId: string): boolean {
  if (scope !== "department") return scope === "organisation";
  return actor.departmentIds.some((id) => departments.get(id)?.locationIds.includes(locationId) ?? false);
}

function isProviderInReach(
  scope: Scope,
  actor: Actor,
  provider: { id: string; departmentIds: readonly string[] },
): boolean {
  if (scope === "organisation" || provider.id === actor.providerId) return true;
  return scope === "department" && provider.departmentIds.some((id) => actor.departmentIds.includes(id));
}

/** Where the resource can have hours: a place that is in use, and for a room its own. */
export function placeOf(resource: ScheduledResource, locationId: string): CatalogueLocation | undefined {
  const place = resource.locations.get(locationId);
  const isElsewhere = resource.roomLocationId !== null && resource.roomLocationId !== locationId;
  return place?.active && !isElsewhere ? place : undefined;
}

export const todayAt = (zone: ZoneId, { nowMs }: Context): LocalDate => localDateOf(minuteOfEpochMs(nowMs), zone);

const lockResource = statement(
  "schedules.lock-resource",
  "select id from resource where org_id = $1 and id = $2 for no key update",
);

/** The guard: while it is held nobody frees time of the resource, and no other command changes its schedule. */
export async function lockGuard(tx: Transaction, orgId: string, resourceId: string): Promise<void> {
  await tx.run(lockResource, [orgId, resourceId]);
}
