import type { Operation } from "../_kernel/index.ts";
import { listAuditEvents, verifyAudit } from "./operations.ts";

export { sealOnce, startSealer } from "./seal.ts";
export { type Head, readHeads, type Verification, verifyOrganisation } from "./verify.ts";

export const auditOperations: readonly Operation[] = [listAuditEvents, verifyAudit];
