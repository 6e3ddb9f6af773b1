import { describe, expect, it } from "vitest";
import { only, parseSearch, stringifySearch, withoutBadDate } from "./search-text.ts";

describe("what stands in an address", () => {
  it("keeps what the page knows and leaves the rest out", () => {
    expect(only("place", "day")(parseSearch("?place=1&day=&admin=true"))).toEqual({ place: "1" });
  });

  it("is written back without what is empty", () => {
    expect(stringifySearch({ place: "1", day: "", text: "niño & más" })).toBe("?place=1&text=ni%C3%B1o+%26+m%C3%A1s");
    expect(stringifySearch({})).toBe("");
  });

  it.each(["2026-02-31", "soon", "2026-2-3", "99999-01-01"])("drops %s, which is no date [BOOK-03]", (day) => {
    expect(withoutBadDate({ day, place: "1" }, "day")).toEqual({ place: "1" });
  });

  it("keeps a date", () => {
    expect(withoutBadDate({ day: "2026-02-28" }, "day")).toEqual({ day: "2026-02-28" });
  });
});
