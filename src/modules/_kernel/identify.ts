/** What the kernel asks of the identity and organisations modules; wired in `processes/`. */
import type { Locale } from "../../contract/values.ts";
import type { Actor, OrganisationContext } from "./context.ts";

export interface IdentifyInput {
  readonly sessionToken: string | null;
  readonly visitorToken: string;
  readonly organisation: OrganisationContext;
  /** Asked by an open page by itself, not by a person: the idle time of the session runs on. */
  readonly isWatching?: boolean;
}

export interface Identified {
  readonly actor: Actor;
  /** The person's own language, if somebody is signed in. */
  readonly locale: Locale | null;
  /** A session cookie came, and its session has ended. */
  readonly sessionEnded: boolean;
}

export type Identify = (input: IdentifyInput) => Promise<Identified>;

/** The organisation at an address; a retired address leads to the same organisation. */
export type FindOrganisation = (slug: string) => Promise<OrganisationContext | null>;
