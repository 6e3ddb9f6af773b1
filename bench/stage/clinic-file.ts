/**
 * A clinic made for trials: every provider works 08:00 to 18:00 on every day of the week, so that the free times are easy
 * to count: a week of one provider with visits of 30 minutes holds 7 × 20 of them.
 */
import { type ClinicFile, clinicFile } from "../../src/contract/clinic-file/index.ts";

export interface StageService {
  readonly key: string;
  readonly providers: number;
  /** Rooms of this service's own, of which each visit takes one. */
  readonly rooms: number;
  readonly visitMinutes: number;
}

export interface StageClinic {
  readonly slug: string;
  readonly services: readonly StageService[];
  readonly desks: number;
}

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const both = (text: string) => ({ en: text, es: text });
const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export function stageClinicFile({ slug, services, desks }: StageClinic): ClinicFile {
  return clinicFile.parse({
    formatVersion: 1,
    organisation: {
      ...{
        slug,
        name: "Harbour Health",
        kind: "clinic",
        zone: "America/New_York",
        defaultLocale: "en",
        locales: ["en", "es"],
      },
      ...{ phone: "+12125550100", email: "desk@harbour.example" },
      policy: { minNoticeMinutes: 0, maxHorizonDays: 150, slotIntervalMinutes: 15, holdMinutes: 5, maxReschedules: 50 },
    },
    locations: [
      {
        key: "main",
        name: "Main",
        zone: "America/New_York",
        addressLines: ["1 Harbour Street"],
        city: "New York",
        country: "US",
      },
    ],
    specialties: [{ code: "medicine", name: both("Medicine") }],
    departments: [{ key: "medicine", name: both("Medicine"), locations: ["main"] }],
    rooms: services.flatMap(({ key, rooms }) =>
      numbered(rooms, (n) => ({ key: `${key}-room-${n}`, name: `Room ${n}`, location: "main", kind: "consulting" })),
    ),
    providers: services.flatMap(({ key, providers }) => numbered(providers, (n) => provider(key, n))),
    services: services.map(({ key, providers, rooms, visitMinutes }) => ({
      ...{ key, name: both(key), department: "medicine", specialty: "medicine", durationMinutes: visitMinutes },
      providers: numbered(providers, (n) => ({ provider: `${key}-provider-${n}` })),
      ...(rooms > 0 && { room: { anyOf: numbered(rooms, (n) => `${key}-room-${n}`) } }),
    })),
    staff: [
      ...numbered(desks, (n) => ({ ...worker(`desk-${n}`, n), role: "front-desk", departments: ["medicine"] })),
      { ...worker("administrator", desks), role: "administrator" },
    ],
  });
}

function worker(name: string, n: number) {
  const [email, phone] = [`${name}@harbour.example`, `+1212556${String(1000 + n)}`];
  return { given: "Joan", family: `Mercer ${n}`, email, phone };
}

function provider(service: string, n: number) {
  return {
    ...{ key: `${service}-provider-${n}`, given: "Ana", family: `Ruiz ${n}`, role: "doctor" },
    ...{ email: `${service}-provider-${n}@harbour.example`, phone: `+1212557${String(1000 + n)}` },
    ...{ specialties: ["medicine"], languages: ["en", "es"], departments: ["medicine"] },
    hours: [{ location: "main", days: week, from: "08:00", to: "18:00" }],
  };
}
