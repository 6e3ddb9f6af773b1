import type { ShownStatus } from "../../../contract/values.ts";
import type { IconName } from "../../ui/staff/icon.tsx";

/** Which of the few grounds a status has; the icon and the words tell the rest, since colour never speaks alone. */
export type StatusTone = "plain" | "settled" | "attention" | "here" | "active" | "past" | "bad";

interface StatusLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
}

export const statusLooks: Readonly<Record<ShownStatus, StatusLook>> = {
  proposed: { icon: "circle", tone: "plain" },
  requested: { icon: "hourglass", tone: "attention" },
  scheduled: { icon: "circle", tone: "plain" },
  confirmed: { icon: "circle-check", tone: "settled" },
  rescheduled: { icon: "move", tone: "attention" },
  arrived: { icon: "arrived", tone: "here" },
  "checked-in": { icon: "clipboard", tone: "here" },
  "in-progress": { icon: "play", tone: "active" },
  completed: { icon: "check-double", tone: "past" },
  cancelled: { icon: "ban", tone: "past" },
  acknowledged: { icon: "ban", tone: "past" },
  "no-show": { icon: "no-show", tone: "bad" },
  "entered-in-error": { icon: "x", tone: "past" },
};
