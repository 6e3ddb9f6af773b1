import { describe, expect, it } from "vitest";
import type { LocalTime } from "../time/index.ts";
import { aCase, aPart, aResource, at, dayBits, spans } from "./clinic-day.fixture.ts";
import { assign, explainStart, type StartReason, type VisitCase } from "./index.ts";

/** Reasons as short words: `room_busy room room 1`. */
function why(visitCase: VisitCase, localTime: LocalTime, providerId: string | null = "ruiz"): string[] {
  return explainStart(visitCase, { startsAt: at(localTime), providerId }).map(inWords);
}

function inWords(reason: StartReason): string {
  const detail = "why" in reason ? ` ${reason.why}` : "";
  return "role" in reason ? `${reason.code} ${reason.role}: ${reason.resourceId}${detail}` : reason.code;
}

const ruiz = aResource("ruiz", { booked: ["10:00-10:30"] });
const room1 = aResource("room 1", { booked: ["10:00-11:00"] });
const room2 = aResource("room 2", { closed: ["10:00-10:30"] });
const visit = [aPart("provider", [ruiz]), aPart("room", [room1, room2])];

describe("why not? [BOOK-14]", () => {
  it("is silent about a free time", () => {
    expect(why(aCase(visit), "09:00")).toEqual([]);
  });

  it("names every reason, not the first", () => {
    expect(why(aCase(visit), "10:00")).toEqual([
      "provider_busy provider: ruiz",
      "room_busy room: room 1",
      "in_closure room: room 2",
    ]);
    const hopeless = aCase(visit, {
      nowMs: at("11:00") * 60_000,
      patient: { claimed: dayBits(spans(["09:00-12:00"])), holds: [] },
    });
    expect(why(hopeless, "10:10")).toEqual([
      "in_past",
      "off_grid",
      "patient_busy",
      "provider_busy provider: ruiz",
      "room_busy room: room 1",
      "in_closure room: room 2",
    ]);
  });

  it("does not blame one room while another is free", () => {
    expect(why(aCase(visit), "10:30")).toEqual([]);
  });

  it.each([
    ["too soon", { nowMs: at("09:00") * 60_000, noticeMinutes: 60 }, "09:30", ["too_soon"]],
    ["in the past, once", { nowMs: at("09:00") * 60_000 + 1, noticeMinutes: 60 }, "09:00", ["in_past"]],
    ["too far ahead", { nowMs: at("08:00") * 60_000, horizonMinutes: 60 }, "09:30", ["too_far"]],
    ["off the grid", {}, "09:10", ["off_grid"]],
  ] as const)("%s", (_, more, localTime, expected) => {
    expect(why(aCase([aPart("provider", [aResource("ruiz")])], more), localTime)).toEqual(expected);
  });

  it.each([
    ["break", "10:30"],
    ["holiday", "11:00"],
    ["closed_day", "11:30"],
    ["no_hours", "12:00"],
  ] as const)("tells %s", (reason, localTime) => {
    const closedTimes = [
      ...spans(["10:30-11:00"]).map((span) => ({ ...span, why: "break" as const })),
      ...spans(["11:00-11:30"]).map((span) => ({ ...span, why: "holiday" as const })),
      ...spans(["11:30-12:00"]).map((span) => ({ ...span, why: "closed_day" as const })),
    ];
    const doctor = aResource("ruiz", { open: ["09:00-10:30"] }, { closedTimes });
    expect(why(aCase([aPart("provider", [doctor])]), localTime)).toEqual([`outside_hours provider: ruiz ${reason}`]);
  });

  it("tells a visit inside a closure from the closure", () => {
    const doctor = aResource("ruiz", { booked: ["10:00-10:15"], closed: ["10:00-11:00"] });
    const closureOnly = aResource("ruiz", { closed: ["10:00-11:00"] });
    expect(why(aCase([aPart("provider", [closureOnly])]), "10:00")).toEqual(["in_closure provider: ruiz"]);
    // A visit that began before the closure is still somebody's.
    const before = { ...doctor, claimed: dayBits(spans(["09:45-11:00"])) };
    expect(why(aCase([aPart("provider", [before])]), "09:30")).toEqual(["provider_busy provider: ruiz"]);
  });

  it("tells a hold and when it ends", () => {
    const holds = spans(["10:00-10:30"]).map((span) => ({ ...span, expiresAtMs: Number.MAX_SAFE_INTEGER }));
    const reasons = explainStart(aCase([aPart("provider", [aResource("ruiz", {}, { holds })])]), {
      startsAt: at("10:00"),
      providerId: "ruiz",
    });
    expect(reasons).toEqual([
      { code: "held", role: "provider", resourceId: "ruiz", expiresAtMs: Number.MAX_SAFE_INTEGER },
    ]);
  });

  it("tells who does not offer the service", () => {
    expect(why(aCase(visit), "09:00", "nobody")).toEqual(["service_not_offered provider: nobody"]);
    expect(why(aCase([aPart("provider", [ruiz]), aPart("room", [])]), "09:00")).toEqual([
      "service_not_offered room: null",
    ]);
    expect(why(aCase([aPart("provider", [])]), "09:00", null)).toEqual(["service_not_offered provider: null"]);
  });

  it("tells that one person would be needed twice", () => {
    const nurse = aResource("nurse");
    const twice = aCase([aPart("provider", [ruiz]), aPart("nurse", [nurse]), aPart("nurse", [nurse])]);
    expect(why(twice, "09:00")).toEqual(["room_busy nurse: null"]);
  });

  it("answers for any provider together, each reason once", () => {
    const soto = aResource("soto", { booked: ["09:00-12:00"] });
    const either = aCase([aPart("provider", [ruiz, soto]), aPart("room", [room1, room2])]);
    expect(why(either, "09:00", null)).toEqual([]);
    expect(why(either, "10:00", null)).toEqual([
      "provider_busy provider: ruiz",
      "room_busy room: room 1",
      "in_closure room: room 2",
      "provider_busy provider: soto",
    ]);
  });
});

