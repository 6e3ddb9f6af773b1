import type { useHoldTime } from "./use-hold-time.ts";

/** What narrows the times of one service; it stands in the address, so that the back button and a reload keep it. */
export interface TimeSearch {
  readonly provider?: string;
  readonly place?: string;
  readonly language?: string;
  readonly part?: string;
  readonly day?: string;
}

export interface TimePickerProps {
  readonly serviceId: string;
  readonly search: TimeSearch;
  readonly onSearch: (changes: { [K in keyof TimeSearch]: string }) => void;
  readonly hold: ReturnType<typeof useHoldTime>;
  /** The appointment being moved; its present time counts as free. */
  readonly movingAppointmentId?: string;
}
