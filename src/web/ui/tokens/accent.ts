/**
 * An organisation's colour, made readable: mixed with black (light theme) or white (dark theme) until text in it has a
 * contrast of 5.3:1 on the theme's surface (which leaves 4.5:1 on the colour's own soft ground), and with white or near-black written on it, whichever reads better.
 *
 * Example: the pale `#ffd43b` on white has 1.4:1; in the light theme it becomes a dark gold, in the dark theme it stays.
 */
export interface Brand {
  readonly light: string;
  readonly onLight: string;
  readonly dark: string;
  readonly onDark: string;
}

type Rgb = readonly [number, number, number];

const wanted = 5.3;
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
const darkSurface: Rgb = [31, 42, 39];
const darkInk: Rgb = [8, 20, 17];

export function brandFrom(accent: string): Brand | null {
  const colour = parseHex(accent);
  if (colour === null) return null;
  const light = mixUntil(colour, black, white);
  const dark = mixUntil(colour, white, darkSurface);
  return { light: toHex(light), onLight: writtenOn(light), dark: toHex(dark), onDark: writtenOn(dark) };
}

/** Sets the colours on the page through the style object, which a strict content security policy allows. */
export function applyAccent(root: HTMLElement, accent: string | null): void {
  const brand = accent === null ? null : brandFrom(accent);
  const values = {
    "--brand-light": brand?.light,
    "--on-brand-light": brand?.onLight,
    "--brand-dark": brand?.dark,
    "--on-brand-dark": brand?.onDark,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) root.style.removeProperty(name);
    else root.style.setProperty(name, value);
  }
}

/** Contrast as WCAG 2 defines it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const first = parseHex(a);
  const second = parseHex(b);
  return first === null || second === null ? 1 : ratio(first, second);
}

function mixUntil(colour: Rgb, towards: Rgb, surface: Rgb): Rgb {
  for (let share = 0; share <= 100; share += 4) {
    const mixed = colour.map((part, index) => Math.round(part + ((towards[index] ?? 0) - part) * (share / 100)));
    const candidate: Rgb = [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
    if (ratio(candidate, surface) >= wanted) return candidate;
  }
  return towards;
}

function writtenOn(colour: Rgb): string {
  return ratio(colour, white) >= ratio(colour, darkInk) ? toHex(white) : toHex(darkInk);
}

function ratio(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function parseHex(text: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (match === null) return null;
  const [, red = "", green = "", blue = ""] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
