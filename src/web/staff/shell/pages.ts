import type { Permission } from "../../../domain/access/index.ts";
import type { IconName } from "../../ui/staff/icon.tsx";
import type { Staff } from "../session/staff-context.ts";

export type PageGroup = "day" | "clinic" | "oversight";

interface PageEntry {
  /** The key of its name in `pages.*`. */
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly group: PageGroup;
  readonly permission: Permission;
}

const entries: readonly PageEntry[] = [
  {
    key: "diary",
    to: "/diary",
    icon: "calendar",
    group: "day",
    permission: "diary.view",
  },
  {
    key: "patients",
    to: "/patients",
    icon: "people",
    group: "day",
    permission: "patient.search",
  },
  {
    key: "appointments",
    to: "/appointments",
    icon: "list",
    group: "day",
    permission: "appointment.search",
  },
  {
    key: "to-contact",
    to: "/to-contact",
    icon: "phone",
    group: "day",
    permission: "appointment.confirm",
  },
  {
    key: "displaced",
    to: "/displaced",
    icon: "flag",
    group: "day",
    permission: "schedule.view",
  },
  {
    key: "services",
    to: "/services",
    icon: "clipboard",
    group: "clinic",
    permission: "service.manage",
  },
  {
    key: "providers",
    to: "/providers",
    icon: "stethoscope",
    group: "clinic",
    permission: "provider.manage",
  },
  {
    key: "rooms",
    to: "/rooms",
    icon: "door",
    group: "clinic",
    permission: "location.manage",
  },
  {
    key: "holidays",
    to: "/holidays",
    icon: "sun",
    group: "clinic",
    permission: "organisation.manage",
  },
  {
    key: "settings",
    to: "/settings",
    icon: "settings",
    group: "clinic",
    permission: "organisation.manage",
  },
  {
    key: "audit",
    to: "/audit",
    icon: "shield",
    group: "oversight",
    permission: "audit.view",
  },
];

export interface StaffPage {
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly group: PageGroup;
}

/** The pages that this person may open, in the order of the menu; a provider's own hours stand with the day. */
export function pagesFor({ can, membership }: Pick<Staff, "can" | "membership">): StaffPage[] {
  const permitted: StaffPage[] = entries.filter(({ permission }) => can(permission));
  if (membership.providerId !== null && can("schedule.manage")) {
    const own = {
      key: "own-hours",
      to: `/hours/${membership.providerId}`,
      icon: "clock",
      group: "day",
    } as const;
    permitted.splice(permitted.findLastIndex(({ group }) => group === "day") + 1, 0, own);
  }
  return permitted;
}

export const pageGroups: readonly PageGroup[] = ["day", "clinic", "oversight"];
