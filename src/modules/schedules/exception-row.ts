/** One date that differs from the weekly hours, as the API shows it. A closed date has no times. */

import type { AnswerOf } from "../../contract/route.ts";
import type { addException } from "../../contract/routes/schedules.ts";
import type { ScheduleException } from "../../domain/schedule/index.ts";
import { timesOf } from "./hours-rules.ts";

export type PresentedException = AnswerOf<typeof addException>;

type ExceptionRow = Omit<ScheduleException, "resourceId" | "zone"> & { readonly id: string };

export function presentException({
  id,
  localDate,
  kind,
  locationId,
  fromMinute,
  toMinute,
}: ExceptionRow): PresentedException {
  const times = kind === "closed" ? { from: null, to: null } : timesOf({ fromMinute, toMinute });
  return { id, localDate, kind, locationId, ...times };
}
