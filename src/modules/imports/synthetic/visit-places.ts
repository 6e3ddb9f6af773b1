/**
 * Fills every opening of every provider with visits, end to end, as a full diary would look.
 *
 * Example: an opening 09:00–10:00 with starts every 10 minutes and a service of 20 minutes plus 5 of clean-up gives
 * 09:00–09:20 and 09:30–09:50. Rooms are taken one visit at a time, buffers included.
 */
import type { Opening } from "../../../domain/schedule/index.ts";
import { asMinute, MINUTES_PER_DAY, offsetMinutesAt } from "../../../domain/time/index.ts";
import { type BusyTimes, busyTimes } from "./busy-times.ts";
import type { HistoryInput, HistoryService, VisitPlace } from "./history-types.ts";
import { type SeededRandom, weightedIndex } from "./seeded-random.ts";

interface Offer {
  readonly service: HistoryService;
  readonly durationMinutes: number;
}

export function visitPlaces(random: SeededRandom, input: HistoryInput): VisitPlace[] {
  const roomsBusy = busyTimes();
  const places: VisitPlace[] = [];
  for (const { id, openings } of input.providers) {
    const offers = input.services.flatMap((service): Offer[] => {
      const entry = service.providers.find(({ providerId }) => providerId === id);
      return entry ? [{ service, durationMinutes: entry.durationMinutes ?? service.durationMinutes }] : [];
    });
    for (const opening of openings) {
      for (const place of fillOpening(random, input, id, opening, offers, roomsBusy)) places.push(place);
    }
  }
  return places;
}

function fillOpening(
  random: SeededRandom,
  input: HistoryInput,
  providerId: string,
  opening: Opening,
  offers: readonly Offer[],
  roomsBusy: BusyTimes,
): VisitPlace[] {
  const places: VisitPlace[] = [];
  let from: number = opening.startsAt;
  while (from < opening.endsAt) {
    const fitting = offers.flatMap((offer) => placeFor(offer, from, providerId, opening, input, roomsBusy));
    if (fitting.length === 0) {
      // Perhaps a room is free a little later.
      from += 5;
      continue;
    }
    // Short visits are the everyday ones.
    const place =
      fitting[
        weightedIndex(
          random,
          fitting.map(({ startsAt, endsAt }) => 1 / (endsAt - startsAt)),
        )
      ];
    if (!place) break;
    const claim = claimOf(place);
    if (place.roomId !== null) roomsBusy.add(place.roomId, claim.from, claim.to);
    places.push(place);
    from = claim.to;
  }
  return places;
}

function placeFor(
  { service, durationMinutes }: Offer,
  from: number,
  providerId: string,
  { locationId, endsAt: closesAt }: Opening,
  input: HistoryInput,
  roomsBusy: BusyTimes,
): VisitPlace[] {
  const startsAt = nextStart(from + service.bufferBeforeMinutes, service.slotIntervalMinutes, input.zone);
  const base = {
    service,
    providerId,
    locationId,
    startsAt: asMinute(startsAt),
    endsAt: asMinute(startsAt + durationMinutes),
  };
  const claim = claimOf(base);
  const isBookable = startsAt < input.now + service.maxHorizonDays * MINUTES_PER_DAY;
  if (claim.to > closesAt || !isBookable) return [];
  if (service.roomIds.length === 0) return [{ ...base, roomId: null }];
  const room = input.rooms.find(
    ({ id, locationId: where }) =>
      where === locationId && service.roomIds.includes(id) && roomsBusy.isFree(id, claim.from, claim.to),
  );
  return room ? [{ ...base, roomId: room.id }] : [];
}

/** Provider and room are taken with the buffers, the patient without. */
function claimOf({ service, startsAt, endsAt }: Pick<VisitPlace, "service" | "startsAt" | "endsAt">) {
  return { from: startsAt - service.bufferBeforeMinutes, to: endsAt + service.bufferAfterMinutes };
}

/** Starts stand on a grid that begins at midnight of the place's clock. */
function nextStart(minute: number, interval: number, zone: string): number {
  const offset = offsetMinutesAt(zone, minute);
  const sinceMidnight = (minute + offset) % MINUTES_PER_DAY;
  return minute + ((interval - (sinceMidnight % interval)) % interval);
}
