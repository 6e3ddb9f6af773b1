import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeKey, routeQuery, useLive } from "../../api/index.ts";
import { useSlug } from "../clinic/use-clinic.ts";

/** One appointment, read again whenever it changes elsewhere. */
export function useAppointment(id: string) {
  const slug = useSlug();
  const cache = useQueryClient();
  useLive(slug, ["own"], (event) => {
    if (event.type !== "changed" || event.appointmentId === id) {
      void cache.invalidateQueries({ queryKey: routeKey("appointments.get", { params: { slug, id } }) });
      void cache.invalidateQueries({ queryKey: routeKey("appointments.history", { params: { slug, id } }) });
    }
  });
  return useQuery(routeQuery("appointments.get", { params: { slug, id } }));
}

/** A change of an appointment: its answer is the newest state, and everything that lists it is read again. */
export function useAppointmentChange<V>(
  change: (input: V) => Promise<Appointment>,
  then?: (changed: Appointment) => unknown,
) {
  const slug = useSlug();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (appointment) => {
      const request = { params: { slug, id: appointment.id } };
      cache.setQueryData(routeKey("appointments.get", request), appointment);
      void cache.invalidateQueries({ queryKey: routeKey("appointments.history", request) });
      for (const name of ["appointments.own", "availability.search", "providers.list"]) {
        void cache.invalidateQueries({ queryKey: [name] });
      }
      await then?.(appointment);
    },
  });
}
