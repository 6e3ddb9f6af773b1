import type { AnswerOf, Contract } from "../../../contract/index.ts";
import type { AppointmentStatus } from "../../../domain/appointment/index.ts";
import { formatFullName } from "../../../domain/person/index.ts";
import { decryptText } from "../../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { done, type Keyring, type Operation, query, refuse } from "../../_kernel/index.ts";
import { momentOfIso } from "../../availability/index.ts";
import { catalogueInside } from "../../directory/index.ts";
import { staffNames } from "../../identity/index.ts";
import { presentAppointments } from "../present-appointments.ts";
import { readAppointment } from "../read-appointments.ts";
import { isOnlyClient, isVisibleTo } from "../viewer.ts";

type History = AnswerOf<Contract["appointments.history"]>;

const publicBecause = "the holder of a verified manage link reads an appointment; whoever may not see it gets 404";

export const getAppointment: Operation = query("appointments.get", {
  permission: "appointment.view",
  publicBecause,
  audit: "appointment.view",
  run: async (call) => {
    const { tx, context, keyring, params } = call;
    const { orgId } = context.organisation;
    const row = await readAppointment(tx, orgId, params.id);
    if (row === undefined || !isVisibleTo(context.actor, row)) return refuse("not_found");
    call.audit.subjectType = "appointment";
    call.audit.subjectId = row.id;
    call.audit.patientId = row.patientId;
    const catalogue = await catalogueInside(tx, orgId);
    const [answer] = await presentAppointments({ tx, keyring, context, catalogue }, [row]);
    return answer === undefined ? refuse("not_found") : done(answer);
  },
});

interface ChangeRow {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly requester: History["changes"][number]["requester"];
  readonly channel: History["changes"][number]["channel"];
  readonly reasonCipher: Buffer | null;
  readonly fromStatus: AppointmentStatus | null;
  readonly toStatus: AppointmentStatus | null;
  readonly oldValues: { startsAt?: string; providerId?: string };
  readonly newValues: { startsAt?: string; providerId?: string };
}

const selectChanges = statement<ChangeRow>(
  "booking.changes",
  `select id, version, kind, at, actor_id as "actorId", actor_role as "actorRole", requester, channel,
          reason_cipher as "reasonCipher", from_status as "fromStatus", to_status as "toStatus",
          old_values as "oldValues", new_values as "newValues"
   from appointment_change where org_id = $1 and appointment_id = $2 order by version desc`,
);
const selectConfirmations = statement<{
  about: "booking" | "change" | "cancellation";
  method: History["confirmations"][number]["method"];
  at: string;
  byId: string | null;
}>(
  "booking.confirmations",
  `select about, method, at, by_id as "byId" from appointment_confirmation
   where org_id = $1 and appointment_id = $2 order by at desc`,
);
const selectMessages = statement<History["messages"][number]>(
  "booking.messages-of-appointment",
  `select id, kind, channel, state, locale, updated_at as at, address_hint as "addressHint"
   from message where org_id = $1 and subject_id = $2 and (recipient_kind = 'patient' or $3) order by created_at desc, id`,
);

/** Everything that happened to it: changes with old and new values, confirmations, messages [BOOK-11]. */
export const getAppointmentHistory: Operation = query("appointments.history", {
  permission: "appointment.view",
  publicBecause,
  audit: "appointment.history",
  run: async (call) => {
    const { tx, context, keyring, params } = call;
    const { orgId } = context.organisation;
    const row = await readAppointment(tx, orgId, params.id);
    if (row === undefined || !isVisibleTo(context.actor, row)) return refuse("not_found");
    call.audit.subjectType = "appointment";
    call.audit.subjectId = row.id;
    call.audit.patientId = row.patientId;
    const catalogue = await catalogueInside(tx, orgId);
    const changes = await tx.all(selectChanges, [orgId, row.id]);
    const confirmations = await tx.all(selectConfirmations, [orgId, row.id]);
    const key = (await keyring.patients(tx, orgId, [row.patientId])).get(row.patientId);
    const isStaff = !isOnlyClient(context.actor, row);
    const names = isStaff
      ? await namesOf(tx, keyring, orgId, [
          ...changes.map(({ actorId }) => actorId),
          ...confirmations.map(({ byId }) => byId),
        ])
      : new Map<string, string>();
    const reasonOf = ({ id, reasonCipher }: ChangeRow): string | null =>
      reasonCipher === null || key === undefined
        ? null
        : decryptText(key, { column: "appointment_change.reason_cipher", orgId, rowId: id }, reasonCipher);
    const providerName = (id: string | undefined): string | null =>
      id === undefined ? null : (catalogue.providers.get(id)?.displayName ?? null);
    const momentAt = (iso: string | undefined) => (iso === undefined ? null : momentOfIso(iso, row.zone));
    return done<History>({
      changes: changes.map((change) => ({
        id: change.id,
        version: change.version,
        kind: change.kind,
        at: change.at,
        actorName: names.get(change.actorId ?? "") ?? "",
        actorRole: change.actorRole,
        requester: change.requester,
        channel: change.channel,
        reason: reasonOf(change),
        fromStatus: change.fromStatus,
        toStatus: change.toStatus,
        oldStart: momentAt(change.oldValues.startsAt),
        newStart: momentAt(change.newValues.startsAt),
        oldProviderName: providerName(change.oldValues.providerId),
        newProviderName: providerName(change.newValues.providerId),
      })),
      confirmations: confirmations.map(({ about, method, at, byId }) => ({
        about,
        method,
        at,
        byName: names.get(byId ?? "") ?? "",
      })),
      messages: await tx.all(selectMessages, [orgId, row.id, isStaff]),
    });
  },
});

/** Names of the persons who acted, for staff to read; patients are not shown who of the staff did it. */
async function namesOf(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const names = await staffNames(tx, keyring, orgId, known);
  return new Map([...names].map(([id, name]) => [id, formatFullName(name, "en")]));
}
