/** What a notice tells of a visit. No reason, no specialty, no service and not the patient's surname [COMM-06]. */
import type { Locale } from "../../contract/values.ts";

export type NoticeKind = "booked" | "changed" | "cancelled";

export interface VisitNotice {
  readonly kind: NoticeKind;
  readonly locale: Locale;
  readonly clinicName: string;
  readonly clinicEmail: string;
  /** `#0f6b5c` or null. */
  readonly accent: string | null;
  readonly appointmentId: string;
  readonly reference: string;
  readonly sequence: number;
  /** On the wall clock of the place. */
  readonly startsAt: Temporal.ZonedDateTime;
  readonly endsAt: Temporal.ZonedDateTime;
  readonly modality: "in-person" | "video" | "phone";
  /** `Dra. Ana García López` */
  readonly providerName: string;
  readonly placeName: string;
  /** On one line. */
  readonly address: string;
  readonly mapUrl: string | null;
  readonly directions: string;
  readonly preparation: string;
  readonly whatToBring: string;
  readonly phone: string;
  /** Where the reader sees the visit and changes it. */
  readonly visitUrl: string;
}
