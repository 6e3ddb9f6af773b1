import { useTranslation } from "react-i18next";
import type { ShownStatus } from "../../../contract/values.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { statusLooks } from "./status.ts";
import styles from "./status-mark.module.css";

export function StatusMark({ status }: { readonly status: ShownStatus }) {
  const { t } = useTranslation();
  const { icon, tone } = statusLooks[status];
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Icon name={icon} size={13} />
      {t(`status.${status}`)}
    </span>
  );
}
