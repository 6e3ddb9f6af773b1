import { done, memoryQuery, refuse } from "../../_kernel/index.ts";
import { readMe } from "../me.ts";
import { readExpiry } from "../session.ts";
import { signedIn } from "../signed-in.ts";

/** Outside the kernel's transaction, because it looks into one organisation after the other. */
export const getMe = memoryQuery("me.get", {
  permission: "profile.manage",
  audit: null,
  run: async (call) => {
    const { personId, sessionId } = signedIn(call.context);
    const expiresAt = await readExpiry(call.database, personId, sessionId);
    if (expiresAt === null) return refuse("session_expired");
    return done(await readMe(call.database, call.keyring, personId, { expiresAt }));
  },
});
