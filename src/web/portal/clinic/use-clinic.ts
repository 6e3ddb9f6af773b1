import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Location } from "../../../contract/routes/organisation.ts";
import type { LocalText } from "../../../contract/values.ts";
import { routeQuery } from "../../api/index.ts";
import { useLocale } from "./use-locale.ts";

const clinicRoute = getRouteApi("/$slug");
const quarterHour = 15 * 60_000;

export function clinicQuery(slug: string) {
  return queryOptions({ ...routeQuery("organisation.get", { params: { slug } }), staleTime: quarterHour });
}

export function servicesQuery(slug: string) {
  return queryOptions({ ...routeQuery("services.list", { params: { slug } }), staleTime: quarterHour });
}

export function useSlug(): string {
  return clinicRoute.useParams().slug;
}

/** The clinic whose pages these are; the layout has loaded it before any page is drawn. */
export function useClinic() {
  const slug = useSlug();
  const { data: clinic } = useSuspenseQuery(clinicQuery(slug));
  const { text } = useLocale();
  return {
    slug,
    clinic,
    location: (id: string): Location | undefined => clinic.locations.find((location) => location.id === id),
    specialtyName: (code: string) => named(clinic.specialties.find((specialty) => specialty.code === code)?.name, text),
    departmentName: (id: string) => named(clinic.departments.find((department) => department.id === id)?.name, text),
  };
}

function named(name: LocalText | undefined, text: (name: LocalText) => string): string {
  return name === undefined ? "" : text(name);
}

export function useServices() {
  return useQuery(servicesQuery(useSlug()));
}
