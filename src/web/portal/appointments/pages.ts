/** The pages of one's own appointments, loaded together. */
export { AppointmentPage } from "./appointment-page.tsx";
export { AppointmentsPage } from "./appointments-page.tsx";
export { CancelPage } from "./cancel-page.tsx";
export { MoveCheckPage } from "./move-check-page.tsx";
export { MovePage } from "./move-page.tsx";
export { ReasonPage } from "./reason-page.tsx";
