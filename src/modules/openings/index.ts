export { type HolidayRow, type ScheduleOf, readHolidays, readSchedules } from "./read-schedules.ts";
