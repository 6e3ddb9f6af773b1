export { accessMatrix, type Permission, permissions } from "./access-matrix.ts";
export { grantFor, permissionsOf } from "./grant-for.ts";
export { type Role, roles, type Scope } from "./role.ts";