describe("who does which part", () => {
  it("takes the first provider and room that can, with buffers in the claim", () => {
    const soto = aResource("soto");
    const visitCase = aCase([
      aPart("provider", [ruiz, soto], { bufferAfterMinutes: 5 }),
      aPart("room", [room1, room2], { offsetMinutes: 10, durationMinutes: 20, bufferBeforeMinutes: 10 }),
    ]);
    expect(assign(visitCase, { startsAt: at("11:00"), providerId: null })).toEqual({
      ok: true,
      providerId: "ruiz",
      visit: { startsAt: at("11:00"), endsAt: at("11:30") },
      parts: [
        { role: "provider", resourceId: "ruiz", work: spans(["11:00-11:30"])[0], claim: spans(["11:00-11:35"])[0] },
        { role: "room", resourceId: "room 1", work: spans(["11:10-11:30"])[0], claim: spans(["11:00-11:30"])[0] },
      ],
    });
  });

  it("revises an earlier choice when a later part needs it", () => {
    const both = aResource("nurse 1");
    const onlyFirst = aResource("nurse 2");
    const visitCase = aCase([aPart("provider", [ruiz]), aPart("a", [both, onlyFirst]), aPart("b", [both])]);
    const assignment = assign(visitCase, { startsAt: at("09:00"), providerId: "ruiz" });
    expect(assignment.ok && assignment.parts.map(({ role, resourceId }) => `${role} ${resourceId}`)).toEqual([
      "provider ruiz",
      "a nurse 2",
      "b nurse 1",
    ]);
  });

  it("refuses with all reasons", () => {
    expect(assign(aCase([aPart("provider", [ruiz])]), { startsAt: at("10:15"), providerId: "ruiz" })).toEqual({
      ok: false,
      code: "not_free",
      reasons: [
        { code: "off_grid", stepMinutes: 30 },
        { code: "provider_busy", role: "provider", resourceId: "ruiz" },
      ],
    });
  });
});
