/** What happened to one visit: booked, perhaps moved, confirmed, and kept, missed or cancelled, each at a likely time. */
import { asMinute, MINUTES_PER_DAY, type Minute } from "../../../domain/time/index.ts";
import type { HistoryInput, HistoryPatient, PlannedVisit, Requester, VisitPlace } from "./history-types.ts";
import { type SeededRandom, weightedIndex } from "./seeded-random.ts";
import { cancellationReasons, visitReasons } from "./visit-reasons.ts";

interface Booking {
  readonly place: VisitPlace;
  readonly patient: HistoryPatient;
  readonly bookedAt: Minute;
}

const movedShare = 0.08;
const confirmedShare = 0.6;
export const noShowGraceMinutes = 20;
const earliestArrivalMinutes = 20;

/** A visit that holds its time: kept, missed, going on, or still to come. */
export function heldVisit(
  random: SeededRandom,
  input: HistoryInput,
  { isMissed, ...booking }: Booking & { readonly isMissed: boolean },
): PlannedVisit {
  const { startsAt } = booking.place;
  const move = random.chance(movedShare) ? moveOf(random, input, booking) : null;
  const visit = {
    ...bookedVisit(random, booking),
    move,
    confirmation: confirmationOf(random, input, booking, move?.at),
  };
  if (isMissed) {
    return { ...visit, status: "noshow", noShowAt: asMinute(startsAt + noShowGraceMinutes) };
  }
  return startsAt > input.now ? visit : { ...visit, ...stayOf(random, input, booking.place) };
}

/** A visit whose time stayed empty after the cancellation. */
export function cancelledVisit(random: SeededRandom, input: HistoryInput, booking: Booking): PlannedVisit {
  const { place, bookedAt } = booking;
  const latest = Math.min(place.startsAt - 30, input.now);
  // Most people cancel in the last days before the visit.
  const back = (latest - bookedAt) * random.next() ** 2;
  return cancelled(random, booking, asMinute(Math.max(bookedAt, Math.floor(latest - back))));
}

/** Whether there was time to book and cancel a visit before this one took its place. */
export function isRefillPossible({ place, bookedAt }: Pick<Booking, "place" | "bookedAt">): boolean {
  return bookedAt - windowOpensAt(place) > MINUTES_PER_DAY;
}

/** A visit whose time was booked again by somebody else, at `bookedAt`; it was cancelled just before that. */
export function refilledVisit(random: SeededRandom, later: Booking): PlannedVisit {
  const cancelledAt = later.bookedAt - random.integer(5, 600);
  const earliest = Math.max(windowOpensAt(later.place), cancelledAt - 10 * MINUTES_PER_DAY);
  const bookedAt = asMinute(random.integer(earliest, cancelledAt - 30));
  return cancelled(random, { ...later, bookedAt }, asMinute(cancelledAt));
}

function windowOpensAt({ startsAt, service }: VisitPlace): Minute {
  return asMinute(startsAt - service.maxHorizonDays * MINUTES_PER_DAY);
}

function cancelled(random: SeededRandom, booking: Booking, at: Minute): PlannedVisit {
  const requester = requesterOf(random, [85, 9, 6]);
  const reason = random.pick(cancellationReasons[requester][booking.patient.locale]);
  return { ...bookedVisit(random, booking), status: "cancelled", cancellation: { at, requester, reason } };
}

function bookedVisit(random: SeededRandom, { place, patient, bookedAt }: Booking): PlannedVisit {
  const channels = ["online", "phone", "desk"] as const;
  return {
    patientId: patient.id,
    serviceId: place.service.id,
    providerId: place.providerId,
    locationId: place.locationId,
    roomId: place.roomId,
    startsAt: place.startsAt,
    endsAt: place.endsAt,
    bufferBeforeMinutes: place.service.bufferBeforeMinutes,
    bufferAfterMinutes: place.service.bufferAfterMinutes,
    status: "booked",
    bookedAt,
    channel: channels[weightedIndex(random, [place.service.isOnlineBookable ? 48 : 0, 37, 15])] ?? "phone",
    reason: random.pick(visitReasons[place.service.theme][patient.locale]),
    confirmation: null,
    move: null,
    cancellation: null,
    arrivedAt: null,
    checkedInAt: null,
    startedAt: null,
    finishedAt: null,
    noShowAt: null,
  };
}

/** The first date lay one or two weeks before or after, at the same time of day; it must have been still to come. */
function moveOf(random: SeededRandom, { now }: HistoryInput, { place, bookedAt }: Booking): PlannedVisit["move"] {
  const shift = random.pick([-14, -7, 7, 14]) * MINUTES_PER_DAY;
  const fromStartsAt = asMinute(place.startsAt + shift);
  const latest = Math.min(place.startsAt, fromStartsAt, now) - 60;
  if (latest <= bookedAt) return null;
  return {
    at: asMinute(random.integer(bookedAt + 1, latest)),
    requester: requesterOf(random, [75, 10, 15]),
    fromStartsAt,
    fromEndsAt: asMinute(place.endsAt + shift),
  };
}

/** People answer the reminder in the last two days before the visit, and not once they stand at the desk. */
function confirmationOf(
  random: SeededRandom,
  { now }: HistoryInput,
  { place, bookedAt }: Booking,
  movedAt: Minute | undefined,
): PlannedVisit["confirmation"] {
  const earliest = Math.max(movedAt ?? bookedAt, place.startsAt - 2 * MINUTES_PER_DAY) + 1;
  const latest = Math.min(place.startsAt - earliestArrivalMinutes - 1, now);
  if (latest < earliest || !random.chance(confirmedShare)) return null;
  const methods = ["sms", "email", "portal", "verbal"] as const;
  const method = methods[weightedIndex(random, [50, 25, 15, 10])] ?? "sms";
  return { at: asMinute(random.integer(earliest, latest)), method };
}

type Stay = Pick<PlannedVisit, "status" | "arrivedAt" | "checkedInAt" | "startedAt" | "finishedAt">;

/** Somebody who came: a few minutes early, called in about on time; still there if the visit is going on. */
function stayOf(random: SeededRandom, { now }: HistoryInput, { startsAt, endsAt }: VisitPlace): Stay {
  const arrivedAt = startsAt - random.integer(3, earliestArrivalMinutes);
  const checkedInAt = arrivedAt + random.integer(1, 3);
  const startedAt = Math.max(checkedInAt, startsAt + random.integer(-2, 10));
  const finishedAt = startedAt + Math.round((endsAt - startsAt) * (0.8 + 0.3 * random.next()));
  const isOver = finishedAt <= now;
  return {
    status: isOver ? "fulfilled" : "checked-in",
    arrivedAt: asMinute(arrivedAt),
    checkedInAt: asMinute(checkedInAt),
    startedAt: startedAt <= now ? asMinute(startedAt) : null,
    finishedAt: isOver ? asMinute(finishedAt) : null,
  };
}

function requesterOf(
  random: SeededRandom,
  weights: readonly [patient: number, provider: number, clinic: number],
): Requester {
  return (["patient", "provider", "clinic"] as const)[weightedIndex(random, weights)] ?? "patient";
}
