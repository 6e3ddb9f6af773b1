/**
 * The frame of every e-mail: one column of 600 px, styles inline, no pictures, no scripts, nothing loaded from elsewhere.
 * That is what mail programs show alike, and what a reader without HTML loses nothing by.
 */
import type { Locale } from "../../contract/values.ts";
import { type Html, html } from "./html.ts";

export interface MailFrame {
  readonly locale: Locale;
  readonly title: string;
  readonly clinicName: string;
  /** `#0f6b5c`; null: the product's own. */
  readonly accent: string | null;
  readonly body: readonly Html[];
  readonly footer: string;
}

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const productAccent = "#0f6b5c";

const accentOf = (accent: string | null): string => accent ?? productAccent;

/** White or near-black, whichever reads better on the colour (relative luminance, WCAG 2.2). */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#14201d" : "#ffffff";
}

export const paragraph = (text: string): Html =>
  html`<p style="margin:0 0 16px;font-size:16px;line-height:24px;color:#1d2b28">${text}</p>`;

export const heading = (text: string): Html =>
  html`<h1 style="margin:0 0 16px;font-size:24px;line-height:30px;color:#14201d">${text}</h1>`;

export function button(label: string, url: string, accent: string | null): Html {
  const colour = accentOf(accent);
  const style = `display:inline-block;padding:14px 24px;border-radius:8px;background:${colour};color:${inkOn(colour)};font-size:16px;font-weight:600;text-decoration:none`;
  return html`<p style="margin:8px 0 24px"><a href="${url}" style="${style}">${label}</a></p>`;
}

export function mailHtml({ locale, title, clinicName, accent, body, footer }: MailFrame): string {
  const colour = accentOf(accent);
  const band = `padding:20px 32px;border-radius:12px 12px 0 0;background:${colour};color:${inkOn(colour)};font-size:18px;font-weight:600`;
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;padding:0;background:#eef3f1;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#eef3f1"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;text-align:left">
<tr><td style="${band}">${clinicName}</td></tr>
<tr><td style="padding:32px;background:#ffffff;border-radius:0 0 12px 12px">${body}</td></tr>
<tr><td style="padding:16px 32px;font-size:13px;line-height:20px;color:#52635e">${footer}</td></tr>
</table>
</td></tr></table>
</body>
</html>`.html;
}
