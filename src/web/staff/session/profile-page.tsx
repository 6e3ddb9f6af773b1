import { Badge, Button, SimpleGrid, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Answer, routeQuery } from "../../api/index.ts";
import { instantText } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { Facts } from "../../ui/staff/facts.tsx";
import { ListTable } from "../../ui/staff/list-table.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { Page } from "../../ui/staff/page.tsx";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { QueryView } from "../../ui/staff/states.tsx";
import { useStaff } from "./staff-context.ts";
import { useWrite } from "./use-write.ts";

/** One's own name, contacts and sessions. */
export function ProfilePage() {
  const { t } = useTranslation();
  return (
    <Page title={t("shell.profile")} narrow>
      <OwnName />
      <OwnFacts />
      <OwnSessions />
    </Page>
  );
}

const names = ["given", "family", "secondFamily"] as const;

function OwnName() {
  const { t } = useTranslation();
  const { me } = useStaff();
  const { given, family, secondFamily } = me.person;
  const [draft, setDraft] = useState({
    given,
    family,
    secondFamily: secondFamily ?? "",
  });
  const update = useWrite("me.update", () => notify(t("ui.saved")));
  return (
    <Card title={t("profile.name")}>
      <form
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          const second = draft.secondFamily.trim();
          update.send({
            body: { ...draft, secondFamily: second === "" ? null : second },
          });
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
          {names.map((key) => (
            <TextInput
              key={key}
              label={t(`fields.${key}`)}
              required={key !== "secondFamily"}
              maxLength={200}
              value={draft[key]}
              onChange={(changed) => {
                const { value } = changed.currentTarget;
                setDraft((now) => ({ ...now, [key]: value }));
              }}
            />
          ))}
        </SimpleGrid>
        {update.problem !== null && <ProblemNotice problem={update.problem} />}
        <Button type="submit" mt="md" loading={update.isSending}>
          {t("ui.save")}
        </Button>
      </form>
    </Card>
  );
}

function OwnFacts() {
  const { t } = useTranslation();
  const { me, membership, organisation } = useStaff();
  const departments = organisation.departments.filter(({ id }) => membership.departmentIds.includes(id));
  return (
    <Card title={t("profile.work")}>
      <Facts
        facts={[
          { label: t("fields.email"), value: me.person.email?.value },
          { label: t("fields.phone"), value: me.person.phone?.value },
          {
            label: t("fields.role"),
            value: membership.roles.map((role) => t(`roles.${role}`)).join(", "),
          },
          {
            label: t("fields.departments"),
            value: departments.map(({ name }) => name[currentLocale()]).join(", "),
          },
        ]}
      />
    </Card>
  );
}

/** Browsers introduce themselves at length; the beginning tells them apart. */
function shortened(agent: string): string {
  return agent.length > 60 ? `${agent.slice(0, 59)}…` : agent;
}

type Session = Answer<"sessions.list">["sessions"][number];

function OwnSessions() {
  const { t } = useTranslation();
  const query = useQuery(routeQuery("sessions.list", {}));
  const end = useWrite("sessions.end");
  const endButton = ({ id, current }: Session) =>
    current ? (
      <Badge variant="light">{t("profile.this-session")}</Badge>
    ) : (
      <Button size="compact-sm" variant="default" onClick={() => end.send({ params: { id } })}>
        {t("profile.end-session")}
      </Button>
    );
  return (
    <Card title={t("profile.sessions")} hint={t("profile.sessions-hint")}>
      {end.problem !== null && <ProblemNotice problem={end.problem} />}
      <QueryView query={query}>
        {({ sessions }) => (
          <ListTable
            caption={t("profile.sessions")}
            rows={sessions}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "agent",
                header: t("profile.browser"),
                cell: ({ agent }) => <span title={agent}>{shortened(agent)}</span>,
              },
              {
                key: "started",
                header: t("profile.started"),
                cell: ({ startedAt }) => instantText(startedAt, currentLocale()),
              },
              {
                key: "seen",
                header: t("profile.seen"),
                cell: ({ lastSeenAt }) => instantText(lastSeenAt, currentLocale()),
              },
              { key: "end", header: t("ui.actions"), isHeaderHidden: true, cell: endButton },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
}
