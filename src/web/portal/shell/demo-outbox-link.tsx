import { useTranslation } from "react-i18next";
import stack from "../../ui/portal/stack.module.css";

/** In the demo no message leaves the house; this page shows them. */
export function DemoOutboxLink() {
  const { t } = useTranslation();
  return (
    <p className={stack.small}>
      <a href="/outbox" target="_blank" rel="noreferrer">
        {t("demo.outbox")}
      </a>
    </p>
  );
}
