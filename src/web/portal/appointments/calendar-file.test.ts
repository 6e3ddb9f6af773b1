import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { calendarFile } from "./calendar-file.ts";

const appointment = {
  id: "00000000-0000-4000-8000-000000000001",
  sequence: 2,
  start: { at: "2026-12-14T15:20:00Z" },
  end: { at: "2026-12-14T15:50:00.000Z" },
} as Appointment;

const words = {
  title: "Cardiología; primera visita",
  place: "Calle Mayor 1, 28013 Madrid",
  description: `Traiga su documento.\n${"Llegue diez minutos antes, con ropa cómoda. ".repeat(4)}`,
};

describe("the calendar file of an appointment", () => {
  const text = calendarFile(appointment, words, "2026-11-21T10:00:00Z");

  it("is read back by another program as it was meant [COMM-01]", () => {
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
    if (component === null) throw new Error("the file holds no event");
    const event = new ICAL.Event(component);
    expect(event.uid).toBe("00000000-0000-4000-8000-000000000001@cita");
    expect(event.sequence).toBe(2);
    expect(event.startDate.toString()).toBe("2026-12-14T15:20:00Z");
    expect(event.endDate.toString()).toBe("2026-12-14T15:50:00Z");
    expect(event.summary).toBe(words.title);
    expect(event.location).toBe(words.place);
    expect(event.description).toBe(words.description);
  });

  it("keeps every line within 75 octets", () => {
    const longest = Math.max(...text.split("\r\n").map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
  });
});
