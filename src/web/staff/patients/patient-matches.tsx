import { useTranslation } from "react-i18next";
import type { PatientMatch } from "../../../contract/routes/patients.ts";
import { dateWithYear } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Initials } from "../../ui/staff/initials.tsx";
import styles from "./patient-matches.module.css";

interface PatientMatchesProps {
  readonly label: string;
  readonly matches: readonly PatientMatch[];
  readonly onPick: (match: PatientMatch) => void;
}

/** Records that fit, each with why it fits, so that the desk does not take the wrong Ana García. */
export function PatientMatches({ label, matches, onPick }: PatientMatchesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={label}>
      {matches.map((match) => (
        <li key={match.id}>
          <button type="button" className={styles.match} onClick={() => onPick(match)}>
            <Initials name={match.fullName} size={30} />
            <span className={styles.text}>
              <span className={styles.name}>{match.fullName}</span>
              <span className={styles.facts}>{factsOf(match).join(" · ")}</span>
            </span>
            <span className={styles.reasons}>
              {match.reasons.map((reason) => (
                <span key={reason} className={styles.reason}>
                  {t(`match.${reason}`, { defaultValue: reason })}
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ birthDate, phone, email, recordNumber }: PatientMatch): string[] {
  const born = birthDate === null ? null : dateWithYear(birthDate, currentLocale());
  return [born, phone ?? email, recordNumber].filter((fact) => fact !== null);
}
