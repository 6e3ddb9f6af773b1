import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import { clockTime } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon, type IconName } from "../../ui/staff/icon.tsx";
import { StatusMark } from "../appointments/status-mark.tsx";
import { useMoving } from "../moving/move-context.ts";
import styles from "./visit-card.module.css";

interface VisitCardProps {
  readonly columns: readonly DiaryColumn[];
  readonly scroller: RefObject<HTMLElement | null>;
}

interface Pointed {
  readonly id: string;
  readonly box: DOMRect;
}

const waitMilliseconds = 380;
const cardWidth = 272;
const cardHeight = 190;

/** More of the visit under the pointer, or of the one that the keyboard has reached. One card for the whole grid. */
export function VisitCard({ columns, scroller }: VisitCardProps) {
  const pointed = usePointed(scroller);
  const { state } = useMoving();
  const visit = columns.flatMap(({ appointments }) => appointments).find(({ id }) => id === pointed?.id);
  if (pointed === null || visit === undefined || state.stage !== "idle") return null;
  const { box } = pointed;
  const isRight = box.right + cardWidth + 12 < innerWidth;
  const left = isRight ? box.right + 6 : Math.max(8, box.left - cardWidth - 6);
  const top = Math.max(8, Math.min(box.top, innerHeight - cardHeight));
  return (
    <div className={styles.card} role="tooltip" style={{ left, top }}>
      <CardText visit={visit} />
    </div>
  );
}

function CardText({ visit }: { readonly visit: DiaryAppointment }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const rows: readonly (readonly [IconName, string | null])[] = [
    ["stethoscope", visit.serviceName[locale]],
    ["door", visit.roomName],
    ["online", visit.bookedOnline ? t("diary.booked-online") : null],
    ["circle-check", visit.confirmed ? t("diary.confirmed") : t("appointment.not-confirmed")],
    ["alert", visit.verifiedPatient ? null : t("patient.unverified")],
  ];
  return (
    <>
      <p className={styles.name}>{visit.patientName ?? t("diary.taken")}</p>
      <p className={styles.when}>
        {clockTime(visit.localStart, locale)} – {clockTime(visit.localEnd, locale)} · {visit.reference}
      </p>
      <StatusMark status={visit.shown} />
      {rows.map(([icon, text]) =>
        text === null ? null : (
          <p key={icon} className={styles.row}>
            <Icon name={icon} size={14} /> {text}
          </p>
        ),
      )}
    </>
  );
}

/** The visit under the pointer after a moment's rest, or with the keyboard's focus; gone at a press, a scroll, or Escape. */
function usePointed(scroller: RefObject<HTMLElement | null>): Pointed | null {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setPointed(null);
    };
    const show = (target: EventTarget | null, wait: number) => {
      const block = target instanceof Element ? target.closest<HTMLElement>("[data-visit]") : null;
      const id = block?.dataset.visit;
      if (block === null || id === undefined) return hide();
      clearTimeout(timer);
      timer = setTimeout(() => setPointed({ id, box: block.getBoundingClientRect() }), wait);
    };
    const onOver = (over: PointerEvent) => {
      if (over.pointerType !== "touch" && over.buttons === 0) show(over.target, waitMilliseconds);
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(":focus-visible")) show(target, 0);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") hide();
    };
    const hiding = ["pointerdown", "pointerleave", "focusout", "scroll"] as const;
    element.addEventListener("pointerover", onOver);
    element.addEventListener("focusin", onFocus);
    element.addEventListener("keydown", onKey);
    for (const name of hiding) element.addEventListener(name, hide);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("pointerover", onOver);
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("keydown", onKey);
      for (const name of hiding) element.removeEventListener(name, hide);
    };
  }, [scroller]);
  return pointed;
}
