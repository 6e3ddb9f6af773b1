import { localDatesIn } from "../../../domain/time/index.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  type ChangeFeed,
  done,
  type Operation,
  refuse,
  repeatableCommand,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { announceSchedule } from "../announce-schedule.ts";
import { closeTime } from "../close-time.ts";
import { closureSpanToCome, encryptNote, presentTimeOff, readClosure, spanToCome } from "../closure-row.ts";
import { findScheduledResource } from "../scheduled-resource.ts";
import { timeOffSpan } from "../time-off-span.ts";
import { presentVisits, visitsInside } from "../visits-inside.ts";

type Call = TransactionCall<"schedules.add-time-off">;

/** True at once, over live visits too: no new visit enters, the visits inside are listed [AVAIL-02][AVAIL-08]. */
export const addTimeOff = (feed: ChangeFeed): Operation =>
  repeatableCommand("schedules.add-time-off", {
    permission: "time-off.manage",
    audit: "time-off.add",
    run: async (call) => {
      const { tx, context, body, keyring, audit } = call;
      const { orgId } = context.organisation;
      audit.subjectType = "schedule";
      audit.subjectId = call.params.id;
      const resource = await findScheduledResource(call);
      if (resource === null) return refuse("not_found");
      const span = timeOffSpan(resource, body, context.nowMs);
      if (!span.ok) return span;
      const { startsAt, endsAt, zone } = span.value;
      const id = newId();
      const note = body.note?.trim() ?? "";
      const { data } = await keyring.organisation(tx, orgId);
      await closeTime(tx, orgId, {
        id,
        resourceId: resource.id,
        kind: body.kind,
        startsAt,
        endsAt,
        zone,
        noteCipher: note === "" ? null : encryptNote(data, orgId, id, note),
        createdBy: context.actor.personId,
      });
      const affected = await visitsInside(tx, orgId, [spanToCome(resource.id, span.value, context.nowMs)]);
      audit.details = { timeOffId: id, kind: body.kind, affected: affected.length };
      const localDates = localDatesIn(span.value, zone);
      await announceSchedule(call, feed, {
        type: "closure.added",
        subjectId: id,
        resourceIds: [resource.id],
        localDates,
      });
      return done({ id });
    },
    present: async (call, effect) => presentAdded(call, String(effect.id)),
  });

/** A repeated request is told which visits stand in it by now. */
async function presentAdded(call: Call, id: string) {
  const { tx, context, keyring, params } = call;
  const { orgId } = context.organisation;
  const row = await readClosure(tx, orgId, params.id, id);
  if (row === undefined) throw new Error(`closure ${id} was entered and is not there`);
  const affected = await visitsInside(tx, orgId, [closureSpanToCome(row, context.nowMs)]);
  const { data } = await keyring.organisation(tx, orgId);
  return {
    timeOff: presentTimeOff(row, orgId, affected.length, data),
    affected: await presentVisits(call, "time-off", affected),
  };
}
