export { type Alternative, alternatives } from "./alternatives.ts";
export { rangesOf } from "./bit-operations.ts";
export {
  type Bits,
  bitsOfRanges,
  clearRange,
  concatBlocks,
  countSet,
  emptyBits,
  endOf,
  isAllSet,
  setRange,
  startOfUtcDay,
} from "./bits.ts";
export type { AssignedPart, PartReason, StartReason } from "./examine-start.ts";
export { type Assignment, assign, explainStart, type WantedStart } from "./explain-start.ts";
export {
  availableDays,
  type FirstStart,
  findStarts,
  nextFree,
  type ProviderStarts,
  type StartRange,
  startsOfRanges,
} from "./find-starts.ts";
export {
  type Candidate,
  type ClosedReason,
  type HeldRange,
  type Requirement,
  relaxCase,
  type SoftRule,
  type VisitCase,
} from "./visit-case.ts";
