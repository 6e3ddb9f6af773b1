import { CloseButton, Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./side-panel.module.css";

interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly under?: ReactNode;
  /** Something was typed: only the close button closes it, no stray click or key. */
  readonly isKept?: boolean;
  /** Stays below the part that scrolls. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A panel at the right edge of a desk, the whole screen of a phone; the page behind stays where it is. */
export function SidePanel({ opened, onClose, title, under, isKept = false, foot, children }: SidePanelProps) {
  const { t } = useTranslation();
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      size="30rem"
      position="right"
      closeOnEscape={!isKept}
      closeOnClickOutside={!isKept}
    >
      <Drawer.Overlay backgroundOpacity={0.1} />
      <Drawer.Content classNames={{ inner: styles.inner, content: styles.panel }} aria-label={title}>
        <Drawer.Body className={styles.body}>
          <div className={styles.head}>
            <div className={styles.titles}>
              <Drawer.Title className={styles.title}>{title}</Drawer.Title>
              {under !== undefined && <div className={styles.under}>{under}</div>}
            </div>
            <CloseButton onClick={onClose} aria-label={t("ui.close")} size="md" />
          </div>
          <div className={styles.scroll}>{children}</div>
          {foot !== undefined && <div className={styles.foot}>{foot}</div>}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
