import { Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Dispatch, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Alternative } from "../../../contract/routes/availability.ts";
import { routeQuery } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { type Requester, RequesterSelect } from "../appointments/requester-select.tsx";
import { shortMoment } from "../appointments/texts.ts";
import { useProvidersOf } from "../directory/use-directory.ts";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { AlternativeButtons } from "../times/alternative-buttons.tsx";
import { present } from "../times/present.ts";
import { TimeChooser } from "../times/time-chooser.tsx";
import { useVerdict } from "../times/use-verdict.ts";
import { overrideOf, type Verdict } from "../times/verdict.ts";
import { VerdictNotice } from "../times/verdict-notice.tsx";
import styles from "./move-dialog.module.css";
import { isOwnPlace, type MoveAction, type MoveTarget, type MovingVisit } from "./move-state.ts";

interface MoveDialogProps {
  readonly visit: MovingVisit;
  readonly target: MoveTarget;
  readonly dispatch: Dispatch<MoveAction>;
}

/** From where to where, what the rules say of it, who asked and why; then it is moved. */
export function MoveDialog({ visit, target, dispatch }: MoveDialogProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const close = () => dispatch({ type: "put-back" });
  const { localDate, localTime, startsAt, ...place } = target;
  const isMoved = !isOwnPlace(visit, target);
  const verdict = useVerdict(
    isMoved && localTime !== ""
      ? {
          ...place,
          serviceId: visit.serviceId,
          patientId: visit.patientId ?? undefined,
          movingAppointmentId: visit.id,
          time: { localDate, localTime, startsAt },
        }
      : null,
  );
  return (
    <Modal
      opened
      onClose={close}
      title={t("move.title")}
      size="34rem"
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <Stack gap="md">
        <Text size="sm">{[visit.patientName ?? t("diary.taken"), visit.serviceName[locale]].join(" · ")}</Text>
        <FromTo visit={visit} target={target} isMoved={isMoved} />
        <TargetFields visit={visit} target={target} onAim={(next) => dispatch({ type: "aim", target: next })} />
        {isMoved && (
          <VerdictNotice
            verdict={verdict}
            onAlternative={(other) => dispatch({ type: "aim", target: targetOf(other) })}
          />
        )}
        <MoveForm visit={visit} target={target} verdict={verdict} dispatch={dispatch} />
      </Stack>
    </Modal>
  );
}

function targetOf({ providerId, locationId, start }: Alternative): MoveTarget {
  const { localDate, localTime, at } = start;
  return { providerId, locationId, localDate, localTime, startsAt: at };
}

interface FromToProps {
  readonly visit: MovingVisit;
  readonly target: MoveTarget;
  readonly isMoved: boolean;
}

function FromTo({ visit, target, isMoved }: FromToProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const providers = useProvidersOf(visit.serviceId);
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.displayName ?? "";
  return (
    <div className={styles.route}>
      <div className={styles.old}>
        <p className={styles.when}>{shortMoment(visit, locale)}</p>
        <p>{nameOf(visit.providerId)}</p>
      </div>
      <Icon name="arrow-right" />
      <div>
        <p className={styles.when}>
          {isMoved && target.localTime !== "" ? shortMoment(target, locale) : t("move.choose")}
        </p>
        {isMoved && <p>{nameOf(target.providerId)}</p>}
      </div>
    </div>
  );
}

interface TargetFieldsProps {
  readonly visit: MovingVisit;
  readonly target: MoveTarget;
  readonly onAim: (target: MoveTarget) => void;
}

function TargetFields({ visit, target, onAim }: TargetFieldsProps) {
  const { t } = useTranslation();
  const providers = useProvidersOf(visit.serviceId);
  return (
    <>
      <Select
        label={t("fields.provider")}
        data={providers.map(({ id, displayName }) => ({
          value: id,
          label: displayName,
        }))}
        value={target.providerId}
        allowDeselect={false}
        searchable
        onChange={(providerId) =>
          providerId !== null &&
          onAim({
            providerId,
            localDate: target.localDate,
            localTime: target.localTime,
          })
        }
      />
      <TimeChooser
        serviceId={visit.serviceId}
        providerId={target.providerId}
        movingAppointmentId={visit.id}
        localDate={target.localDate}
        localTime={target.localTime}
        onChange={(time) => onAim({ ...target, startsAt: undefined, locationId: undefined, ...time })}
      />
    </>
  );
}

interface MoveFormProps extends MoveDialogProps {
  readonly verdict: Verdict;
}

function MoveForm({ visit, target, verdict, dispatch }: MoveFormProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const [reason, setReason] = useState("");
  const [overrideReason, setOverrideReason] = useState("");
  const [requester, setRequester] = useState<Requester>("patient");
  const params = { ...inOrganisation, id: visit.id };
  // The diary may be a moment behind a confirmation or a note; that is no reason to refuse the move.
  const newest = useQuery(routeQuery("appointments.get", { params })).data;
  const move = useWrite("appointments.reschedule", (moved) => {
    notify(t("move.done", { time: shortMoment(moved.start, locale) }));
    dispatch({ type: "put-back" });
  });
  const isPossible = verdict.kind === "free" || (verdict.kind === "override" && overrideReason.trim() !== "");
  const submit = () => {
    if (verdict.kind !== "free" && verdict.kind !== "override") return;
    const { providerId, locationId, roomId } = target;
    const body = {
      ...present({ providerId, locationId, roomId }),
      startsAt: verdict.start.at,
      requester,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      ...overrideOf(verdict, overrideReason.trim()),
    };
    move.send({ params, ifMatch: Math.max(visit.version, newest?.version ?? 0), body });
  };
  return (
    <>
      {verdict.kind === "override" && (
        <Textarea
          label={t("override.reason")}
          description={t("override.hint")}
          required
          maxLength={1000}
          value={overrideReason}
          onChange={(changed) => setOverrideReason(changed.currentTarget.value)}
        />
      )}
      <Group grow align="flex-start">
        <RequesterSelect value={requester} onChange={setRequester} />
        <Textarea
          label={t("fields.reason-of-change")}
          minRows={1}
          maxLength={1000}
          value={reason}
          onChange={(changed) => setReason(changed.currentTarget.value)}
        />
      </Group>
      {move.problem !== null && (
        <ProblemNotice
          problem={move.problem}
          actions={
            <AlternativeButtons
              alternatives={move.problem.alternatives ?? []}
              onChoose={(other) => {
                move.reset();
                dispatch({ type: "aim", target: targetOf(other) });
              }}
            />
          }
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => dispatch({ type: "put-back" })}>
          {t("ui.keep")}
        </Button>
        <Button disabled={!isPossible} loading={move.isSending} onClick={submit}>
          {t("move.submit")}
        </Button>
      </Group>
    </>
  );
}
