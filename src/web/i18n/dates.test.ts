import { describe, expect, it } from "vitest";
import type { Moment } from "../../contract/values.ts";
import { atStart, clockTime, dateWithYear, isDate, parseDate, readersClock, shortDate } from "./dates.ts";

const inNewYork: Moment = {
  at: "2026-12-14T15:20:00Z",
  localDate: "2026-12-14",
  localTime: "10:20",
  offset: "-05:00",
  zone: "America/New_York",
};

describe("dates and times as people read them", () => {
  it("always name the weekday [BOOK-03]", () => {
    expect(dateWithYear("2026-12-14", "en")).toBe("Monday 14 December 2026");
    expect(dateWithYear("2026-12-14", "es")).toBe("lunes 14 de diciembre de 2026");
    expect(shortDate("2026-12-14", "en")).toBe("Mon 14 Dec");
    expect(shortDate("2026-12-14", "es")).toBe("lun 14 dic");
  });

  it.each([
    ["00:05", "12:05 am", "0:05"],
    ["10:20", "10:20 am", "10:20"],
    ["12:00", "12:00 pm", "12:00"],
    ["17:45", "5:45 pm", "17:45"],
  ])("%s is %s in English and %s in Spanish [UI-06]", (time, english, spanish) => {
    expect([clockTime(time, "en"), clockTime(time, "es")]).toEqual([english, spanish]);
  });

  it("begin with a capital at the start of a line", () => {
    expect(atStart("miércoles 2 de diciembre", "es")).toBe("Miércoles 2 de diciembre");
  });

  it("name the clinic's zone to a reader elsewhere, with the reader's own time [BOOK-15]", () => {
    expect(readersClock(inNewYork, "en", "Europe/Madrid")).toEqual({ zoneName: "Eastern Time", time: "4:20 pm" });
    expect(readersClock(inNewYork, "es", "Pacific/Auckland")?.time).toMatch(/^martes 15 de diciembre/);
  });

  it("say nothing of zones where the reader's clock shows the same [BOOK-15]", () => {
    expect(readersClock(inNewYork, "en", "America/Toronto")).toBeNull();
  });

  it.each(["2026-02-29", "2026-13-01", "tomorrow", ""])("'%s' is no date [BOOK-03]", (text) => {
    expect(isDate(text)).toBe(false);
  });

  it("are put together from three fields", () => {
    expect(parseDate("1982", "5", "4")).toBe("1982-05-04");
    expect(parseDate("82", "5", "4")).toBeNull();
  });
});
