import { statement } from "../../../platform/db/statement.ts";
import { done, query } from "../../_kernel/index.ts";
import { signedIn } from "../signed-in.ts";

interface SessionRow {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  agent: string;
}

const selectSessions = statement<SessionRow>(
  "identity.live-sessions",
  `select id, started_at as "startedAt", last_seen_at as "lastSeenAt", agent
   from session
   where person_id = $1 and ended_at is null and expires_at > clock_timestamp()
     and last_seen_at > clock_timestamp() - make_interval(mins => idle_minutes)
   order by last_seen_at desc`,
);

export const listSessions = query("sessions.list", {
  permission: "profile.manage",
  audit: null,
  run: async (call) => {
    const { personId, sessionId } = signedIn(call.context);
    const rows = await call.tx.all(selectSessions, [personId]);
    return done({ sessions: rows.map((row) => ({ ...row, current: row.id === sessionId })) });
  },
});
