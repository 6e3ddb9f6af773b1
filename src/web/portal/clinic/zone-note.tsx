import { useTranslation } from "react-i18next";
import { foreignZone } from "../../i18n/dates.ts";
import stack from "../../ui/portal/stack.module.css";
import { useMe } from "../session/me-query.ts";
import { useClinic } from "./use-clinic.ts";
import { useLocale } from "./use-locale.ts";

/** Above a list of times: whose clock they follow, where it is not the reader's own [BOOK-15]. */
export function ZoneNote() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { clinic } = useClinic();
  const zone = foreignZone(clinic.zone, locale, useMe()?.person.zone);
  return zone === null ? null : <p className={stack.small}>{t("time.zone", { zone })}</p>;
}
