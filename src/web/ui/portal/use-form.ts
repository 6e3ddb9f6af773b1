import { type FormEvent, useState } from "react";
import { dropDraft, readDraft, writeDraft } from "./draft.ts";
import type { FieldProblem } from "./error-summary.tsx";

type Values = Record<string, string>;

interface FormOptions<V extends Values> {
  readonly initial: V;
  /** What is wrong, in the order of the page; an empty list sends the form. */
  readonly check: (values: V) => readonly FieldProblem[];
  /** Name under which what was typed survives a reload or a sign-in, in this tab only. */
  readonly draft?: string;
  /** Never kept, not even in the tab: passwords and codes. */
  readonly secret?: readonly (keyof V & string)[];
}

/** The state of one form: values, what is wrong with them, and a draft that outlives an interruption. */
export function useForm<V extends Values>({ initial, check, draft, secret = [] }: FormOptions<V>) {
  const [values, setValues] = useState<V>(() => ({ ...initial, ...(draft ? readDraft(draft) : null) }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);

  /** `concerns` names the field whose complaint is answered by the change, where it is not the value's own name. */
  const set = (changes: Partial<V>, concerns?: string) => {
    const next = { ...values, ...changes };
    setValues(next);
    setProblems((known) => known.filter(({ name }) => name !== concerns && !(name in changes)));
    if (draft) writeDraft(draft, withoutSecrets(next, secret));
  };
  const show = (found: readonly FieldProblem[]) => {
    setProblems(found);
    setAttempt((count) => count + 1);
  };
  return {
    values,
    set,
    problems,
    attempt,
    show,
    /** What a text control needs; `onChange` keeps the draft. */
    control: <N extends keyof V & string>(name: N) => ({
      name,
      value: values[name],
      error: problems.find((problem) => problem.name === name)?.text,
      onChange: (value: string) => set({ [name]: value } as Partial<V>),
    }),
    errorOf: (name: string) => problems.find((problem) => problem.name === name)?.text,
    /** Checks, then sends; the page's own validation, so the browser's bubbles stay away. */
    submit: (send: (values: V) => void) => (event: FormEvent) => {
      event.preventDefault();
      const found = check(values);
      if (found.length > 0) show(found);
      else send(values);
    },
    forget: () => {
      if (draft) dropDraft(draft);
    },
  };
}

function withoutSecrets(values: Values, secret: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
}
