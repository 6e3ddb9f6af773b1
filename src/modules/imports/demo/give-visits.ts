/**
 * Gives one patient some visits of a made-up history that others had: the demo patient shall have a past and a future.
 * Times stay, so that nobody is in two places; only the person changes.
 */
import { MINUTES_PER_DAY, type Minute } from "../../../domain/time/index.ts";
import type { HistoryPatient, PlannedVisit } from "../synthetic/history-types.ts";

export interface GivenVisits {
  readonly past: number;
  readonly future: number;
  /** Departments' services that suit the patient, by key. */
  readonly services: ReadonlySet<string>;
}

/** The given visits lie a week apart at least, the nearest to now first. */
export function giveVisits(
  visits: readonly PlannedVisit[],
  others: readonly HistoryPatient[],
  patient: HistoryPatient,
  now: Minute,
  { past, future, services }: GivenVisits,
): PlannedVisit[] {
  const localeOf = new Map(others.map(({ id, locale }) => [id, locale]));
  const suitable = visits
    .filter(({ serviceId, patientId }) => services.has(serviceId) && localeOf.get(patientId) === patient.locale)
    .toSorted((a, b) => Math.abs(a.startsAt - now) - Math.abs(b.startsAt - now));
  const attended = suitable.filter(({ status }) => status === "fulfilled");
  const toCome = suitable.filter(({ status, startsAt }) => status === "booked" && startsAt > now + 2 * MINUTES_PER_DAY);
  const given = new Set([...weekApart(attended, past), ...weekApart(toCome, future)]);
  return visits.map((visit) => (given.has(visit) ? { ...visit, patientId: patient.id } : visit));
}

function weekApart(visits: readonly PlannedVisit[], count: number): PlannedVisit[] {
  const chosen: PlannedVisit[] = [];
  for (const visit of visits) {
    const isApart = chosen.every((each) => Math.abs(each.startsAt - visit.startsAt) >= 7 * MINUTES_PER_DAY);
    if (isApart && chosen.length < count) chosen.push(visit);
  }
  return chosen;
}
