import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { aNotice } from "./a-notice.ts";
import { calendarEntry } from "./calendar-entry.ts";

const nowMs = 1_770_000_000_000;

function parsed(changes: Parameters<typeof aNotice>[0]) {
  const entry = calendarEntry(aNotice(changes), "ana@example.org", nowMs);
  const calendar = new ICAL.Component(ICAL.parse(entry?.content ?? ""));
  const [component, ...others] = calendar.getAllSubcomponents("vevent");
  expect(others).toEqual([]);
  if (component === undefined) throw new Error("no event");
  const value = (name: string) => String(component.getFirstPropertyValue(name));
  return { method: String(calendar.getFirstPropertyValue("method")), value, event: new ICAL.Event(component), entry };
}

describe("the calendar entry [COMM-01]", () => {
  const booked = parsed({});
  const startsAt = Temporal.ZonedDateTime.from("2026-03-17T08:00[America/New_York]");
  const moved = parsed({ kind: "changed", sequence: 1, startsAt, endsAt: startsAt.add({ minutes: 30 }) });
  const cancelled = parsed({ kind: "cancelled", sequence: 2 });

  it("is one entry through booking, change and cancellation: same UID, rising SEQUENCE", () => {
    const all = [booked, moved, cancelled];
    expect(new Set(all.map(({ value }) => value("uid")))).toEqual(new Set([`${aNotice().appointmentId}@cita`]));
    expect(all.map(({ value }) => Number(value("sequence")))).toEqual([0, 1, 2]);
    expect(all.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    expect(all.map(({ value }) => value("status"))).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
  });

  it("stands at the right instant, whatever the clock of the machine", () => {
    expect(booked.event.startDate.toJSDate().toISOString()).toBe("2026-03-16T13:30:00.000Z");
    expect(booked.event.endDate.toJSDate().toISOString()).toBe("2026-03-16T14:00:00.000Z");
    expect(moved.event.startDate.toJSDate().toISOString()).toBe("2026-03-17T12:00:00.000Z");
  });

  it("names clinic and reader, and where to go", () => {
    expect(booked.value("organizer")).toMatch(/^mailto:desk@harbour\.example$/i);
    expect(booked.value("attendee")).toMatch(/^mailto:ana@example\.org$/i);
    expect(booked.value("location")).toContain("210 Riverside Avenue");
  });

  it("cannot be broken out of by a name", () => {
    const hostile = parsed({ clinicName: "A\r\nATTENDEE:mailto:x@evil.example\r\n; B", providerName: "C\nEND:VEVENT" });
    expect(hostile.event.attendees).toHaveLength(1);
  });
});
