import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { clockTime, shortDate } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { useMoving } from "../moving/move-context.ts";
import { isOwnPlace, type MoveState } from "../moving/move-state.ts";
import { useVerdict } from "../times/use-verdict.ts";
import type { Verdict } from "../times/verdict.ts";
import type { WantedVisit } from "../times/wanted-visit.ts";
import type { Ghost } from "./diary-column.tsx";
import { minuteOf } from "./geometry.ts";
import { columnOfTarget } from "./moving-visit.ts";

interface Carried {
  readonly ghost: (Ghost & { readonly columnKey: string }) | null;
  readonly liftedId: string | null;
  /** For those who do not see it. */
  readonly announcement: string;
}

/** The live verdict of what is being carried: free, needs an override, taken. */
export function useGhost(columns: readonly DiaryColumn[]): Carried {
  const { t } = useTranslation();
  const { state } = useMoving();
  const wanted = wantedOf(state);
  const [settled] = useDebouncedValue(wanted, 110);
  const answered = useVerdict(settled);
  if (state.stage !== "carrying") return { ghost: null, liftedId: null, announcement: "" };
  const { visit, target } = state;
  const column = columnOfTarget(columns, target, visit);
  const isOwn = isOwnPlace(visit, target);
  const isAnswered = settled !== null && wanted !== null && settled.time.localTime === wanted.time.localTime;
  const verdict: Verdict = isOwn ? { kind: "none" } : isAnswered ? answered : { kind: "checking" };
  const words = isOwn ? t("move.own-place") : wordsOf(verdict, t);
  const time = clockTime(target.localTime, currentLocale());
  const announcement = `${column?.name ?? ""}, ${shortDate(target.localDate, currentLocale())}, ${time}: ${words}`;
  if (column === undefined) return { ghost: null, liftedId: visit.id, announcement };
  const minute = minuteOf(target.localTime);
  const { durationMinutes } = visit;
  const ghost = {
    columnKey: column.key,
    minute,
    durationMinutes,
    verdict: verdict.kind,
    text: `${time} · ${words}`,
  };
  return { ghost, liftedId: visit.id, announcement };
}

function wantedOf(state: MoveState): WantedVisit | null {
  if (state.stage !== "carrying" || isOwnPlace(state.visit, state.target)) return null;
  const { visit, target } = state;
  const { providerId, roomId, locationId, localDate, localTime } = target;
  const patientId = visit.patientId ?? undefined;
  const { serviceId, id: movingAppointmentId } = visit;
  return {
    serviceId,
    providerId,
    roomId,
    locationId,
    patientId,
    movingAppointmentId,
    time: { localDate, localTime },
  };
}

function wordsOf(verdict: Verdict, t: (key: string) => string): string {
  const reason = "reasons" in verdict ? verdict.reasons[0]?.text : undefined;
  return reason === undefined ? t(`verdict.${verdict.kind}`) : `${t(`verdict.${verdict.kind}`)}: ${reason}`;
}
