import type { ChangeFeed, Operation } from "../_kernel/index.ts";
import { addException } from "./commands/add-exception.ts";
import { addHoliday } from "./commands/add-holiday.ts";
import { addTimeOff } from "./commands/add-time-off.ts";
import { putHours } from "./commands/put-hours.ts";
import { removeException } from "./commands/remove-exception.ts";
import { removeHoliday } from "./commands/remove-holiday.ts";
import { removeTimeOff } from "./commands/remove-time-off.ts";
import { getSchedule } from "./queries/get-schedule.ts";
import { listDisplaced } from "./queries/list-displaced.ts";
import { listHolidays } from "./queries/list-holidays.ts";
import { previewTimeOff } from "./queries/preview-time-off.ts";

/** `feed` tells everyone whose time has changed. */
export const scheduleOperations = (feed: ChangeFeed): Operation[] => [
  getSchedule,
  putHours(feed),
  addException(feed),
  removeException(feed),
  previewTimeOff,
  addTimeOff(feed),
  removeTimeOff(feed),
  listDisplaced,
  listHolidays,
  addHoliday(feed),
  removeHoliday(feed),
];
