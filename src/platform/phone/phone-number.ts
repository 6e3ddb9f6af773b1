/**
 * Phone numbers as people write them, read into E.164 (`+12125550123`), by the numbering plans of libphonenumber.
 *
 * A number without a country code is read as a number of `country` (ISO 3166, such as `US`).
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

/** Null: no such number can exist. The text is the number alone: none is looked for inside a sentence. */
export function parsePhone(text: string, country: string): string | null {
  const home: { defaultCountry?: CountryCode } = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const parsed = parsePhoneNumberFromString(text.trim(), { ...home, extract: false });
  return parsed?.isValid() ? parsed.number : null;
}

/**
 * Every number that may have been meant: as written, and with its leading `00` or first digits taken as a country code.
 * For searching, where a needless reading costs nothing.
 */
export function readPhones(text: string, country: string): readonly string[] {
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  const readings = [parsePhone(text, country), parsePhone(`+${digits}`, country)];
  return [...new Set(readings.filter((reading) => reading !== null))];
}
