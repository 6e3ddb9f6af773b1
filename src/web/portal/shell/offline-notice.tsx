import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/portal/icon.tsx";
import styles from "./offline-notice.module.css";

function subscribe(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

/** Says that there is no connection, and that nothing typed is lost. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className={styles.offline}>
          <Icon name="no-connection" size="sm" />
          {t("state.offline")}
        </p>
      )}
    </div>
  );
}
