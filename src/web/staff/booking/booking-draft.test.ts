import { describe, expect, test } from "vitest";
import type { Patient } from "../../../contract/routes/patients.ts";
import type { Verdict } from "../times/verdict.ts";
import { type BookingDraft, bookingBody, draftFrom, isVisitComplete, wantedVisit } from "./booking-draft.ts";

const start = {
  at: "2026-12-14T15:20:00Z",
  localDate: "2026-12-14",
  localTime: "10:20",
  offset: "-05:00",
  zone: "America/New_York",
};
const free: Verdict = { kind: "free", start };
const soft: Verdict = {
  kind: "override",
  start,
  reasons: [
    {
      code: "outside_hours",
      text: "Outside hours",
      resourceId: null,
      soft: true,
    },
  ],
};
const patient = { id: "p1" } as Patient;
const gap = draftFrom({ providerId: "dr-1", localDate: "2026-12-14", localTime: "10:20" }, "2026-12-13");
const complete: BookingDraft = {
  ...gap,
  serviceId: "s1",
  patient,
  identity: "birth-date",
};

describe("a booking at the desk", () => {
  test("the gap names provider and time; the server is asked as soon as a service is chosen", () => {
    expect(wantedVisit(gap)).toBeNull();
    expect(wantedVisit({ ...gap, serviceId: "s1" })).toMatchObject({
      providerId: "dr-1",
      time: { localTime: "10:20" },
    });
  });

  test("nothing is sent before a second identifier was asked for [BOOK-02]", () => {
    expect(bookingBody({ ...complete, identity: null }, free)).toBeNull();
    expect(bookingBody(complete, free)).toMatchObject({
      identityCheckedBy: "birth-date",
      startsAt: start.at,
    });
  });

  test("a soft rule needs a reason, which travels with the rules it passes [BOOK-12]", () => {
    expect(isVisitComplete(complete, soft)).toBe(false);
    const reasoned = { ...complete, overrideReason: "Agreed with Dr Ruiz" };
    expect(isVisitComplete(reasoned, soft)).toBe(true);
    expect(bookingBody(reasoned, soft)).toMatchObject({
      override: { rules: ["outside_hours"], reason: "Agreed with Dr Ruiz" },
    });
  });

  test("what is taken is never sent", () => {
    expect(bookingBody(complete, { kind: "taken", reasons: [], alternatives: [] })).toBeNull();
  });
});
