export {
  addDays,
  dayOfLocalDate,
  type LocalDate,
  type LocalDateRefusal,
  type LocalTime,
  type LocalTimeRefusal,
  localDateOfDay,
  localTimeOfMinute,
  minuteOfDay,
  parseLocalDate,
  parseLocalTime,
  type Weekday,
  weekdayOf,
  weekdayOfDay,
} from "./local-text.ts";
export {
  instantsOfWallRange,
  type LocalMoment,
  localDateOf,
  localDatesIn,
  localDayBounds,
  localOf,
  type ResolvedLocal,
  resolveLocal,
} from "./local-time.ts";
export {
  addMinutes,
  asMinute,
  epochMsOfMinute,
  type InstantRefusal,
  type InstantText,
  instantOfMinute,
  instantText,
  MINUTES_PER_DAY,
  type Minute,
  minuteOfEpochMs,
  minuteOfInstant,
  parseInstant,
  type TimeRange,
} from "./minute.ts";
export { clipRanges, isOverlapping, mergeRanges, subtractRanges } from "./range.ts";
export { isZone, offsetMinutesAt, parseZone, type ZoneId, type ZoneSpan, zoneSpanAt } from "./zone.ts";
