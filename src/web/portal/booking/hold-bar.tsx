import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ask } from "../../api/index.ts";
import { dateAndTime } from "../../i18n/dates.ts";
import { Button } from "../../ui/portal/button.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./hold-bar.module.css";
import { type HeldTime, heldTime, holdQuery } from "./hold-query.ts";

/** Seconds left at which a screen reader is told; a clock that speaks every second would drown everything. */
const spoken = [120, 60, 30];

/** 'We are holding Monday 14 December, 10:20 am for you, 4:31 left', with 'I need more time' [BOOK-05]. */
export function HoldBar({ held, left }: { readonly held: HeldTime; readonly left: number }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const slug = useSlug();
  const cache = useQueryClient();
  const { hold } = held;
  const extend = useMutation({
    mutationFn: () => ask("holds.extend", { params: { slug, id: hold.id } }),
    onSuccess: (longer) => cache.setQueryData(holdQuery(slug, hold.id).queryKey, heldTime(longer)),
    onError: () => cache.invalidateQueries({ queryKey: ["hold"] }),
  });
  const passed = spoken.filter((mark) => left <= mark).at(-1);
  const hurry = left <= 60;
  return (
    <div className={hurry ? `${styles.bar} ${styles.hurry}` : styles.bar}>
      <Icon name="clock" />
      <p className={styles.words}>
        {t("hold.holding", { when: dateAndTime(hold.start, locale) })}{" "}
        <span role="timer" className={styles.left}>
          {t("hold.left", { time: clock(left) })}
        </span>
      </p>
      {!hold.extended && (
        <Button look="secondary" busy={extend.isPending} onClick={() => extend.mutate()}>
          {t("hold.more-time")}
        </Button>
      )}
      <p className="visually-hidden" role="status">
        {passed !== undefined && t("hold.spoken", { count: passed })}
        {extend.isSuccess && t("hold.extended")}
      </p>
    </div>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
