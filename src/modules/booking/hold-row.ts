/** A hold as the database keeps it, and as its holder sees it. */
import type { Hold } from "../../contract/routes/availability.ts";
import { isoOf, msOf } from "../../platform/clock/clock.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Context } from "../_kernel/index.ts";
import { momentOfIso } from "../availability/index.ts";
import { type Catalogue, presentLocation, presentProvider } from "../directory/index.ts";

export interface HoldRow {
  readonly id: string;
  readonly holder: Buffer;
  readonly serviceId: string;
  readonly providerId: string;
  readonly roomId: string | null;
  readonly locationId: string;
  readonly patientId: string | null;
  readonly movingAppointmentId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly expiresAt: string;
  readonly extended: boolean;
  readonly guestCipher: Buffer | null;
  readonly guestCodeId: string | null;
  readonly guestContact: "email" | "phone" | null;
  readonly guestVerifiedAt: string | null;
  readonly nowMs: number;
}

const selectHold = statement<HoldRow>(
  "booking.hold",
  `select id, holder, service_id as "serviceId", provider_id as "providerId", room_id as "roomId", location_id as "locationId",
          patient_id as "patientId", moving_appointment_id as "movingAppointmentId", starts_at as "startsAt", ends_at as "endsAt",
          expires_at as "expiresAt", extended, guest_cipher as "guestCipher", guest_code_id as "guestCodeId",
          guest_contact as "guestContact", guest_verified_at as "guestVerifiedAt",
          (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
   from hold where org_id = $1 and id = $2`,
);

const lockHold = statement<Pick<HoldRow, "id">>(
  "booking.lock-hold",
  "select id from hold where org_id = $1 and id = $2 for update",
);

/** As `readOwnHold`, after whoever else is at work on the hold has finished. */
export async function lockOwnHold(tx: Transaction, context: Context, holdId: string): Promise<HoldRow | null> {
  await tx.one(lockHold, [context.organisation.orgId, holdId]);
  return readOwnHold(tx, context, holdId);
}

/** One's own hold, made before signing in or after; somebody else's is not there. */
export async function readOwnHold(tx: Transaction, context: Context, holdId: string): Promise<HoldRow | null> {
  const row = await tx.one(selectHold, [context.organisation.orgId, holdId]);
  if (row === undefined) return null;
  const { holder, earlierHolder = holder } = context.actor;
  return row.holder.equals(holder) || row.holder.equals(earlierHolder) ? row : null;
}

export const isLapsed = (row: HoldRow): boolean => msOf(row.expiresAt) <= row.nowMs;

export function presentHold(row: HoldRow, catalogue: Catalogue, context: Context): Hold {
  const service = catalogue.services.get(row.serviceId);
  const provider = catalogue.providers.get(row.providerId);
  const location = catalogue.locations.get(row.locationId);
  if (service === undefined || provider === undefined || location === undefined)
    throw new Error(`hold ${row.id} names something unknown`);
  return {
    id: row.id,
    serviceId: row.serviceId,
    serviceName: service.name,
    provider: presentProvider(provider),
    location: presentLocation(location),
    modality: service.modality,
    start: momentOfIso(row.startsAt, location.zone),
    end: momentOfIso(row.endsAt, location.zone),
    expiresAt: row.expiresAt,
    serverNow: isoOf(row.nowMs),
    extended: row.extended,
    movingAppointmentId: row.movingAppointmentId,
    guest: guestStep(row, context),
  };
}

function guestStep(row: HoldRow, { actor }: Context): Hold["guest"] {
  if (!actor.anonymous) return "none";
  if (row.guestVerifiedAt !== null) return "verified";
  return row.guestCodeId === null ? "details" : "code";
}
