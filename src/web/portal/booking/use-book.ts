import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Hold } from "../../../contract/routes/availability.ts";
import { ask, problemOf, routeKey } from "../../api/index.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useIntentKey } from "../session/use-intent-key.ts";
import { rememberBooked } from "./booked-holds.ts";
import { dropBookingDrafts } from "./reason-draft.ts";

/** Turns the hold into an appointment. However often it is pressed or repeated, there is one appointment [BOOK-06]. */
export function useBook(hold: Hold) {
  const slug = useSlug();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useIntentKey();
  return useMutation({
    mutationFn: (reason: string) => {
      const body = reason === "" ? { holdId: hold.id } : { holdId: hold.id, reason };
      return ask("appointments.book", { params: { slug }, body, idempotencyKey: keyFor(body) });
    },
    onSuccess: async (appointment) => {
      rememberBooked(hold.id, appointment.id);
      dropBookingDrafts(hold.serviceId);
      cache.setQueryData(routeKey("appointments.get", { params: { slug, id: appointment.id } }), appointment);
      void cache.invalidateQueries({ queryKey: ["appointments.own"] });
      void cache.invalidateQueries({ queryKey: ["providers.list"] });
      void cache.invalidateQueries({ queryKey: ["availability.search"] });
      const params = { slug, appointmentId: appointment.id };
      await navigate({ to: "/$slug/book/done/$appointmentId", params, replace: true });
    },
    // The page around asks again, learns that the hold is gone, and offers what there is instead.
    onError: (error) => {
      if (problemOf(error)?.code === "hold_expired") void cache.invalidateQueries({ queryKey: ["hold"] });
    },
  });
}
