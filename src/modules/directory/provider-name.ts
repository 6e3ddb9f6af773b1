import { formatFullName, type PersonName } from "../../domain/person/index.ts";

type ProviderName = PersonName & { readonly prefix: string };

/** `Dra. Ana García López`; the same for every reader, because it is how the provider signs. */
export function displayNameOf(name: ProviderName): string {
  return [name.prefix, formatFullName(name, "en")].filter((part) => part !== "").join(" ");
}

/** First letters of the given name and of the first surname: `AG`. */
export function initialsOf({ given, family }: PersonName): string {
  return [given, family]
    .map((part) => [...part.trim()][0] ?? "")
    .join("")
    .toLocaleUpperCase("en");
}
