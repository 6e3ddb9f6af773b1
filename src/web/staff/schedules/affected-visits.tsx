import { Text } from "@mantine/core";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { AppointmentTable } from "../appointments/appointment-table.tsx";

interface AffectedVisitsProps {
  readonly title: string;
  readonly visits: readonly Appointment[];
}

/** Visits that a change of hours touches; each opens at the side, where it can be moved. */
export function AffectedVisits({ title, visits }: AffectedVisitsProps) {
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} my="xs">
        {title}
      </Text>
      <AppointmentTable caption={title} appointments={visits} />
    </section>
  );
}
