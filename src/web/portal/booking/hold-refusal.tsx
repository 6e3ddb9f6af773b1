import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/index.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { Alternatives } from "./alternatives.tsx";
import type { useHoldTime } from "./use-hold-time.ts";

interface HoldRefusalProps {
  readonly hold: ReturnType<typeof useHoldTime>;
  /** Where other times are to be found; without it the notice's own way on. */
  readonly onOtherTimes?: (() => void) | undefined;
}

/** Says that a time is being held; if it could not be, why, and what can be had instead. */
export function HoldRefusal({ hold, onOtherTimes }: HoldRefusalProps) {
  const { t } = useTranslation();
  const problem = problemOf(hold.error);
  const chooseOther = problem?.recovery.action === "choose-another-time" ? (onOtherTimes ?? hold.reset) : undefined;
  return (
    <>
      <p role="status" className="visually-hidden">
        {hold.isPending && t("hold.pending")}
      </p>
      {problem && (
        <ProblemNotice problem={problem} onRecover={chooseOther}>
          {problem.alternatives && problem.alternatives.length > 0 && (
            <Alternatives times={problem.alternatives} hold={hold} />
          )}
        </ProblemNotice>
      )}
    </>
  );
}
