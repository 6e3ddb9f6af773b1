import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./field.module.css";
import { Icon } from "./icon.tsx";

/** Where the error summary's link leads. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

interface FieldWords {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

interface Described {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** Label, hint and error of one control, tied to it for screen readers. */
function Field({
  name,
  label,
  hint,
  error,
  optional,
  after,
  children,
}: FieldWords & { readonly after?: ReactNode; readonly children: (described: Described) => ReactNode }) {
  const { t } = useTranslation();
  const id = fieldId(name);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> {t("form.optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {after}
    </div>
  );
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <p id={id} className={styles.error}>
      <Icon name="warning" size="sm" />
      <span>
        <span className="visually-hidden">{t("form.error")} </span>
        {text}
      </span>
    </p>
  );
}

type TextFieldProps = FieldWords &
  Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "name"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly after?: ReactNode;
    readonly width?: "short" | "medium" | "full";
  };

export function TextField({ label, hint, error, optional, after, onChange, width = "full", ...rest }: TextFieldProps) {
  return (
    <Field name={rest.name} label={label} hint={hint} error={error} optional={optional} after={after}>
      {(described) => (
        <input
          type="text"
          {...rest}
          {...described}
          className={`${styles.input} ${styles[width]}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A password that its owner can look at while typing. */
export function PasswordField(props: Omit<TextFieldProps, "type">) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const { label, hint, error, onChange, after, ...rest } = props;
  return (
    <Field name={rest.name} label={label} hint={hint} error={error} after={after}>
      {(described) => (
        <div className={styles.joined}>
          <input
            {...rest}
            {...described}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            className={styles.input}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" className={styles.reveal} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t("form.show")}
            <span className="visually-hidden"> {t("form.password")}</span>
          </button>
        </div>
      )}
    </Field>
  );
}

type AreaProps = FieldWords &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange" | "name"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

export function TextArea({ label, hint, error, optional, onChange, ...rest }: AreaProps) {
  return (
    <Field name={rest.name} label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <textarea
          rows={4}
          {...rest}
          {...described}
          className={`${styles.input} ${styles.area}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectProps = FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "name"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly children: ReactNode;
  };

export function SelectField({ label, hint, error, optional, onChange, children, ...rest }: SelectProps) {
  return (
    <Field name={rest.name} label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <span className={styles.select}>
          <select {...rest} {...described} className={styles.input} onChange={(event) => onChange(event.target.value)}>
            {children}
          </select>
          <Icon name="chevron-down" size="sm" />
        </span>
      )}
    </Field>
  );
}

interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
}

/** One of a few, all visible. */
export function Choices({ name, legend, hint, error, value, onChange, choices }: ChoicesProps) {
  const id = fieldId(name);
  const group = useId();
  return (
    <fieldset
      className={error ? `${styles.field} ${styles.wrong}` : styles.field}
      aria-describedby={error && `${id}-error`}
    >
      <legend className={styles.label}>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={group}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
