import { useTranslation } from "react-i18next";
import type { ShownStatus } from "../../../contract/values.ts";
import type { IconName } from "../../ui/portal/icon.tsx";
import { Tag, type TagTone } from "../../ui/portal/tag.tsx";

const looks: Record<ShownStatus, readonly [TagTone, IconName]> = {
  proposed: ["plain", "clock"],
  requested: ["warn", "clock"],
  scheduled: ["accent", "calendar"],
  confirmed: ["good", "check"],
  rescheduled: ["accent", "repeat"],
  arrived: ["good", "pin"],
  "checked-in": ["good", "check"],
  "in-progress": ["good", "clock"],
  completed: ["plain", "check"],
  cancelled: ["bad", "close"],
  acknowledged: ["bad", "close"],
  "no-show": ["warn", "warning"],
  "entered-in-error": ["plain", "close"],
};

/** Where an appointment stands: word and sign, never colour alone. */
export function StatusTag({ shown }: { readonly shown: ShownStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = looks[shown];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`status.${shown}`)}
    </Tag>
  );
}
