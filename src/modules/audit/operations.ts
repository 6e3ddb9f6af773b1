import { formatFullName } from "../../domain/person/index.ts";
import { statement } from "../../platform/db/statement.ts";
import { command, done, type Operation, query } from "../_kernel/index.ts";
import { staffNames } from "../identity/index.ts";
import { readHeads, verifyOrganisation } from "./verify.ts";

interface EventRow {
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly role: string;
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly code: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly patientId: string | null;
  readonly requestId: string;
  readonly origin: string;
  readonly sealed: boolean;
}

const columns = `e.id, e.at, e.actor_id as "actorId", e.role, e.action, e.outcome, e.code, e.subject_type as "subjectType",
  e.subject_id as "subjectId", e.patient_id as "patientId", e.request_id as "requestId", e.origin,
  exists (select 1 from audit_seal_entry s where s.org_id = e.org_id and s.event_id = e.id) as sealed`;

const selectEvents = statement<EventRow>(
  "audit.events",
  `select ${columns} from audit_event e
   where e.org_id = $1 and e.at >= $2 and e.at <= $3 and ($4::text is null or e.action = $4) and ($5::text is null or e.outcome = $5)
   order by e.at desc, e.id desc limit $6`,
);
const selectEventsOfPatient = statement<EventRow>(
  "audit.events-of-patient",
  `select ${columns} from audit_event e
   where e.org_id = $1 and e.patient_id = $7 and e.at >= $2 and e.at <= $3
     and ($4::text is null or e.action = $4) and ($5::text is null or e.outcome = $5)
   order by e.at desc, e.id desc limit $6`,
);

const limitUnlessAsked = 100;

export const listAuditEvents: Operation = query("audit.list", {
  permission: "audit.view",
  audit: "audit.view",
  run: async ({ tx, context, keyring, query: asked }) => {
    const { orgId } = context.organisation;
    const limit = asked.limit ?? limitUnlessAsked;
    const values = [
      orgId,
      asked.from ?? "1970-01-01T00:00:00Z",
      asked.to ?? "9999-12-31T00:00:00Z",
      asked.action ?? null,
      asked.outcome ?? null,
      limit + 1,
    ];
    const rows =
      asked.patientId === undefined
        ? await tx.all(selectEvents, values)
        : await tx.all(selectEventsOfPatient, [...values, asked.patientId]);
    const actors = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
    const names = await staffNames(tx, keyring, orgId, actors);
    const events = rows.slice(0, limit).map(({ actorId, ...event }) => {
      const name = names.get(actorId ?? "");
      return { ...event, actorName: name === undefined ? "" : formatFullName(name, context.locale) };
    });
    return done({ events, more: rows.length > limit });
  },
});

/** Changes nothing; a command, because it is asked for by a press and takes its time. */
export const verifyAudit = (headsFolder: string): Operation =>
  command("audit.verify", {
    permission: "audit.verify",
    audit: "audit.verify",
    perMinute: 6,
    run: async ({ tx, context, keyring }) => {
      const heads = await readHeads(headsFolder);
      const { intact, checked, waiting, findings } = await verifyOrganisation(
        tx,
        keyring,
        context.organisation.orgId,
        heads,
      );
      return done({ intact, checked, waiting, findings: findings.slice(0, 200).map((finding) => ({ ...finding })) });
    },
  });
