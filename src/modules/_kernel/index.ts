export { auditReads, type ReadingCall } from "./audit-reads.ts";
export {
  type AuditContent,
  type AuditDetails,
  type AuditedContext,
  type AuditFacts,
  type AuditRow,
  auditMac,
  auditRow,
} from "./audit-row.ts";
export { type Change, type ChangeFeed, type MinuteRange, type ResourceDelta, startChangeFeed } from "./change-feed.ts";
export { type Actor, type Context, type OrganisationContext, platformOrganisationId } from "./context.ts";
export type { FindOrganisation, Identified, Identify, IdentifyInput } from "./identify.ts";
export { jsonSchemaOf } from "./json-schemas.ts";
export {
  type Keyring,
  makeKeyring,
  type OrganisationKeys,
  unwrapInstallationKey,
  wrapInstallationKey,
} from "./keyring.ts";
export {
  type Call,
  command,
  type DirectCall,
  type Duties,
  type Effect,
  functionCommand,
  memoryQuery,
  type Operation,
  query,
  repeatableCommand,
  type SessionCookie,
  type TransactionCall,
} from "./operation.ts";
export { organisationsWithWork } from "./organisations-with-work.ts";
export type { EventHandler, OutboxEvent, OutboxEventType } from "./outbox-event.ts";
export { recordDone } from "./record-done.ts";
export { done, type FieldProblem, type Refusal, Refused, type Result, refuse, refuseField } from "./refusal.ts";
export {
  cookieNames,
  type HttpOptions,
  localeOf,
  newRequestId,
  registerOperations,
  sendProblem,
} from "./register-operations.ts";
export { type RelayOptions, startRelay } from "./relay.ts";
export { type Rounds, startRounds } from "./rounds.ts";
export { type Incoming, insertAuditEvent, type Kernel, runOperation } from "./run-operation.ts";
