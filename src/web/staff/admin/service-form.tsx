import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import type { AdminService } from "../../../contract/routes/administration.ts";
import { Card } from "../../ui/staff/card.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { FormFoot } from "./form-foot.tsx";
import { PolicyFields } from "./policy-fields.tsx";
import { type ServiceDraft, settingsOf } from "./service-draft.ts";
import { ServiceProviders, ServiceRooms } from "./service-resources.tsx";
import { ServiceSwitches, ServiceTexts, ServiceTimes } from "./service-sections.tsx";

interface ServiceFormProps {
  /** Left out for a new one. */
  readonly service: AdminService | undefined;
  readonly start: ServiceDraft;
  readonly onDone: () => void;
}

export interface ServiceSectionProps {
  readonly draft: ServiceDraft;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<ServiceDraft>) => void;
}

export function ServiceForm({ service, start, onDone }: ServiceFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => settingsOf(start));
  const saved = () => {
    notify(t("ui.saved"));
    onDone();
  };
  const create = useWrite("admin.create-service", saved);
  const update = useWrite("admin.update-service", saved);
  const { problem, isSending } = service === undefined ? create : update;
  const section = {
    draft,
    problem,
    onChange: (part: Partial<ServiceDraft>) => setDraft((now) => ({ ...now, ...part })),
  };
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (service === undefined) create.send({ params: inOrganisation, body: draft });
        else
          update.send({
            params: { ...inOrganisation, id: service.id },
            ifMatch: service.version,
            body: draft,
          });
      }}
    >
      <Card title={t("service.texts")}>
        <ServiceTexts {...section} />
      </Card>
      <Card title={t("service.times")}>
        <ServiceTimes {...section} />
        <ServiceSwitches {...section} />
      </Card>
      <Card title={t("pages.providers")} hint={t("service.providers-hint")}>
        <ServiceProviders {...section} />
      </Card>
      <Card title={t("pages.rooms")} hint={t("service.rooms-hint")}>
        <ServiceRooms {...section} />
      </Card>
      <Card title={t("policy.title")} hint={t("policy.service-hint")}>
        <PolicyFields
          value={draft.policy}
          problem={problem}
          onChange={(part) => section.onChange({ policy: { ...draft.policy, ...part } })}
        />
      </Card>
      <FormFoot problem={problem} isSending={isSending} onCancel={onDone} />
    </form>
  );
}
