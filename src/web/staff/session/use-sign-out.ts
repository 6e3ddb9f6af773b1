import { slug } from "./slug.ts";
import { useWrite } from "./use-write.ts";

/** Ends the session and leaves nothing of it in this tab's memory. */
export function useSignOut(): () => void {
  const signOut = useWrite("sessions.end-current", () => {
    location.assign(`/${slug}/staff/sign-in`);
  });
  return () => signOut.send({});
}
