/** A notice's facts as labelled lines, in the order in which a reader needs them; the same for text and HTML. */
import { type Html, html } from "../messages/index.ts";
import type { NoticeWords } from "./notice-texts.ts";
import type { VisitNotice } from "./visit-notice.ts";
import { clockTimeWithZone, longDate } from "./visit-times.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

/** 'Main Building, 210 Riverside Avenue, Riverbend', or how a visit takes place that needs no way. */
export function whereOf({ modality, placeName, address }: VisitNotice, { remote }: NoticeWords): string {
  return modality === "in-person" ? `${placeName}, ${address}` : remote[modality];
}

export function timeFacts({ startsAt, locale }: VisitNotice, { labels }: NoticeWords): Fact[] {
  return [
    { label: labels.date, value: longDate(startsAt, locale) },
    { label: labels.time, value: clockTimeWithZone(startsAt, locale) },
  ];
}

export function patientFacts(notice: VisitNotice, words: NoticeWords): Fact[] {
  const { labels } = words;
  const { modality, mapUrl, phone, kind } = notice;
  const isOnTheWay = modality === "in-person" && kind !== "cancelled";
  const comingUp = (label: string, value: string, wanted: boolean): Fact[] =>
    wanted && value.trim() !== "" ? [{ label, value: value.trim() }] : [];
  return [
    ...timeFacts(notice, words),
    { label: labels.provider, value: notice.providerName },
    { label: labels.place, value: whereOf(notice, words) },
    ...(isOnTheWay && mapUrl !== null ? [{ label: labels.map, value: mapUrl, url: mapUrl }] : []),
    ...comingUp(labels.directions, notice.directions, isOnTheWay),
    ...comingUp(labels.preparation, notice.preparation, kind !== "cancelled"),
    ...comingUp(labels.bring, notice.whatToBring, kind !== "cancelled"),
    { label: labels.phone, value: phone, url: `tel:${phone}` },
    { label: labels.reference, value: notice.reference },
  ];
}

export function providerFacts(notice: VisitNotice, words: NoticeWords): Fact[] {
  return [
    ...timeFacts(notice, words),
    { label: words.labels.place, value: whereOf(notice, words) },
    { label: words.labels.reference, value: notice.reference },
  ];
}

export const factsText = (facts: readonly Fact[]): string =>
  facts.map(({ label, value }) => `${label}: ${value}`).join("\n");

export function factsHtml(facts: readonly Fact[]): Html {
  const rows = facts.map(({ label, value, url }) => {
    const shown = url === undefined ? html`${value}` : html`<a href="${url}" style="color:#0f6b5c">${value}</a>`;
    return html`<tr><td style="padding:8px 16px 8px 0;vertical-align:top;width:120px;color:#52635e">${label}</td><td style="padding:8px 0;vertical-align:top;overflow-wrap:anywhere;color:#14201d">${shown}</td></tr>`;
  });
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;font-size:16px;line-height:24px;border-top:1px solid #d5dfdc;border-bottom:1px solid #d5dfdc">${rows}</table>`;
}
