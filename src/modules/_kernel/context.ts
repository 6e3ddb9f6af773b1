/** Who acts, where, in which language, as part of which request. */

import type { Locale } from "../../contract/values.ts";
import type { Role } from "../../domain/access/index.ts";

/** Audit of sign-ins and of requests to no known organisation goes here (DESIGN.md 7). A real row with a fixed id. */
export const platformOrganisationId = "00000000-0000-4000-8000-000000000001";

export interface OrganisationContext {
  readonly orgId: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly defaultLocale: Locale;
  readonly phone: string;
  readonly guestBooking: boolean;
}

export interface Actor {
  readonly personId: string | null;
  readonly sessionId: string | null;
  /** Roles in the organisation of the request; always at least `public`. */
  readonly roles: readonly Role[];
  /** The patient record of this person here. */
  readonly patientId: string | null;
  /** The provider that this person is here. */
  readonly providerId: string | null;
  readonly departmentIds: readonly string[];
  /** What a hold belongs to: hash of the person's id, or of the anonymous visitor's cookie. */
  readonly holder: Buffer;
  /** Of somebody signed in: as whom this browser held a time before. Signing in must not lose it. */
  readonly earlierHolder?: Buffer;
  readonly anonymous: boolean;
}

export interface Context {
  readonly organisation: OrganisationContext;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  /** Keyed hash of the client's address, for caps; the address itself is never kept. */
  readonly addressHash: Buffer;
  /** What the browser calls itself; shown in the list of one's own sessions. */
  readonly agent?: string;
  /** `web`, `api`, `command-line`, `worker`. */
  readonly origin: string;
  readonly nowMs: number;
}
