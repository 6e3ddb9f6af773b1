import { describe, expect, it } from "vitest";
import { safeNext } from "./next-page.ts";

describe("where to go after signing in", () => {
  it.each([
    ["/clinic/appointments", "/clinic/appointments"],
    ["/clinic?place=1", "/clinic?place=1"],
    [undefined, "/clinic"],
    ["//evil.example", "/clinic"],
    ["https://evil.example/clinic", "/clinic"],
    ["/clinic-evil/appointments", "/clinic"],
    ["/other/appointments", "/clinic"],
  ])("%s leads to %s [SEC-03]", (next, expected) => {
    expect(safeNext(next, "clinic")).toBe(expected);
  });
});
