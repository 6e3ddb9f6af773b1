import { checkBirthDate } from "../../../domain/person/index.ts";
import { localDateOf, minuteOfEpochMs } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import {
  type ChangeFeed,
  command,
  done,
  type FieldProblem,
  functionCommand,
  type Operation,
  recordDone,
  refuse,
} from "../../_kernel/index.ts";
import { catalogueInside, catalogueOf } from "../../directory/index.ts";
import { type Contact, checkContactCode, issueContactCode, normaliseEmail, parsePhone } from "../../identity/index.ts";
import { isLapsed, presentHold, readOwnHold } from "../hold-row.ts";
import { encryptGuest } from "../patient-for-hold.ts";
import { extendRow, tellOfHold } from "./manage-hold.ts";

const storeGuest = statement(
  "booking.store-guest",
  `update hold set guest_cipher = $3, guest_code_id = $4, guest_contact = $5, guest_verified_at = null
   where org_id = $1 and id = $2`,
);
const markVerified = statement(
  "booking.mark-guest-verified",
  "update hold set guest_verified_at = clock_timestamp() where org_id = $1 and id = $2 and guest_code_id = $3",
);

const publicBecause =
  "guests book without an account where the organisation allows it; the contact is proved by a code";

/** A guest's details and a code to the contact chosen; sending it uses the hold's one extension [BOOK-16]. */
export const guestDetails = (feed: ChangeFeed): Operation =>
  command("holds.guest", {
    permission: "hold.manage",
    publicBecause,
    audit: "hold.guest-details",
    perMinute: 10,
    run: async (call) => {
      const { tx, context, keyring, params, body } = call;
      const { organisation } = context;
      const { orgId, country } = organisation;
      if (!organisation.guestBooking) return refuse("guest_booking_off");
      const hold = await readOwnHold(tx, context, params.id);
      if (hold === null) return refuse("not_found");
      if (isLapsed(hold)) return refuse("hold_expired");
      const email = body.email === undefined ? null : normaliseEmail(body.email);
      const phone = body.phone === undefined ? null : parsePhone(body.phone, country);
      const today = localDateOf(minuteOfEpochMs(context.nowMs), organisation.zone);
      const born = checkBirthDate(body.birthDate, today);
      const fields: FieldProblem[] = [
        ...(body.email !== undefined && email === null ? [{ path: "email", code: "bad_email" } as const] : []),
        ...(body.phone !== undefined && phone === null ? [{ path: "phone", code: "bad_phone" } as const] : []),
        ...(born.ok
          ? []
          : [
              {
                path: "birthDate",
                code:
                  born.code === "in_future" ? "date_in_future" : born.code === "too_long_ago" ? "too_old" : "bad_date",
              } as const,
            ]),
      ];
      const value = body.verifyBy === "email" ? email : phone;
      const contact: Contact | null = value === null ? null : { kind: body.verifyBy, value };
      if (contact === null && fields.length === 0) fields.push({ path: body.verifyBy, code: "required" });
      if (fields.length > 0 || contact === null) return refuse("invalid_request", { fields });

      call.audit.subjectType = "hold";
      call.audit.subjectId = hold.id;
      const issued = await issueContactCode(tx, keyring, { orgId, contact, locale: body.locale });
      if (!issued.ok) return issued;
      const guest = {
        given: body.given.trim(),
        family: body.family.trim(),
        secondFamily: body.secondFamily?.trim() ?? null,
        birthDate: body.birthDate,
        email,
        phone,
        locale: body.locale,
      };
      const cipher = await encryptGuest(tx, keyring, orgId, hold.id, guest);
      await tx.run(storeGuest, [orgId, hold.id, cipher, issued.value.codeId, body.verifyBy]);
      const catalogue = await catalogueInside(tx, orgId);
      await extendRow(tx, orgId, hold.id, catalogue.services.get(hold.serviceId)?.policy.holdMinutes ?? 5);
      await tellOfHold(call, hold, "hold.extended", feed);
      const now = await readOwnHold(tx, context, hold.id);
      if (now === null) return refuse("hold_expired");
      return done({
        hold: presentHold(now, catalogue, context),
        contactHint: issued.value.contactHint,
        codeExpiresAt: issued.value.expiresAt,
      });
    },
  });

/** Outside the kernel's transaction, so that a wrong try stays counted although the step is refused. */
export const verifyGuest: Operation = functionCommand("holds.verify-guest", {
  permission: "hold.manage",
  publicBecause,
  audit: "hold.verify-guest",
  perMinute: 20,
  run: async (call) => {
    const { context, database, keyring, params, body } = call;
    const { orgId } = context.organisation;
    const hold = await database.transaction({ orgId }, (tx) => readOwnHold(tx, context, params.id));
    if (hold === null) return refuse("not_found");
    if (isLapsed(hold)) return refuse("hold_expired");
    if (hold.guestCodeId === null || hold.guestContact === null) return refuse("code_expired");
    call.audit.subjectType = "hold";
    call.audit.subjectId = hold.id;
    const checked = await checkContactCode(database, keyring, {
      codeId: hold.guestCodeId,
      kind: hold.guestContact,
      code: body.code,
    });
    if (!checked.ok) return checked;
    const catalogue = await catalogueOf(database, orgId);
    return database.transaction({ orgId }, async (tx) => {
      // Other details came in between: the code has proved a contact that is not theirs.
      if ((await tx.run(markVerified, [orgId, hold.id, hold.guestCodeId])) === 0) return refuse("code_expired");
      await recordDone(tx, call);
      const now = await readOwnHold(tx, context, hold.id);
      return now === null ? refuse("hold_expired") : done(presentHold(now, catalogue, context));
    });
  },
});
