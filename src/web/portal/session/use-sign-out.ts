import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "../../api/index.ts";
import { dropAllDrafts } from "../../ui/portal/draft.ts";
import { meKey } from "./me-query.ts";

/** Ends the session and takes everything personal out of this tab. */
export function useSignOut(slug: string) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => ask("sessions.end-current", {}),
    onSuccess: async () => {
      dropAllDrafts();
      cache.clear();
      cache.setQueryData(meKey, null);
      await navigate({ to: "/$slug", params: { slug } });
    },
  });
}
