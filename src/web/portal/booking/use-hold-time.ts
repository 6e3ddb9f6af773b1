import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask, randomKey } from "../../api/index.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { heldTime, holdQuery } from "./hold-query.ts";

/** A start that the server offered. */
export interface ChosenTime {
  readonly serviceId: string;
  /** Null: whoever is free then. */
  readonly providerId: string | null;
  readonly locationId: string;
  readonly startsAt: string;
}

/**
 * Holds a chosen time and goes on to the next step: the person's details, or, while an appointment is being moved, the
 * check of the move. A time of the same service that the person held before is given back by the server.
 */
export function useHoldTime(movingAppointmentId?: string) {
  const slug = useSlug();
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (time: ChosenTime) => {
      const body = movingAppointmentId === undefined ? time : { ...time, movingAppointmentId };
      return ask("holds.create", { params: { slug }, body, idempotencyKey: randomKey() });
    },
    onSuccess: async (hold) => {
      cache.setQueryData(holdQuery(slug, hold.id).queryKey, heldTime(hold));
      if (movingAppointmentId === undefined) {
        await navigate({ to: "/$slug/book/held/$holdId", params: { slug, holdId: hold.id } });
      } else {
        const params = { slug, appointmentId: movingAppointmentId, holdId: hold.id };
        await navigate({ to: "/$slug/appointments/$appointmentId/move/$holdId", params });
      }
    },
    onError: () => cache.invalidateQueries({ queryKey: ["availability.search"] }),
  });
}

/** Is this the very time that is being held just now? For the spinner on its button. */
export function isPending(hold: ReturnType<typeof useHoldTime>, time: ChosenTime): boolean {
  const { variables } = hold;
  if (!hold.isPending || variables === undefined) return false;
  return (
    variables.startsAt === time.startsAt &&
    variables.locationId === time.locationId &&
    variables.providerId === time.providerId
  );
}
