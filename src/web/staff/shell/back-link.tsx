import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/staff/icon.tsx";

/** From a record back to the list that it belongs to. */
export function BackLink({ to, name }: { readonly to: string; readonly name: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to={to}
      aria-label={t("ui.back-to", { name })}
      title={t("ui.back-to", { name })}
      style={{
        display: "inline-grid",
        placeItems: "center",
        width: 28,
        height: 28,
        color: "var(--ink-soft)",
      }}
    >
      <Icon name="arrow-left" size={18} />
    </Link>
  );
}
