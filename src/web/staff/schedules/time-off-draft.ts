/**
 * Time off as it is typed. Whole days run from midnight to the midnight after the last one.
 *
 * Example: 14 to 16 December, whole days, is sent as 14 December 00:00 to 17 December 00:00.
 */
import type { RequestOf } from "../../api/index.ts";
import { addDays } from "../../i18n/dates.ts";

export type TimeOffBody = RequestOf<"schedules.add-time-off">["body"];

export interface TimeOffDraft {
  readonly kind: TimeOffBody["kind"];
  readonly firstDate: string;
  readonly lastDate: string;
  readonly isWholeDays: boolean;
  readonly startTime: string;
  readonly endTime: string;
  readonly note: string;
}

export function emptyTimeOff(today: string): TimeOffDraft {
  const day = addDays(today, 1);
  return {
    ...{
      kind: "time-off",
      firstDate: day,
      lastDate: day,
      isWholeDays: true,
      note: "",
    },
    ...{ startTime: "09:00", endTime: "13:00" },
  };
}

export function timeOffBody(draft: TimeOffDraft): TimeOffBody {
  const { kind, firstDate, lastDate, isWholeDays } = draft;
  const note = draft.note.trim();
  const times = isWholeDays
    ? {
        localStartTime: "00:00",
        localEndDate: addDays(lastDate, 1),
        localEndTime: "00:00",
      }
    : {
        localStartTime: draft.startTime,
        localEndDate: lastDate,
        localEndTime: draft.endTime,
      };
  return {
    kind,
    localStartDate: firstDate,
    ...times,
    ...(note === "" ? {} : { note }),
  };
}
