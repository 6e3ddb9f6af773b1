/**
 * Who comes: children to the pediatrician, women to the gynecologist, some people often and most of them seldom, and
 * more often than not to the provider they know. Nobody has two visits within three hours.
 */
import { localDateOf, type Minute } from "../../../domain/time/index.ts";
import { busyTimes } from "./busy-times.ts";
import type { HistoryInput, HistoryPatient, VisitPlace } from "./history-types.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { VisitTheme } from "./visit-reasons.ts";

export interface PatientChoice {
  /** Somebody suitable and free, who then is busy; undefined when nobody was found. */
  chooseFor(place: VisitPlace): HistoryPatient | undefined;
  /** The same for a visit that did not take place: nobody becomes busy. */
  chooseForCancelled(place: VisitPlace): HistoryPatient | undefined;
}

const tries = 60;
const shareOfReturning = 0.5;
/** Nobody has more visits than this many times the average. */
const mostTimesAverage = 3;
const minutesApart = 180;

export function patientChoice(random: SeededRandom, { patients, zone, count }: HistoryInput): PatientChoice {
  const busy = busyTimes();
  const knownTo = new Map<string, HistoryPatient[]>();
  const visitsOf = new Map<string, number>();
  const mostVisits = Math.ceil((mostTimesAverage * count) / Math.max(patients.length, 1));
  const cumulative = cumulativeWeights(random, patients.length);

  const anybody = () => patients[indexAt(cumulative, random.next() * (cumulative.at(-1) ?? 0))];
  const find = (place: VisitPlace) => {
    const known = knownTo.get(place.providerId) ?? [];
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const patient = known.length > 0 && random.chance(shareOfReturning) ? random.pick(known) : anybody();
      if (!patient || (visitsOf.get(patient.id) ?? 0) >= mostVisits) continue;
      if (!isSuitable(patient, place.service.theme, place.startsAt, zone)) continue;
      if (busy.isFree(patient.id, place.startsAt - minutesApart, place.endsAt + minutesApart)) return patient;
    }
    return undefined;
  };

  return {
    chooseForCancelled: find,
    chooseFor: (place) => {
      const patient = find(place);
      if (!patient) return undefined;
      busy.add(patient.id, place.startsAt, place.endsAt);
      visitsOf.set(patient.id, (visitsOf.get(patient.id) ?? 0) + 1);
      knownTo.set(place.providerId, [...(knownTo.get(place.providerId) ?? []), patient]);
      return patient;
    },
  };
}

/** How often each patient needs care: log-normal, so that a tenth of them have a third of all visits. */
function cumulativeWeights(random: SeededRandom, count: number): number[] {
  let total = 0;
  return Array.from({ length: count }, () => {
    total += Math.exp(random.normal() * 0.8);
    return total;
  });
}

/** The first index whose cumulative weight lies above the value. */
function indexAt(cumulative: readonly number[], value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSuitable(patient: HistoryPatient, theme: VisitTheme, at: Minute, zone: string): boolean {
  const age = Number(localDateOf(at, zone).slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
  switch (theme) {
    case "child":
      return age < 18;
    case "woman":
      return patient.sex === "female" && age >= 16;
    case "imaging":
    case "bones":
    case "therapy":
      return age >= 8;
    default:
      return age >= 18;
  }
}
