import { describe, expect, it } from "vitest";
import { agreedPolicyOf, defaultPolicy, resolvePolicy } from "../../../domain/policy/index.ts";
import { addMinutes, localDateOf, type Minute, minuteOfInstant } from "../../../domain/time/index.ts";
import { demoClinics, readDemoClinic } from "../demo/demo-clinics.ts";
import { clinicHistory } from "../synthetic/clinic-history.ts";
import { syntheticPatients } from "../synthetic/synthetic-patients.ts";
import { asHistoryVisits, type HistoryVisit } from "./history-visit.ts";
import { lifeOf } from "./visit-life-steps.ts";

const start = minuteOfInstant(Temporal.Instant.from("2026-03-16T14:00:00Z"));
const policy = agreedPolicyOf(defaultPolicy);

function aVisit(changes: Partial<HistoryVisit> = {}): HistoryVisit {
  return {
    ...{ key: "1", at: 1, patientId: "p", serviceId: "s", providerId: "d", locationId: "l", roomId: null },
    ...{ startsAt: start, endsAt: addMinutes(start, 30), bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    ...{ status: "booked", bookedAt: addMinutes(start, -10_000), channel: "phone", reason: "", notes: null },
    ...{ confirmation: null, move: null, cancellation: null, arrivedAt: null, checkedInAt: null },
    ...{ startedAt: null, finishedAt: null, noShowAt: null },
    ...changes,
  };
}

const early = (minutes: number): Minute => addMinutes(start, -minutes);
const late = (minutes: number): Minute => addMinutes(start, minutes);

describe("the life of an imported visit [BOOK-10]", () => {
  const lives: readonly [string, Partial<HistoryVisit>, string[]][] = [
    ["still to come", {}, ["booked"]],
    ["seen", { status: "fulfilled", arrivedAt: early(5), finishedAt: late(30) }, ["booked", "arrived", "completed"]],
    ["of which only the end is known", { status: "fulfilled", finishedAt: late(30) }, ["booked", "completed"]],
    ["missed, at a moment nobody noted", { status: "noshow" }, ["booked", "no-show"]],
    ["waiting", { status: "checked-in", checkedInAt: early(2) }, ["booked", "checked-in"]],
  ];
  it.each(lives)("%s", (_, changes, kinds) => {
    const life = lifeOf(aVisit(changes), policy);
    expect(life.ok && life.steps.map(({ kind }) => kind)).toEqual(kinds);
    expect(life.ok && life.visit.version).toBe(kinds.length);
  });

  const impossible: readonly [string, Partial<HistoryVisit>, string][] = [
    ["seen before it began", { status: "fulfilled", finishedAt: early(60) }, "completed"],
    ["missed before it began", { status: "noshow", noShowAt: early(1) }, "no-show"],
    ["confirmed after it began", { confirmation: { at: late(5), method: "sms" } }, "confirmed"],
    ["there the day before", { status: "checked-in", arrivedAt: early(1_440), checkedInAt: early(5) }, "arrived"],
    ["cancelled, and nobody says when", { status: "cancelled" }, "cancelled"],
    ["confirmed before it was booked", { confirmation: { at: early(20_000), method: "sms" } }, "confirmed"],
  ];
  it.each(impossible)("cannot be: %s", (_, changes, step) => {
    expect(lifeOf(aVisit(changes), policy)).toEqual({ ok: false, step });
  });

  // The plan is drawn from the moment of the first start: one visit in ten thousand was once confirmed at the desk.
  it.each([0, 137, 822, 1_233])("is possible for every visit of the demo, begun %i minutes later", (minutes) => {
    const now = addMinutes(minuteOfInstant(Temporal.Instant.from("2026-11-24T12:13:00Z")), minutes);
    for (const demo of demoClinics) {
      const clinic = readDemoClinic(demo);
      const today = localDateOf(now, clinic.organisation.zone);
      const patients = syntheticPatients(demo.seed, demo.patients, { ...demo, today }).map(({ key, ...patient }) => ({
        ...patient,
        id: key,
      }));
      const plan = { seed: demo.seed, now, count: demo.appointments, daysBack: 60, daysAhead: 60, patients };
      const rules = new Map(
        clinic.services.map(({ key, department, policy: own }) => {
          const above = clinic.departments.find((each) => each.key === department);
          return [key, agreedPolicyOf(resolvePolicy(clinic.organisation.policy ?? {}, above?.policy, own))];
        }),
      );
      const failed = asHistoryVisits("demo", clinicHistory(clinic, plan)).filter(
        (visit) => !lifeOf(visit, rules.get(visit.serviceId) ?? policy).ok,
      );
      expect(failed).toEqual([]);
    }
  });
});
