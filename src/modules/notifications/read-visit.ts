/** An appointment with all that a notice may say of it, in one query, at the moment of sending. */
import type { Locale } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export interface VisitRow {
  readonly sequence: number;
  readonly status: string;
  readonly isPast: boolean;
  readonly patientId: string;
  readonly providerId: string;
  readonly reference: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly modality: "in-person" | "video" | "phone";
  readonly instructionsEn: string;
  readonly instructionsEs: string;
  readonly whatToBringEn: string;
  readonly whatToBringEs: string;
  readonly prefix: string;
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string | null;
  readonly placeName: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly mapUrl: string | null;
  readonly directionsEn: string;
  readonly directionsEs: string;
  readonly clinicName: string;
  readonly clinicEmail: string;
  readonly accent: string | null;
  readonly defaultLocale: Locale;
  readonly slug: string;
}

const selectVisit = statement<VisitRow>(
  "notifications.visit",
  `select a.sequence, a.status, a.starts_at <= now() as "isPast", a.patient_id as "patientId",
          a.provider_id as "providerId", a.reference, a.starts_at as "startsAt", a.ends_at as "endsAt", a.zone, a.modality,
          s.instructions_en as "instructionsEn", s.instructions_es as "instructionsEs",
          s.what_to_bring_en as "whatToBringEn", s.what_to_bring_es as "whatToBringEs",
          p.prefix, p.given, p.family, p.second_family as "secondFamily",
          l.name as "placeName", l.address_lines as "addressLines", l.city, l.region, l.postal_code as "postalCode",
          l.phone, l.map_url as "mapUrl", l.directions_en as "directionsEn", l.directions_es as "directionsEs",
          o.name as "clinicName", o.email as "clinicEmail", o.accent, o.default_locale as "defaultLocale", d.slug
   from appointment a
   join service s on s.org_id = a.org_id and s.id = a.service_id
   join provider p on p.org_id = a.org_id and p.id = a.provider_id
   join location l on l.org_id = a.org_id and l.id = a.location_id
   join organisation o on o.org_id = a.org_id
   join organisation_address d on d.org_id = a.org_id and d.current
   where a.org_id = $1 and a.id = $2`,
);

export const readVisit = (tx: Transaction, orgId: string, appointmentId: string): Promise<VisitRow | undefined> =>
  tx.one(selectVisit, [orgId, appointmentId]);
