import { editDistance } from "./edit-distance.ts";

/**
 * A likely slip in the domain of an e-mail address, with what was probably meant; null when nothing looks wrong.
 *
 * Example: 'ana@gmial.com' → 'ana@gmail.com', 'ana@hotmail.con' → 'ana@hotmail.com', 'ana@yahooo.es' → 'ana@yahoo.es'. It is a
 * suggestion: unknown domains are many and right, so only what lies one slip beside a well-known one is pointed out.
 */
const providers = ["gmail", "hotmail", "outlook", "yahoo", "icloud", "protonmail", "googlemail"];
/** Providers that have no address under another ending. */
const onlyCom = new Set(["gmail", "icloud", "googlemail"]);
/** Real domains that happen to lie one letter beside a provider. */
const realNeighbours = new Set(["mail", "email", "ymail", "cmail", "outlooks"]);
const mistypedCom = new Set([
  "con",
  "cmo",
  "ocm",
  "comm",
  "vom",
  "xom",
  "cpm",
  "cim",
  "coom",
  "om",
  "cm",
  "ccom",
  "c0m",
]);

export function suggestEmail(email: string): string | null {
  const split = email.lastIndexOf("@");
  if (split < 1) return null;
  const domain = email
    .slice(split + 1)
    .trim()
    .toLowerCase();
  const meant = meantDomain(domain);
  return meant === domain ? null : `${email.slice(0, split).trim()}@${meant}`;
}

function meantDomain(domain: string): string {
  const withDot = insertMissingDot(domain);
  const dot = withDot.indexOf(".");
  if (dot < 1) return domain;
  const provider = meantProvider(withDot.slice(0, dot));
  const ending = withDot.slice(dot + 1);
  if (provider !== null && onlyCom.has(provider)) return `${provider}.com`;
  return `${provider ?? withDot.slice(0, dot)}.${mistypedCom.has(ending) ? "com" : ending}`;
}

/** 'gmailcom', 'gmail,com' and a bare 'gmail' */
function insertMissingDot(domain: string): string {
  const text = domain
    .replace(/,/g, ".")
    .replace(/\.{2,}/g, ".")
    .replace(/\.$/, "");
  if (text.includes(".")) return text;
  const name = text.replace(/com$/, "");
  return providers.includes(name) ? `${name}.com` : text;
}

function meantProvider(name: string): string | null {
  if (providers.includes(name)) return name;
  if (realNeighbours.has(name)) return null;
  return providers.find((provider) => editDistance(name, provider, 1) === 1) ?? null;
}
