import { describe, expect, it } from "vitest";
import { brandFrom, contrast } from "./accent.ts";

describe("an organisation's accent colour", () => {
  it.each(["#ffd43b", "#1f6f5c", "#000000", "#ffffff", "#ff0000", "#2b59ff", "#7f7f7f", "#b4530a"])(
    "is readable from %s in both themes, and so is what is written on it [UI-07]",
    (accent) => {
      const brand = brandFrom(accent);
      expect(brand).not.toBeNull();
      if (brand === null) return;
      expect(contrast(brand.light, "#ffffff")).toBeGreaterThanOrEqual(5.3);
      expect(contrast(brand.dark, "#1f2a27")).toBeGreaterThanOrEqual(5.3);
      expect(contrast(brand.light, brand.onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(brand.dark, brand.onDark)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("stays as it is where it is readable already", () => {
    expect(brandFrom("#1f6f5c")?.light).toBe("#1f6f5c");
    expect(brandFrom("#ffd43b")?.dark).toBe("#ffd43b");
  });

  it("is ignored when it is not a colour", () => {
    expect(brandFrom("red; background: url(x)")).toBeNull();
  });
});
