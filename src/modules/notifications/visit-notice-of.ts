import type { Locale } from "../../contract/values.ts";
import { displayNameOf } from "../directory/index.ts";
import type { VisitRow } from "./read-visit.ts";
import type { NoticeKind, VisitNotice } from "./visit-notice.ts";

export interface NoticeAbout {
  readonly appointmentId: string;
  readonly kind: NoticeKind;
  readonly locale: Locale;
  readonly sequence: number;
  readonly visitUrl: string;
}

export function visitNoticeOf(row: VisitRow, about: NoticeAbout): VisitNotice {
  const { clinicName, clinicEmail, accent, reference, modality, placeName, mapUrl, phone } = row;
  // A text that the reader's language lacks is better read in another one than not at all.
  const inLanguage = (en: string, es: string): string => (about.locale === "en" ? en || es : es || en);
  return {
    ...about,
    ...{ clinicName, clinicEmail, accent, reference, modality, placeName, mapUrl, phone },
    startsAt: Temporal.Instant.from(row.startsAt).toZonedDateTimeISO(row.zone),
    endsAt: Temporal.Instant.from(row.endsAt).toZonedDateTimeISO(row.zone),
    providerName: displayNameOf(row),
    address: addressOf(row),
    directions: inLanguage(row.directionsEn, row.directionsEs),
    preparation: inLanguage(row.instructionsEn, row.instructionsEs),
    whatToBring: inLanguage(row.whatToBringEn, row.whatToBringEs),
  };
}

function addressOf({ addressLines, city, region, postalCode }: VisitRow): string {
  const town = [city, [region, postalCode].filter((part) => part !== "").join(" ")].filter((part) => part !== "");
  return [...addressLines, ...town].join(", ");
}
