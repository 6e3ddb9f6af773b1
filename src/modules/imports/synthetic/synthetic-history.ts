/**
 * A made-up past and future for a demo clinic: who came, who cancelled, who never showed up, who is still to come.
 *
 * Pure and the same for the same seed: openings come in expanded, visits go out as plain data. No provider, room or
 * patient is ever in two visits that both hold (a cancelled visit gives its time back). The diary is filled from a full
 * one by drawing visits: days past are fuller than days to come, and the farther ahead the emptier.
 */
import { MINUTES_PER_DAY } from "../../../domain/time/index.ts";
import type { HistoryInput, HistoryPatient, PlannedVisit, VisitPlace } from "./history-types.ts";
import { type PatientChoice, patientChoice } from "./patient-choice.ts";
import { type SeededRandom, sample, seededRandom } from "./seeded-random.ts";
import { bookedAtOf } from "./visit-booking-times.ts";
import { cancelledVisit, heldVisit, isRefillPossible, noShowGraceMinutes, refilledVisit } from "./visit-life.ts";
import { visitPlaces } from "./visit-places.ts";

const cancelledShare = 0.09;
const noShowShare = 0.06;
/** Every third cancelled visit makes room for another patient. */
const refilledShare = 0.33;
/** Visits to come thin out: after this many days the diary is a third as full. */
const bookingDepthDays = 21;

export function syntheticHistory(input: HistoryInput): PlannedVisit[] {
  const random = seededRandom(input.seed);
  const places = visitPlaces(random, input);
  const choice = patientChoice(random, input);
  const cancelledCount = Math.round(input.count * cancelledShare);

  const popularity = new Map(input.providers.map(({ id }) => [id, 0.6 + 0.8 * random.next()]));
  const taken = sample(random, places, input.count - cancelledCount, (place) => {
    const daysAhead = Math.max(0, (place.startsAt - input.now) / MINUTES_PER_DAY);
    return (popularity.get(place.providerId) ?? 1) * Math.exp(-daysAhead / bookingDepthDays);
  });
  const held = heldVisits(random, input, taken, choice);
  const isTaken = new Set(taken);
  const empty = places.filter((place) => !isTaken.has(place));
  const cancelled = cancelledVisits(random, input, cancelledCount, empty, held, choice);
  return [...held.map(({ visit }) => visit), ...cancelled].toSorted((a, b) => a.startsAt - b.startsAt);
}

interface Held {
  readonly place: VisitPlace;
  readonly visit: PlannedVisit;
}

function heldVisits(
  random: SeededRandom,
  input: HistoryInput,
  taken: readonly VisitPlace[],
  choice: PatientChoice,
): Held[] {
  const past = taken.filter(({ startsAt, endsAt }) => Math.max(endsAt, startsAt + noShowGraceMinutes) <= input.now);
  const missed = new Set(sample(random, past, Math.round(past.length * noShowShare), () => 1));
  // In the order of time, so that patients come back to the providers they have seen.
  return taken
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .flatMap((place) => {
      const patient = choice.chooseFor(place);
      if (!patient) return [];
      const bookedAt = bookedAtOf(random, place, input);
      return [{ place, visit: heldVisit(random, input, { place, patient, bookedAt, isMissed: missed.has(place) }) }];
    });
}

function cancelledVisits(
  random: SeededRandom,
  input: HistoryInput,
  count: number,
  empty: readonly VisitPlace[],
  held: readonly Held[],
  choice: PatientChoice,
): PlannedVisit[] {
  const withPatient = (place: VisitPlace, make: (patient: HistoryPatient) => PlannedVisit) => {
    const patient = choice.chooseForCancelled(place);
    return patient ? [make(patient)] : [];
  };
  const leftEmpty = sample(random, empty, Math.round(count * (1 - refilledShare)), ({ startsAt }) =>
    Math.exp(-Math.max(0, (startsAt - input.now) / MINUTES_PER_DAY) / bookingDepthDays),
  );
  const refillable = held.filter(({ place, visit }) => isRefillPossible({ place, bookedAt: visit.bookedAt }));
  const refilled = sample(random, refillable, count - leftEmpty.length, () => 1);
  return [
    ...leftEmpty.flatMap((place) =>
      withPatient(place, (patient) =>
        cancelledVisit(random, input, { place, patient, bookedAt: bookedAtOf(random, place, input) }),
      ),
    ),
    ...refilled.flatMap(({ place, visit }) =>
      withPatient(place, (patient) => refilledVisit(random, { place, patient, bookedAt: visit.bookedAt })),
    ),
  ];
}
