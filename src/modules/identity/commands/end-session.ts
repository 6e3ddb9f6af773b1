import { command, done, refuse } from "../../_kernel/index.ts";
import { endSession as endOwnSession } from "../session.ts";
import { signedIn } from "../signed-in.ts";

/** Another person's session is answered like one that never was [ID-05]. */
export const endSession = command("sessions.end", {
  permission: "profile.manage",
  audit: "session.end",
  run: async (call) => {
    const { personId, sessionId } = signedIn(call.context);
    const { id } = call.params;
    if (!(await endOwnSession(call.tx, personId, id))) return refuse("not_found");
    call.audit.subjectType = "session";
    call.audit.subjectId = id;
    if (id === sessionId) call.session.end();
    return done(undefined);
  },
});
