import { done, functionCommand, recordDone } from "../../_kernel/index.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { endSession } from "../session.ts";

export const signOut = functionCommand("sessions.end-current", {
  permission: "session.manage",
  audit: "session.end",
  publicBecause: "Signing out twice, or after the session lapsed, is no error.",
  run: async (call) => {
    const { personId, sessionId } = call.context.actor;
    if (personId !== null && sessionId !== null) {
      concerns(call, personId);
      await asPerson(call.database, personId, async (tx) => {
        await endSession(tx, personId, sessionId);
        await recordDone(tx, call);
      });
    }
    call.session.end();
    return done(undefined);
  },
});
