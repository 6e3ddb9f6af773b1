import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent } from "react";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon.tsx";

type Look = "primary" | "secondary" | "quiet" | "danger";

interface Appearance {
  readonly look?: Look | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Appearance & {
    /** The step is under way: the button says so and takes no second click, but keeps the focus. */
    readonly busy?: boolean | undefined;
  };

export function Button({ look, icon, wide, busy = false, children, onClick, type = "button", ...rest }: ButtonProps) {
  const guarded = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={classOf({ look, wide })}
      aria-disabled={busy || undefined}
      onClick={guarded}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} size="sm" />}
      <span>{children}</span>
    </button>
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & Appearance;

/** A link out of the portal (telephone, map, the staff's application) that looks like a button. */
export function ButtonAnchor({ look, icon, wide, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classOf({ look, wide })}>
      {icon && <Icon name={icon} size="sm" />}
      <span>{children}</span>
    </a>
  );
}

/** A link to another page of the portal that looks like a button. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor);

function classOf({ look = "primary", wide = false }: Appearance): string {
  return [styles.button, styles[look], wide ? styles.wide : ""].join(" ");
}
