import { type Browser, chromium } from "playwright-core";

export const sizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
  narrow: { width: 320, height: 640 },
} as const;
export type Size = keyof typeof sizes;

/** Chromium's sandbox needs rights that a container lacks; the rest keeps it from calling home. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CITA_CHROMIUM ?? "/usr/bin/chromium", args: flags });
}
