import type { Operation } from "../_kernel/index.ts";
import { listAuditEvents, verifyAudit } from "./operations.ts";

export { sealOnce, startSealer } from "./seal.ts";
export { type Head, readHeads, type Verification, verifyOrganisation } from "./verify.ts";

/** `headsFolder` is where the sealer notes the chain's heads, outside the database. */
export const auditOperations = (headsFolder: string): readonly Operation[] => [
  listAuditEvents,
  verifyAudit(headsFolder),
];
