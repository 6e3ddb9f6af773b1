/**
 * Tells this node's caches that an organisation's settings changed here. Other nodes see it when their copy has grown
 * old, five seconds later at most.
 */
type Listener = (orgId: string) => void;

const listeners = new Set<Listener>();

export function onOrganisationChange(listener: Listener): void {
  listeners.add(listener);
}

export function organisationChanged(orgId: string): void {
  for (const listener of listeners) listener(orgId);
}
