import { expandOpenings, type ScheduleException } from "../../../domain/schedule/index.ts";
import { addDays, isOverlapping, localDayBounds, parseLocalDate } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  type ChangeFeed,
  command,
  done,
  type FieldProblem,
  type Operation,
  refuse,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { readHolidays, readSchedules, type ScheduleOf } from "../../openings/index.ts";
import { announceSchedule } from "../announce-schedule.ts";
import { presentException } from "../exception-row.ts";
import { minutesOf } from "../hours-rules.ts";
import { findScheduledResource, lockGuard, placeOf, type ScheduledResource, todayAt } from "../scheduled-resource.ts";

type Call = TransactionCall<"schedules.add-exception">;
type NewException = ScheduleException & { readonly id: string };

const insertException = statement(
  "schedules.insert-exception",
  `insert into schedule_exception (org_id, id, resource_id, location_id, local_date, kind, from_minute, to_minute)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Closed, other or extra hours on one date [AVAIL-02]. */
export const addException = (feed: ChangeFeed): Operation =>
  command("schedules.add-exception", {
    permission: "schedule.manage",
    audit: "schedule.add-exception",
    run: async (call) => {
      const { tx, context, audit } = call;
      const { orgId } = context.organisation;
      audit.subjectType = "schedule";
      audit.subjectId = call.params.id;
      const resource = await findScheduledResource(call);
      if (resource === null) return refuse("not_found");
      const fields = problemsOf(call, resource);
      if (fields.length > 0) return refuse("invalid_request", { fields });
      const exception = exceptionOf(call, resource);
      // Under the guard two equal requests come one after the other, and the second finds the first one's row.
      await lockGuard(tx, orgId, resource.id);
      const schedule = (await readSchedules(tx, orgId, [resource.id])).get(resource.id) ?? {
        rules: [],
        exceptions: [],
      };
      if (schedule.exceptions.some((other) => isSame(other, exception))) return refuse("already_exists");
      if (exception.kind !== "closed" && (await isElsewhereThen(call, schedule, exception))) {
        return refuse("hours_invalid", { fields: [{ path: "from", code: "two_places_at_once" }] });
      }
      const { id, localDate, kind, locationId, fromMinute, toMinute } = exception;
      const minutes = kind === "closed" ? [null, null] : [fromMinute, toMinute];
      await tx.run(insertException, [orgId, id, resource.id, locationId, localDate, kind, ...minutes]);
      audit.details = { exceptionId: id, localDate, kind };
      const event = {
        type: "hours.changed",
        subjectId: resource.id,
        resourceIds: [resource.id],
        localDates: [localDate],
      } as const;
      await announceSchedule(call, feed, event);
      return done(presentException(exception));
    },
  });

function problemsOf({ body, context }: Call, resource: ScheduledResource): FieldProblem[] {
  const { localDate, kind, locationId, from, to } = body;
  const problems: FieldProblem[] = [];
  const place = locationId === null ? undefined : placeOf(resource, locationId);
  const today = todayAt(place?.zone ?? resource.zone, context);
  if (!parseLocalDate(localDate).ok) problems.push({ path: "localDate", code: "bad_date" });
  else if (localDate < today) problems.push({ path: "localDate", code: "date_in_past" });
  if (locationId !== null && place === undefined) problems.push({ path: "locationId", code: "unknown_reference" });
  if (kind === "closed") {
    if (from !== null) problems.push({ path: "from", code: "not_allowed" });
    if (to !== null) problems.push({ path: "to", code: "not_allowed" });
    return problems;
  }
  if (locationId === null) problems.push({ path: "locationId", code: "required" });
  if (from === null) problems.push({ path: "from", code: "required" });
  if (to === null) problems.push({ path: "to", code: "required" });
  if (from !== null && minutesOf(from, "00:00") === null) problems.push({ path: "from", code: "bad_time" });
  if (to !== null && minutesOf("00:00", to) === null) problems.push({ path: "to", code: "bad_time" });
  return problems;
}

function exceptionOf({ body, context }: Call, resource: ScheduledResource): NewException {
  const { kind, locationId, from, to } = body;
  const parsed = parseLocalDate(body.localDate);
  if (!parsed.ok) throw new Error("an exception's date is checked before");
  const place = locationId === null ? undefined : placeOf(resource, locationId);
  const minutes = minutesOf(from ?? "00:00", to ?? "00:00") ?? { fromMinute: 0, toMinute: 1440 };
  return {
    id: newId(),
    resourceId: resource.id,
    locationId,
    // As readers of the row see it: what concerns every place goes by the organisation's clock.
    zone: place?.zone ?? context.organisation.zone,
    localDate: parsed.localDate,
    kind,
    ...minutes,
  };
}

/** A date is closed once; other hours of one date add up, and are the same when they begin and end together. */
function isSame(a: ScheduleException, b: ScheduleException): boolean {
  if (a.localDate !== b.localDate || a.kind !== b.kind || a.locationId !== b.locationId) return false;
  return a.kind === "closed" || (a.fromMinute === b.fromMinute && a.toMinute === b.toMinute);
}

/** Would the new hours be open while another place is? Nobody can be at two places. */
async function isElsewhereThen(
  { tx, context }: Call,
  { rules, exceptions }: ScheduleOf,
  added: NewException,
): Promise<boolean> {
  const holidays = await readHolidays(tx, context.organisation.orgId);
  const window = {
    startsAt: localDayBounds(added.localDate, added.zone).startsAt,
    endsAt: localDayBounds(addDays(added.localDate, 1), added.zone).endsAt,
  };
  const own = expandOpenings([], [added], [], window);
  const others = expandOpenings(rules, exceptions, holidays, window).filter(
    ({ locationId }) => locationId !== added.locationId,
  );
  return own.some((opening) => others.some((other) => isOverlapping(opening, other)));
}
