import { describe, expect, it } from "vitest";
import { aNotice } from "./a-notice.ts";
import { noticeTexts } from "./notice-texts.ts";
import { writePatientMail, writePatientSms } from "./write-patient-notice.ts";
import { writeProviderMail } from "./write-provider-notice.ts";

const reader = { given: "Ana", to: "ana@example.org" };
const nowMs = 1_770_000_000_000;
const kinds = ["booked", "changed", "cancelled"] as const;
const everyNotice = kinds.flatMap((kind) => (["en", "es"] as const).map((locale) => ({ kind, locale })));

const when = {
  en: { long: "Monday, 16 March 2026", short: "Mon, 16 Mar 2026", time: "9:30 am (Eastern Daylight Time)" },
  es: { long: "lunes, 16 de marzo de 2026", short: "lun, 16 mar 2026", time: "9:30 (hora de verano oriental)" },
};

/** What a reader sees of HTML. */
const visible = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

describe.each(everyNotice)("the $kind notice in $locale", ({ kind, locale }) => {
  const notice = aNotice({ kind, locale });
  const { long, short, time } = when[locale];
  const mail = writePatientMail(notice, reader, nowMs);
  const sms = writePatientSms(notice, reader);
  const always = [long, time, notice.providerName, notice.placeName, notice.address, notice.phone, notice.reference];
  const beforeTheVisit = [notice.mapUrl ?? "", notice.directions, notice.preparation, notice.whatToBring];
  const facts = kind === "cancelled" ? always : [...always, ...beforeTheVisit];

  it("states the same facts as text and as HTML, in every language [COMM-02]", () => {
    for (const fact of facts) {
      expect(mail.text).toContain(fact);
      expect(visible(mail.html)).toContain(fact);
    }
    expect(mail.text).toContain(notice.visitUrl);
    expect(mail.html).toContain(`href="${notice.visitUrl}"`);
    expect(mail.subject).toContain(short);
    expect(mail.fromName).toBe(notice.clinicName);
  });

  it("states when, with whom, where, how to call and the link in a text message [COMM-02]", () => {
    const { clinicName, providerName, placeName, address, phone, visitUrl } = notice;
    for (const fact of [clinicName, short, time, providerName, placeName, address, phone, visitUrl]) {
      expect(sms.text).toContain(fact);
    }
    expect(sms.text.length).toBeLessThan(420);
    expect(sms.text).not.toMatch(/[\u00a0\u202f]/);
  });

  it("never makes an opt-out word of the carriers an instruction", () => {
    expect(sms.text).not.toMatch(/\b(cancel|stop|end|quit|unsubscribe|cancelar|alto|fin)\b/i);
  });

  it("names neither service nor patient to the provider, and leads to the diary", () => {
    const providerMail = writeProviderMail(notice, { to: "dr@harbour.example", isFormer: false }, nowMs);
    for (const fact of [long, time, notice.placeName, notice.reference, notice.visitUrl]) {
      expect(providerMail.text).toContain(fact);
    }
    expect(providerMail.text + providerMail.html).not.toContain(reader.given);
  });
});

it("has the same words in both languages, none of them left in the other", () => {
  const flat = (value: unknown): string[] => {
    if (typeof value === "function") return [String((value as (text: string) => string)("…"))];
    if (typeof value === "object" && value !== null) return Object.values(value).flatMap(flat);
    return [String(value)];
  };
  const [english, spanish] = [flat(noticeTexts.en), flat(noticeTexts.es)];
  expect(spanish).toHaveLength(english.length);
  english.forEach((words, index) => {
    expect(spanish[index]).not.toBe(words);
  });
});

it("tells the two half past ones of an autumn night apart", () => {
  const at = (offset: string) => Temporal.ZonedDateTime.from(`2026-11-01T01:30${offset}[America/New_York]`);
  const [first, second] = [at("-04:00"), at("-05:00")].map(
    (startsAt) => writePatientSms(aNotice({ startsAt }), reader).text,
  );
  expect(first).toContain("1:30 am (Eastern Daylight Time)");
  expect(second).toContain("1:30 am (Eastern Standard Time)");
});

it("writes noon and midnight as people do", () => {
  const at = (time: string) => aNotice({ startsAt: Temporal.ZonedDateTime.from(`2026-03-16T${time}[Europe/Madrid]`) });
  expect(writePatientSms(at("12:05"), reader).text).toContain("12:05 pm");
  expect(writePatientSms(at("00:05"), reader).text).toContain("12:05 am");
  expect(writePatientSms({ ...at("00:05"), locale: "es" }, reader).text).toContain(
    "0:05 (hora estándar de Europa central)",
  );
});

it("sends nobody on the way to a video visit", () => {
  const mail = writePatientMail(aNotice({ modality: "video" }), reader, nowMs);
  expect(mail.text).toContain("Video visit");
  expect(mail.text).not.toContain("Riverside Avenue");
});

it("shows names as text, whatever they contain", () => {
  const hostile = aNotice({ clinicName: `<script>alert("1")</script> & Co`, mapUrl: `https://x.example/"onclick="1` });
  const mail = writePatientMail(hostile, { ...reader, given: "<img src=x>" }, nowMs);
  expect(mail.html).not.toMatch(/<script|<img|"onclick/);
  expect(mail.html).toContain("&lt;script&gt;");
});
