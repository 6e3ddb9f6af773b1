export { type Alternative, alternatives } from "./alternatives.ts";
export { andInto, orInto, rangesOf } from "./bit-operations.ts";
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
  WORDS_PER_DAY,
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
export { isOnGrid } from "./grid.ts";
export {
  type Candidate,
  type ClosedReason,
  earliestStart,
  type HeldRange,
  latestStart,
  type Requirement,
  relaxCase,
  type SoftRule,
  type VisitCase,
} from "./visit-case.ts";
