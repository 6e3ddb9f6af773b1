import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { atStart, clockTime, shortDate } from "../../i18n/dates.ts";
import { Avatar } from "../../ui/portal/avatar.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { useLocale } from "../clinic/use-locale.ts";
import type { Provider } from "../find/provider-card.tsx";
import styles from "./provider-choice.module.css";

interface ProviderChoiceProps {
  readonly providers: readonly Provider[];
  readonly value: string | undefined;
  readonly onChange: (providerId: string) => void;
}

/** With whom: anyone, or one person; the next free time stands on every card. */
export function ProviderChoice({ providers, value, onChange }: ProviderChoiceProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const nextOf = (provider: Provider | undefined) => {
    const start = provider?.next?.start;
    if (start === undefined) return t("provider.none-free");
    return `${atStart(shortDate(start.localDate, locale), locale)}, ${clockTime(start.localTime, locale)}`;
  };
  const soonest = [...providers].sort((a, b) => ((a.next?.start.at ?? "9") < (b.next?.start.at ?? "9") ? -1 : 1))[0];
  return (
    <fieldset>
      <legend className={styles.legend}>{t("choose.with")}</legend>
      <div className={styles.cards}>
        {providers.length > 1 && (
          <Card
            checked={value === undefined}
            onCheck={() => onChange("")}
            name={t("choose.anyone")}
            next={nextOf(soonest)}
            mark={
              <span className={styles.anyone}>
                <Icon name="star" />
              </span>
            }
          />
        )}
        {providers.map((provider) => (
          <Card
            key={provider.id}
            checked={value === provider.id || providers.length === 1}
            onCheck={() => onChange(provider.id)}
            name={provider.displayName}
            next={nextOf(provider)}
            mark={<Avatar initials={provider.initials} />}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface CardProps {
  readonly checked: boolean;
  readonly onCheck: () => void;
  readonly name: string;
  readonly next: string;
  readonly mark: ReactNode;
}

function Card({ checked, onCheck, name, next, mark }: CardProps) {
  const card = useRef<HTMLLabelElement>(null);
  // On a phone the cards stand in a row that scrolls; the chosen one should not hide at its end.
  useEffect(() => {
    if (checked) card.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [checked]);
  return (
    <label ref={card} className={styles.card}>
      <input type="radio" name="with" className="visually-hidden" checked={checked} onChange={onCheck} />
      {mark}
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.next}>
          <Icon name="clock" size="sm" />
          {next}
        </span>
      </span>
    </label>
  );
}
