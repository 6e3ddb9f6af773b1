import { done, functionCommand } from "../../_kernel/index.ts";
import { asPerson, concerns, recordDone } from "../own-transaction.ts";
import { endCurrentSession } from "../session.ts";

export const signOut = functionCommand("sessions.end-current", {
  permission: "session.manage",
  audit: "session.end",
  publicBecause: "Signing out twice, or after the session lapsed, is no error.",
  run: async (call) => {
    const { personId } = call.context.actor;
    concerns(call, personId);
    await endCurrentSession(call);
    if (personId !== null) await asPerson(call.database, personId, (tx) => recordDone(tx, call));
    call.session.end();
    return done(undefined);
  },
});
