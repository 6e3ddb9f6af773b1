/** The rows of one organisation's directory, each table by one query. Texts that a language lacks are empty here. */
import type { Locale } from "../../contract/values.ts";
import type { PolicyPart } from "../../domain/policy/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export interface OrganisationRow {
  readonly orgId: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly defaultLocale: Locale;
  readonly locales: readonly Locale[];
  readonly phone: string;
  readonly email: string;
  readonly accent: string | null;
  readonly guestBooking: boolean;
  readonly policy: PolicyPart;
}

const selectOrganisation = statement<OrganisationRow>(
  "directory.organisation",
  `select o.org_id as "orgId", a.slug, o.name, o.zone, o.country, o.default_locale as "defaultLocale", o.locales,
          o.phone, o.email, o.accent, o.guest_booking as "guestBooking", o.policy
   from organisation o
   join organisation_address a on a.org_id = o.org_id and a.current
   where o.org_id = $1`,
);
export const readOrganisation = (tx: Transaction, orgId: string): Promise<OrganisationRow | undefined> =>
  tx.one(selectOrganisation, [orgId]);

export interface DepartmentRow {
  readonly id: string;
  readonly key: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly phone: string | null;
  readonly policy: PolicyPart;
  readonly active: boolean;
  readonly locationIds: readonly string[];
}

const selectDepartments = statement<DepartmentRow>(
  "directory.departments",
  `select d.id, d.key, d.name_en as "nameEn", d.name_es as "nameEs", d.phone, d.policy, d.active,
          array(select l.location_id from department_location l
                where l.org_id = d.org_id and l.department_id = d.id) as "locationIds"
   from department d where d.org_id = $1 order by d.position, d.key`,
);
export const readDepartments = (tx: Transaction, orgId: string): Promise<DepartmentRow[]> =>
  tx.all(selectDepartments, [orgId]);

export interface LocationRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly phone: string;
  readonly mapUrl: string | null;
  readonly directionsEn: string;
  readonly directionsEs: string;
  readonly active: boolean;
}

const selectLocations = statement<LocationRow>(
  "directory.locations",
  `select id, key, name, zone, address_lines as "addressLines", city, region, postal_code as "postalCode", country,
          phone, map_url as "mapUrl", directions_en as "directionsEn", directions_es as "directionsEs", active
   from location where org_id = $1 order by position, key`,
);
export const readLocations = (tx: Transaction, orgId: string): Promise<LocationRow[]> =>
  tx.all(selectLocations, [orgId]);

export interface SpecialtyRow {
  readonly code: string;
  readonly nameEn: string;
  readonly nameEs: string;
}

const selectSpecialties = statement<SpecialtyRow>(
  "directory.specialties",
  `select code, name_en as "nameEn", name_es as "nameEs" from specialty where org_id = $1 order by code`,
);
export const readSpecialties = (tx: Transaction, orgId: string): Promise<SpecialtyRow[]> =>
  tx.all(selectSpecialties, [orgId]);

export interface RoomRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly locationId: string;
  readonly kind: string;
  readonly scheduleVersion: number;
  readonly active: boolean;
}

const selectRooms = statement<RoomRow>(
  "directory.rooms",
  `select id, key, name, location_id as "locationId", kind, schedule_version as "scheduleVersion", active
   from room where org_id = $1 order by position, key`,
);
export const readRooms = (tx: Transaction, orgId: string): Promise<RoomRow[]> => tx.all(selectRooms, [orgId]);
