export { expandClosedTimes, expandOpenings } from "./expand-openings.ts";
export type { ClosedTime, Holiday, Opening, OpeningRule, ScheduleException } from "./opening.ts";
export { type RuleRefusal, type RulesVerdict, validateRules } from "./validate-rules.ts";
