import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";
import styles from "./back-link.module.css";
import { Icon } from "./icon.tsx";

function BackAnchor({ children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={styles.back}>
      <Icon name="chevron-left" size="sm" />
      {children}
    </a>
  );
}

/** The way to the page before, above the heading. */
export const BackLink: LinkComponent<typeof BackAnchor> = createLink(BackAnchor);
