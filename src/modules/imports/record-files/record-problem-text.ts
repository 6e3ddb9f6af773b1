/** The two sentences for one problem of a record, in the reader's language [UI-11]. */
import type { Locale } from "../../../contract/values.ts";
import type { ProblemSentences, RecordProblem, RecordProblemTexts } from "./record-problem.ts";
import { englishRecordTexts } from "./record-problem-texts.en.ts";
import { spanishRecordTexts } from "./record-problem-texts.es.ts";

const texts: Readonly<Record<Locale, RecordProblemTexts>> = { en: englishRecordTexts, es: spanishRecordTexts };

export function recordProblemText({ code, params }: RecordProblem, locale: Locale): ProblemSentences {
  const { message, remedy } = texts[locale][code];
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
  return { message: filled(message), remedy: filled(remedy) };
}
