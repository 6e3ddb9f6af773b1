import { problemOf } from "../../api/index.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { Alternatives } from "./alternatives.tsx";
import type { useHoldTime } from "./use-hold-time.ts";

interface HoldRefusalProps {
  readonly hold: ReturnType<typeof useHoldTime>;
  /** Where other times are to be found; without it the notice's own way on. */
  readonly onOtherTimes?: (() => void) | undefined;
}

/** Why the chosen time could not be held, and what can be had instead. */
export function HoldRefusal({ hold, onOtherTimes }: HoldRefusalProps) {
  const problem = problemOf(hold.error);
  if (problem === null) return null;
  const chooseOther = problem.recovery.action === "choose-another-time" ? (onOtherTimes ?? hold.reset) : undefined;
  return (
    <ProblemNotice problem={problem} onRecover={chooseOther}>
      {problem.alternatives && problem.alternatives.length > 0 && (
        <Alternatives times={problem.alternatives} hold={hold} />
      )}
    </ProblemNotice>
  );
}
