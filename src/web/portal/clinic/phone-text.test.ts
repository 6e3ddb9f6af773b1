import { describe, expect, it } from "vitest";
import { phoneText } from "./phone-text.ts";

describe("a phone number as people read it", () => {
  it.each([
    ["+19145550100", "+1 914 555 0100"],
    ["+34925550100", "+34 925 55 01 00"],
    ["+442079460000", "+442079460000"],
    ["914 555 0100", "914 555 0100"],
  ])("%s is shown as %s", (phone, shown) => {
    expect(phoneText(phone)).toBe(shown);
  });
});
