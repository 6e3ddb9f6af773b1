import { createContext, use } from "react";
import type { OrganisationProfile } from "../../../contract/routes/organisation.ts";
import type { Me } from "../../../contract/routes/platform.ts";
import type { Permission } from "../../../domain/access/index.ts";

export type Membership = Me["memberships"][number];

export interface Staff {
  readonly me: Me;
  readonly membership: Membership;
  readonly organisation: OrganisationProfile;
  /** What is not permitted is not shown; the server checks again. */
  readonly can: (permission: Permission) => boolean;
}

export const StaffContext = createContext<Staff | null>(null);

/** Who is signed in, where they work, and what they may do there. */
export function useStaff(): Staff {
  const staff = use(StaffContext);
  if (staff === null) throw new Error("useStaff outside of the signed-in pages");
  return staff;
}
