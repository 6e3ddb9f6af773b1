import { useTranslation } from "react-i18next";
import styles from "./skeleton.module.css";

/** Grey shapes in the size of what is coming, so that nothing moves when it comes. */
export function Skeleton({ rows = 3, tall = false }: { readonly rows?: number; readonly tall?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.stack} role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Grey shapes have no identity.
        <div key={index} className={tall ? `${styles.shape} ${styles.tall}` : styles.shape} />
      ))}
    </div>
  );
}
