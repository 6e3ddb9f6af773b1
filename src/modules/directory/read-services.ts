import type { PolicyPart } from "../../domain/policy/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export type Modality = "in-person" | "video" | "phone";

export interface ServiceProviderRow {
  readonly providerId: string;
  /** Null: the service's own length. */
  readonly durationMinutes: number | null;
}

export interface ServiceRow {
  readonly id: string;
  readonly key: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly descriptionEn: string;
  readonly descriptionEs: string;
  readonly departmentId: string;
  readonly specialtyCode: string | null;
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly modality: Modality;
  readonly instructionsEn: string;
  readonly instructionsEs: string;
  readonly whatToBringEn: string;
  readonly whatToBringEs: string;
  readonly onlineBookable: boolean;
  readonly policy: PolicyPart;
  readonly active: boolean;
  readonly version: number;
  readonly providers: readonly ServiceProviderRow[];
  readonly roomIds: readonly string[];
}

const selectServices = statement<ServiceRow>(
  "directory.services",
  `select s.id, s.key, s.name_en as "nameEn", s.name_es as "nameEs", s.description_en as "descriptionEn",
          s.description_es as "descriptionEs", s.department_id as "departmentId", s.specialty_code as "specialtyCode",
          s.duration_minutes as "durationMinutes", s.buffer_before_minutes as "bufferBeforeMinutes",
          s.buffer_after_minutes as "bufferAfterMinutes", s.modality, s.instructions_en as "instructionsEn",
          s.instructions_es as "instructionsEs", s.what_to_bring_en as "whatToBringEn",
          s.what_to_bring_es as "whatToBringEs", s.online_bookable as "onlineBookable", s.policy, s.active, s.version,
          coalesce((select jsonb_agg(jsonb_build_object('providerId', p.provider_id, 'durationMinutes', p.duration_minutes)
                                     order by v.position, v.key)
                    from service_provider p
                    join provider v on v.org_id = p.org_id and v.id = p.provider_id
                    where p.org_id = s.org_id and p.service_id = s.id), '[]') as providers,
          array(select r.room_id from service_room r
                join room on room.org_id = r.org_id and room.id = r.room_id
                where r.org_id = s.org_id and r.service_id = s.id order by room.position, room.key) as "roomIds"
   from service s where s.org_id = $1 order by s.position, s.key`,
);

export const readServices = (tx: Transaction, orgId: string): Promise<ServiceRow[]> => tx.all(selectServices, [orgId]);
