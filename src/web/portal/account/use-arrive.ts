import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Me } from "../../../contract/routes/platform.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { meKey } from "../session/me-query.ts";
import { safeNext } from "../session/next-page.ts";

/** Signed in: what was read as a stranger, or as somebody else, is read again, and the person goes on where they were. */
export function useArrive(next: string | undefined) {
  const slug = useSlug();
  const cache = useQueryClient();
  const router = useRouter();
  return async (me?: Me) => {
    if (me) cache.setQueryData(meKey, me);
    else await cache.refetchQueries({ queryKey: meKey });
    void cache.invalidateQueries({ queryKey: ["hold"] });
    for (const name of ["appointments.own", "appointments.get", "appointments.history"]) {
      cache.removeQueries({ queryKey: [name] });
    }
    router.history.replace(safeNext(next, slug));
  };
}
