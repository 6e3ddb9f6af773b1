/** Services and providers of the organisation, as every form offers them. They change rarely: asked for once in a while. */
import { useQuery } from "@tanstack/react-query";
import type { PublicProvider, PublicService } from "../../../contract/routes/organisation.ts";
import { routeQuery } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { inOrganisation } from "../session/slug.ts";

const rarely = { staleTime: 120_000 };

export function useServices(): readonly PublicService[] {
  return (
    useQuery({
      ...routeQuery("services.list", { params: inOrganisation }),
      ...rarely,
    }).data?.services ?? []
  );
}

export function useProviders(): readonly PublicProvider[] {
  return (
    useQuery({
      ...routeQuery("providers.list", { params: inOrganisation }),
      ...rarely,
    }).data?.providers ?? []
  );
}

/** Those who offer the service; all of them as long as no service is chosen. */
export function useProvidersOf(serviceId: string | null): readonly PublicProvider[] {
  const providers = useProviders();
  const service = useServices().find(({ id }) => id === serviceId);
  return service === undefined ? providers : providers.filter(({ id }) => service.providerIds.includes(id));
}

/** As choices of a select, in the order that the reader's language sorts them. */
export function serviceChoices(services: readonly PublicService[]) {
  const locale = currentLocale();
  return services
    .map(({ id, name }) => ({ value: id, label: name[locale] }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

export function providerChoices(providers: readonly PublicProvider[]) {
  return providers.map(({ id, displayName }) => ({
    value: id,
    label: displayName,
  }));
}
