/** Why a time cannot be booked, in the reader's words; never whose appointment is in the way [BOOK-14]. */

import type { RefusalReason } from "../../contract/routes/availability.ts";
import type { Locale } from "../../contract/values.ts";
import type { StartReason } from "../../domain/availability/index.ts";
import type { Catalogue } from "../directory/index.ts";
import { momentOf } from "./local-moments.ts";

type Texts = Readonly<Record<string, string>>;

const en: Texts = {
  in_past: "This time is in the past.",
  too_soon: "It is too soon: the earliest start that can be booked now is {limit}.",
  too_far: "It is too far ahead: the latest start that can be booked now is {limit}.",
  off_grid: "Appointments start every {step} minutes.",
  patient_busy: "The patient has another appointment then.",
  service_not_offered: "{who} does not offer this service here.",
  no_hours: "{who} does not work here then.",
  break: "{who} has a break then.",
  holiday: "It is a holiday.",
  closed_day: "{who} is closed or away that day.",
  in_closure: "{who} has time off or is reserved then.",
  provider_busy: "{who} is taken then.",
  room_busy: "{who} is taken then.",
  held: "{who} is being booked by someone else at this moment.",
};

const es: Texts = {
  in_past: "Esa hora ya pasó.",
  too_soon: "Es demasiado pronto: la primera hora que se puede reservar ahora es {limit}.",
  too_far: "Es demasiado lejos: la última hora que se puede reservar ahora es {limit}.",
  off_grid: "Las citas empiezan cada {step} minutos.",
  patient_busy: "El paciente tiene otra cita a esa hora.",
  service_not_offered: "{who} no ofrece este servicio aquí.",
  no_hours: "{who} no atiende aquí a esa hora.",
  break: "{who} está en pausa a esa hora.",
  holiday: "Es festivo.",
  closed_day: "{who} no atiende ese día.",
  in_closure: "{who} tiene tiempo libre o está reservado a esa hora.",
  provider_busy: "{who}: esa hora está ocupada.",
  room_busy: "{who}: esa hora está ocupada.",
  held: "Otra persona está reservando con {who} en este momento.",
};

const texts: Readonly<Record<Locale, Texts>> = { en, es };
const anybody: Readonly<Record<Locale, string>> = { en: "Nobody suitable", es: "Nadie adecuado" };

/** Hours, notice, horizon and grid bend for permitted staff with a reason; what is claimed never does. */
const softCodes = new Set(["outside_hours", "too_soon", "too_far", "off_grid"]);

export function refusalReasons(
  reasons: readonly StartReason[],
  catalogue: Catalogue,
  zone: string,
  locale: Locale,
): RefusalReason[] {
  return reasons.map((reason) => {
    const resourceId = "resourceId" in reason ? reason.resourceId : null;
    const key = reason.code === "outside_hours" ? reason.why : reason.code;
    const limit =
      reason.code === "too_soon" ? reason.earliestStart : reason.code === "too_far" ? reason.latestStart : null;
    const words: Record<string, string> = {
      who: nameOf(catalogue, resourceId) ?? anybody[locale],
      step: "stepMinutes" in reason ? String(reason.stepMinutes) : "",
      limit: limit === null ? "" : `${momentOf(limit, zone).localDate} ${momentOf(limit, zone).localTime}`,
    };
    const text = (texts[locale][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
    return { code: reason.code, text, resourceId, soft: softCodes.has(reason.code) };
  });
}

function nameOf(catalogue: Catalogue, resourceId: string | null): string | null {
  if (resourceId === null) return null;
  return catalogue.providers.get(resourceId)?.displayName ?? catalogue.rooms.get(resourceId)?.name ?? null;
}
