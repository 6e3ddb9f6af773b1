export { type HolidayRow, readHolidays, readSchedules, type ScheduleOf } from "./read-schedules.ts";
