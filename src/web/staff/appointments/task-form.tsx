import type { Appointment, AppointmentTrigger } from "../../../contract/routes/appointments.ts";
import { CancelForm } from "./cancel-form.tsx";
import { ConfirmationForm } from "./confirmation-form.tsx";
import { EditForm } from "./edit-form.tsx";
import type { PlainStep } from "./next-step.ts";
import { ReasonedStepForm } from "./reasoned-step-form.tsx";

/** Steps that ask for something before they are taken; moving has its own dialog. */
export type Task = Exclude<AppointmentTrigger, PlainStep | "reschedule">;

export interface TaskProps {
  readonly appointment: Appointment;
  readonly onDone: () => void;
}

export function TaskForm({ task, ...props }: TaskProps & { readonly task: Task }) {
  switch (task) {
    case "cancel":
      return <CancelForm {...props} />;
    case "edit":
      return <EditForm {...props} />;
    case "confirm":
    case "acknowledge":
      return <ConfirmationForm {...props} trigger={task} />;
    case "no-show":
    case "undo":
    case "leave":
    case "void":
      return <ReasonedStepForm {...props} trigger={task} />;
  }
}
