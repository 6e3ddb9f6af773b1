import { accessMatrix, type Permission, permissions } from "./access-matrix.ts";
import { type Role, type Scope, scopes } from "./role.ts";

/**
 * A person with several roles has the widest of what each of them grants, and always what a visitor has.
 *
 * Example: a doctor cancels their own visits only; a doctor who is also at the front desk cancels any visit in
 * their departments. `grantFor('appointment.cancel', ['doctor', 'front-desk'])` is 'department'. Null is a refusal.
 */
export function grantFor(permission: Permission, roles: readonly Role[]): Scope | null {
  const grants = accessMatrix[permission];
  let widest = -1;
  for (const role of [...roles, "public"] as const) {
    const scope = grants[role];
    if (scope !== undefined) widest = Math.max(widest, scopes.indexOf(scope));
  }
  return scopes[widest] ?? null;
}

/** Everything these roles may do, each with its scope: what a screen needs to show only what works. */
export function permissionsOf(roles: readonly Role[]): ReadonlyMap<Permission, Scope> {
  const granted = new Map<Permission, Scope>();
  for (const permission of permissions) {
    const scope = grantFor(permission, roles);
    if (scope !== null) granted.set(permission, scope);
  }
  return granted;
}
