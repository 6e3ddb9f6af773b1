import { useQuery } from "@tanstack/react-query";
import { routeQuery } from "../../api/index.ts";
import { useServices, useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { matchesText } from "./folded.ts";
import type { Provider } from "./provider-card.tsx";
import type { StartSearch } from "./search-form.tsx";

export function providersQuery(slug: string, { specialty, service, place, language }: StartSearch) {
  const query = { specialty, serviceId: service, locationId: place, language };
  return routeQuery("providers.list", { params: { slug }, query });
}

/** Providers, soonest free time first, and services that fit what is looked for. */
export function useFound(search: StartSearch) {
  const slug = useSlug();
  const { text } = useLocale();
  const { specialty, service, text: typed = "" } = search;
  const providers = useQuery({ ...providersQuery(slug, search), placeholderData: (before) => before });
  const services = useServices();
  const serviceNames = new Map(services.data?.services.map((one) => [one.id, text(one.name)]));
  const foundServices = (services.data?.services ?? []).filter(
    (one) =>
      (!service || one.id === service) &&
      (!specialty || one.specialty === specialty) &&
      matchesText(`${text(one.name)} ${text(one.description)}`, typed),
  );
  const foundIds = new Set(foundServices.flatMap(({ providerIds }) => providerIds));
  const fits = (provider: Provider) =>
    matchesText(provider.displayName, typed) || (typed.length > 2 && foundIds.has(provider.id));
  const foundProviders = providers.data?.providers.filter(fits).sort(soonestFirst);
  return { providers, foundProviders, services, foundServices, serviceNames };
}

function soonestFirst(a: Provider, b: Provider): number {
  const left = a.next?.start.at ?? "9999";
  const right = b.next?.start.at ?? "9999";
  return left < right ? -1 : Number(left > right);
}
