import type { Problem } from "../../../contract/problem.ts";
import type { FieldProblem } from "../../ui/portal/error-summary.tsx";

/**
 * The server's findings about fields, under the names of the form. The path is `/email`, `body.email` or `email`, by
 * whoever found it; what has no field on the page is left for the notice.
 */
export function fieldProblems(problem: Problem | null, names: readonly string[]): FieldProblem[] {
  return (problem?.fields ?? []).flatMap(({ path, message }) => {
    const name = path.split(/[/.]/).at(-1) ?? "";
    return names.includes(name) ? [{ name, text: message }] : [];
  });
}
