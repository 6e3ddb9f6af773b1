import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./error-summary.module.css";
import { fieldId } from "./field.tsx";
import { Notice } from "./notice.tsx";

export interface FieldProblem {
  readonly name: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** Rises with every submission, so that the summary takes the focus again. */
  readonly attempt: number;
}

/** What has to be corrected, at the top of a form; each line leads to its field. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: The same errors again are a new attempt to announce.
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "center" });
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <Notice ref={box} tone="bad" role="alert" title={t("form.summary")}>
      <ul className={styles.list}>
        {problems.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`} onClick={(event) => focusField(event, name)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function focusField(event: { preventDefault: () => void }, name: string): void {
  event.preventDefault();
  document.getElementById(fieldId(name))?.focus();
}
