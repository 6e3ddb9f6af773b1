/**
 * What an author reads for each problem of a clinic file: what is wrong, and what to do about it [UI-11].
 *
 * One file per language; a code without its two sentences does not compile.
 */
import type { FileLocale } from "./formats.ts";
import type { ClinicFileProblem, ProblemText, ProblemTexts } from "./problem-codes.ts";
import { englishProblemTexts } from "./problem-texts.en.ts";
import { spanishProblemTexts } from "./problem-texts.es.ts";

const problemTexts: Readonly<Record<FileLocale, ProblemTexts>> = {
  en: englishProblemTexts,
  es: spanishProblemTexts,
};

/** The two sentences for one problem, in the reader's language, with its parameters filled in. */
export function problemText(problem: Pick<ClinicFileProblem, "code" | "params">, locale: FileLocale): ProblemText {
  const { message, remedy } = problemTexts[locale][problem.code];
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(problem.params[name] ?? placeholder));
  return { message: filled(message), remedy: filled(remedy) };
}
