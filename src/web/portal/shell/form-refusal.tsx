import { problemOf } from "../../api/index.ts";
import type { FieldProblem } from "../../ui/portal/error-summary.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

interface FormRefusalProps {
  readonly error: unknown;
  /** What the error summary says already. */
  readonly shown: readonly FieldProblem[];
  readonly onRecover?: (() => void) | undefined;
}

/** A form's refusal that no field explains. */
export function FormRefusal({ error, shown, onRecover }: FormRefusalProps) {
  const problem = problemOf(error);
  if (problem === null || shown.length > 0) return null;
  return <ProblemNotice problem={problem} onRecover={onRecover} />;
}
