import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export interface ProviderRow {
  readonly id: string;
  readonly key: string;
  readonly role: "doctor" | "nurse";
  readonly prefix: string;
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string | null;
  readonly languages: readonly string[];
  readonly bioEn: string;
  readonly bioEs: string;
  readonly scheduleVersion: number;
  readonly version: number;
  readonly active: boolean;
  readonly departmentIds: readonly string[];
  readonly specialties: readonly string[];
  /** Where the provider has opening hours. */
  readonly locationIds: readonly string[];
  readonly serviceIds: readonly string[];
}

const selectProviders = statement<ProviderRow>(
  "directory.providers",
  `select p.id, p.key, p.role, p.prefix, p.given, p.family, p.second_family as "secondFamily", p.languages,
          p.bio_en as "bioEn", p.bio_es as "bioEs", p.schedule_version as "scheduleVersion", p.version, p.active,
          array(select d.department_id from provider_department d
                where d.org_id = p.org_id and d.provider_id = p.id) as "departmentIds",
          array(select s.specialty_code from provider_specialty s
                where s.org_id = p.org_id and s.provider_id = p.id order by s.specialty_code) as "specialties",
          array(select distinct o.location_id from opening o
                where o.org_id = p.org_id and o.resource_id = p.id) as "locationIds",
          array(select s.service_id from service_provider s
                where s.org_id = p.org_id and s.provider_id = p.id) as "serviceIds"
   from provider p where p.org_id = $1 order by p.position, p.key`,
);

export const readProviders = (tx: Transaction, orgId: string): Promise<ProviderRow[]> =>
  tx.all(selectProviders, [orgId]);
