import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import {
  type ChangeFeed,
  command,
  done,
  type Operation,
  query,
  refuse,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { minuteOfIso } from "../../availability/index.ts";
import { catalogueInside } from "../../directory/index.ts";
import { announce, type BookingEvent } from "../booking-change.ts";
import { type HoldRow, isLapsed, presentHold, readOwnHold } from "../hold-row.ts";

const extend = statement<{ expiresAt: string }>(
  "booking.extend-hold",
  `update hold set expires_at = greatest(expires_at, clock_timestamp()) + make_interval(mins => $3), extended = true
   where org_id = $1 and id = $2 and not extended and expires_at > clock_timestamp()
   returning expires_at as "expiresAt"`,
);
const release = statement("booking.release-hold", "delete from hold where org_id = $1 and id = $2");
const insertOutbox = statement("booking.outbox-of-hold", "select insert_outbox($1, $2)");

const publicBecause = "the holder may be a visitor; the hold is found by the visitor's own cookie";

export const getHold: Operation = query("holds.get", {
  permission: "hold.manage",
  publicBecause,
  audit: null,
  run: async ({ tx, context, params }) => {
    const row = await readOwnHold(tx, context, params.id);
    if (row === null) return refuse("not_found");
    if (isLapsed(row)) return refuse("hold_expired");
    return done(presentHold(row, await catalogueInside(tx, context.organisation.orgId), context));
  },
});

/** 'I need more time': once, by as long again. The database's clock decides whether it still lives. */
export const extendHold = (feed: ChangeFeed): Operation =>
  command("holds.extend", {
    permission: "hold.manage",
    publicBecause,
    audit: "hold.extend",
    run: async (call) => {
      const { tx, context, params } = call;
      const row = await readOwnHold(tx, context, params.id);
      if (row === null) return refuse("not_found");
      if (isLapsed(row)) return refuse("hold_expired");
      if (row.extended) return refuse("hold_already_extended");
      call.audit.subjectType = "hold";
      call.audit.subjectId = row.id;
      const catalogue = await catalogueInside(tx, context.organisation.orgId);
      const minutes = catalogue.services.get(row.serviceId)?.policy.holdMinutes ?? 5;
      await extendRow(tx, context.organisation.orgId, row.id, minutes);
      await tellOfHold(call, row, "hold.extended", feed);
      const now = await readOwnHold(tx, context, row.id);
      return now === null ? refuse("hold_expired") : done(presentHold(now, catalogue, context));
    },
  });

export function extendRow(tx: Transaction, orgId: string, holdId: string, minutes: number): Promise<number> {
  return tx.run(extend, [orgId, holdId, minutes]);
}

/** Giving a time back twice, or after it lapsed, is as good as once. */
export const releaseHold = (feed: ChangeFeed): Operation =>
  command("holds.release", {
    permission: "hold.manage",
    publicBecause,
    audit: "hold.release",
    run: async (call) => {
      const { tx, context, params } = call;
      const row = await readOwnHold(tx, context, params.id);
      if (row === null) return done(undefined);
      call.audit.subjectType = "hold";
      call.audit.subjectId = row.id;
      await tx.run(release, [context.organisation.orgId, row.id]);
      await tellOfHold(call, row, "hold.released", feed);
      return done(undefined);
    },
  });

type HoldCall = Pick<TransactionCall<"holds.extend">, "tx" | "context" | "afterCommit">;

/** Who shows the held time reads it again. */
export async function tellOfHold(
  { tx, context, afterCommit }: HoldCall,
  row: HoldRow,
  type: BookingEvent["type"],
  feed: ChangeFeed,
): Promise<void> {
  const { orgId, zone } = context.organisation;
  const announced = announce({
    type,
    orgId,
    subjectId: row.id,
    sequence: 0,
    appointmentId: null,
    patientId: row.patientId,
    serviceId: row.serviceId,
    visits: [{ startsAt: minuteOfIso(row.startsAt), endsAt: minuteOfIso(row.endsAt), zone }],
    reload: [
      row.providerId,
      ...(row.roomId === null ? [] : [row.roomId]),
      ...(row.patientId === null ? [] : [row.patientId]),
    ],
  });
  await tx.run(insertOutbox, [orgId, announced.outbox]);
  afterCommit(() => feed.publish(announced.change));
}
