/** Bookings put straight to the database's one function, with the values that the API would send, and no API before it. */
import { createHash } from "node:crypto";
import { asMinute, type TimeRange } from "../../src/domain/time/index.ts";
import { auditRow, type Context, type Duties } from "../../src/modules/_kernel/index.ts";
import {
  bookVisitValues,
  changeRecord,
  confirmation,
  newAppointmentRow,
} from "../../src/modules/booking/book-visit.ts";
import { announce } from "../../src/modules/booking/booking-change.ts";
import { type ClaimRange, claimsOfVisit } from "../../src/modules/booking/plan-visit.ts";
import type { CatalogueService } from "../../src/modules/directory/index.ts";
import { findOrganisation } from "../../src/modules/organisations/index.ts";
import { systemClock } from "../../src/platform/clock/clock.ts";
import { newKey } from "../../src/platform/crypto/field-cipher.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import type { Stage } from "./stage.ts";

export interface DirectVisit {
  readonly service: CatalogueService;
  readonly providerId: string;
  readonly roomId: string | null;
  readonly patientId: string;
  readonly visit: TimeRange;
  /** Resources besides provider, room and patient. */
  readonly devices?: readonly string[];
  readonly hold?: { readonly id: string; readonly holder: Buffer; readonly reacquire: boolean };
  /** The order in which the claims are asked for; it should not matter. */
  readonly inOrder?: (claims: readonly ClaimRange[]) => readonly ClaimRange[];
}

export interface DirectBooking {
  readonly id: string;
  /** For `select book_visit($1, … $16)`. */
  readonly values: unknown[];
}

export type DirectVisits = (visit: DirectVisit) => DirectBooking;

const patientKey = newKey();
const bodyHash = createHash("sha256").update("a direct visit").digest();

export async function directVisits(stage: Stage): Promise<DirectVisits> {
  const { installation, slug, catalogue } = stage;
  const organisation = await findOrganisation(installation.database)(slug);
  if (organisation === null) throw new Error("the clinic has no address");
  const [location] = catalogue.locations.values();
  if (location === undefined) throw new Error("the clinic has no place");
  const { orgId } = organisation;
  return ({ service, providerId, roomId, patientId, visit, devices = [], hold, inOrder = (claims) => claims }) => {
    const context = deskContext(organisation);
    const row = newAppointmentRow({
      ...{ context, service, patientId, patientKey, providerId, roomId, locationId: location.id, visit },
      ...{ zone: location.zone, channel: "phone", reason: "Palpitations" },
    });
    const claims = [...claimsOfVisit({ ...row, ...visit }), ...devices.map((resourceId) => ({ resourceId, ...visit }))];
    const duties = dutiesOf(stage, context, row.id, patientId);
    const announced = announce({
      ...{ type: "appointment.booked", orgId, subjectId: row.id, sequence: 0, appointmentId: row.id, patientId },
      ...{ serviceId: service.id, visits: [{ ...visit, zone: location.zone }], taken: claims },
    });
    const values = bookVisitValues({
      ...{ orgId, duties, holdId: hold?.id ?? null, holder: hold?.holder ?? null, reacquire: hold?.reacquire ?? false },
      ...{ movingId: null, expectedVersion: null, claims: inOrder(claims), row, announced, toContact: null },
      origins: { bookedBy: context.actor.personId, identityCheckedBy: "phone", overrides: [] },
      change: changeRecord({
        ...{
          context,
          appointmentId: row.id,
          kind: "booked",
          actorRole: "staff",
          requester: "patient",
          channel: "phone",
        },
        ...{ patientKey, fromStatus: null, toStatus: "booked" },
        newValues: { startsAt: row.startsAt, providerId, roomId, locationId: location.id, overridden: [] },
      }),
      confirmation: confirmation(context, "booking", "verbal"),
      audit: duties.auditRow("done", null),
    });
    return { id: row.id, values };
  };
}

function deskContext(organisation: Context["organisation"]): Context {
  const personId = newId();
  return {
    organisation,
    actor: {
      ...{ personId, sessionId: newId(), roles: ["public", "front-desk"], patientId: null, providerId: null },
      ...{ departmentIds: [], holder: Buffer.from(personId), anonymous: false },
    },
    ...{ locale: "en", requestId: newId(), addressHash: Buffer.alloc(32), origin: "bench", nowMs: systemClock.nowMs() },
  };
}

function dutiesOf({ installation }: Stage, context: Context, subjectId: string, patientId: string): Duties {
  const facts = { action: "appointment.book", subjectType: "appointment", subjectId, patientId };
  return {
    actorKey: context.actor.personId ?? "",
    idempotencyKey: newId(),
    bodyHash,
    auditRow: (outcome, code) => auditRow(installation.keyring, context, facts, outcome, code),
  };
}

export const rangeFrom = (startsAt: string, minutes: number): TimeRange => {
  const minute = Temporal.Instant.from(startsAt).epochMilliseconds / 60_000;
  return { startsAt: asMinute(minute), endsAt: asMinute(minute + minutes) };
};
