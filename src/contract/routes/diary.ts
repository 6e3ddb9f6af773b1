/** The staff diary: columns of one day, or days of one provider. */
import { z } from "zod";
import { route } from "../route.ts";
import { id, instant, localDate, localText, localTime, shownStatus, slugParams, zone } from "../values.ts";

/** Local times are minutes after the column's local midnight as the wall clock shows them. */
const block = z.strictObject({
  id: id.nullable(),
  kind: z.enum(["open", "break", "closure", "hold", "buffer"]),
  startsAt: instant,
  endsAt: instant,
  localStart: localTime,
  localEnd: localTime,
  label: localText.nullable(),
});

export const diaryAppointment = z.strictObject({
  id,
  /** What is null here belongs to another department: the reader sees only that the time is taken [ID-04]. */
  reference: z.string().nullable(),
  version: z.int(),
  shown: shownStatus,
  startsAt: instant,
  endsAt: instant,
  localStart: localTime,
  localEnd: localTime,
  serviceId: id.nullable(),
  serviceName: localText,
  patientId: id.nullable(),
  patientName: z.string().nullable(),
  providerId: id,
  roomId: id.nullable(),
  roomName: z.string().nullable(),
  locationId: id,
  bookedOnline: z.boolean(),
  confirmed: z.boolean(),
  verifiedPatient: z.boolean(),
  allowed: z.array(z.string()),
});
export type DiaryAppointment = z.infer<typeof diaryAppointment>;

export const diaryColumn = z.strictObject({
  /** Resource and local day, unique within the answer. */
  key: z.string(),
  resourceId: id,
  name: z.string(),
  kind: z.enum(["provider", "room"]),
  localDate,
  locationIds: z.array(id),
  blocks: z.array(block),
  appointments: z.array(diaryAppointment),
});
export type DiaryColumn = z.infer<typeof diaryColumn>;

export const getDiaryDay = route({
  method: "GET",
  path: "/organisations/:slug/diary/day",
  summary: "One day: a column per provider or room",
  params: slugParams,
  query: z.strictObject({
    date: localDate.optional(),
    departmentId: id.optional(),
    locationId: id.optional(),
    columns: z.enum(["provider", "room"]).optional(),
  }),
  answer: z.strictObject({ zone, localDate, now: instant, columns: z.array(diaryColumn) }),
});

export const getDiaryWeek = route({
  method: "GET",
  path: "/organisations/:slug/diary/week",
  summary: "Seven days of one provider or room",
  params: slugParams,
  query: z.strictObject({ resourceId: id, from: localDate.optional() }),
  answer: z.strictObject({ zone, from: localDate, now: instant, columns: z.array(diaryColumn) }),
});
