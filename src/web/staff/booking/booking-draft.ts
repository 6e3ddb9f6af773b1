/**
 * What the desk has chosen and typed for one booking, and when a step is complete.
 *
 * Example: from a gap at Dr Ruiz, 10:20, provider, date and time are known; the service is still to be chosen, so the
 * first step is not complete. The second wants a patient and how they were identified [BOOK-02].
 */
import type { Patient } from "../../../contract/routes/patients.ts";
import type { RequestOf } from "../../api/index.ts";
import { present } from "../times/present.ts";
import { overrideOf, type Verdict } from "../times/verdict.ts";
import type { WantedVisit } from "../times/wanted-visit.ts";
import type { BookingStart } from "./booking-context.ts";

type Body = RequestOf<"appointments.book-directly">["body"];
export type Identity = Body["identityCheckedBy"];

export interface BookingDraft {
  readonly serviceId: string | null;
  readonly providerId: string | null;
  readonly locationId: string | undefined;
  readonly roomId: string | undefined;
  readonly localDate: string;
  readonly localTime: string;
  readonly startsAt: string | undefined;
  readonly patient: Patient | null;
  readonly identity: Identity | null;
  readonly reason: string;
  readonly notes: string;
  readonly channel: Body["channel"];
  readonly overrideReason: string;
}

export function draftFrom(start: BookingStart, today: string): BookingDraft {
  return {
    serviceId: null,
    providerId: start.providerId ?? null,
    locationId: start.locationId,
    roomId: start.roomId,
    localDate: start.localDate ?? today,
    localTime: start.localTime ?? "",
    startsAt: undefined,
    patient: start.patient ?? null,
    identity: null,
    reason: "",
    notes: "",
    channel: "phone",
    overrideReason: "",
  };
}

/** The question to the server, as soon as there is one. */
export function wantedVisit(draft: BookingDraft): WantedVisit | null {
  const { serviceId, providerId, locationId, roomId, localDate, localTime, startsAt } = draft;
  if (serviceId === null || providerId === null || localTime === "") return null;
  const patientId = draft.patient?.id;
  return {
    serviceId,
    providerId,
    locationId,
    roomId,
    patientId,
    time: { localDate, localTime, startsAt },
  };
}

export function isVisitComplete(draft: BookingDraft, verdict: Verdict): boolean {
  return verdict.kind === "free" || (verdict.kind === "override" && draft.overrideReason.trim() !== "");
}

export function isPatientComplete(draft: BookingDraft): boolean {
  return draft.patient !== null && draft.identity !== null;
}

/** The request, once everything is chosen; null before. */
export function bookingBody(draft: BookingDraft, verdict: Verdict): Body | null {
  const { serviceId, providerId, patient, identity, locationId, roomId } = draft;
  if (serviceId === null || providerId === null || patient === null || identity === null) return null;
  if (verdict.kind !== "free" && verdict.kind !== "override") return null;
  return {
    ...{
      serviceId,
      providerId,
      patientId: patient.id,
      identityCheckedBy: identity,
      channel: draft.channel,
    },
    ...present({
      locationId,
      roomId,
      reason: orAbsent(draft.reason),
      notes: orAbsent(draft.notes),
    }),
    startsAt: verdict.start.at,
    ...overrideOf(verdict, draft.overrideReason.trim()),
  };
}

function orAbsent(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}
