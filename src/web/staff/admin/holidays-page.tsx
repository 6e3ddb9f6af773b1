import { ActionIcon, Button, Select, Stack } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Answer, routeQuery } from "../../api/index.ts";
import { dateWithYear } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { Icon } from "../../ui/staff/icon.tsx";
import { ListTable } from "../../ui/staff/list-table.tsx";
import { LocalTextField } from "../../ui/staff/local-text-field.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { AffectedVisits } from "../schedules/affected-visits.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { FormFoot } from "./form-foot.tsx";

/** Days on which everything, or one place, is closed. */
export function HolidaysPage() {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const query = useQuery(routeQuery("holidays.list", { params: inOrganisation }));
  return (
    <Page
      title={t("pages.holidays")}
      narrow
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)} disabled={isAdding}>
          {t("holiday.add")}
        </Button>
      }
    >
      <Permitted to="organisation.manage">
        {isAdding && <HolidayForm onDone={() => setAdding(false)} />}
        <QueryView query={query}>
          {({ holidays }) =>
            holidays.length === 0 ? (
              <EmptyState icon="sun" title={t("holiday.empty-title")} text={t("holiday.empty-text")} />
            ) : (
              <HolidayTable holidays={holidays} />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}

function HolidayTable({ holidays }: Answer<"holidays.list">) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const remove = useWrite("holidays.remove");
  const place = (locationId: string | null) =>
    organisation.locations.find(({ id }) => id === locationId)?.name ?? t("holiday.everywhere");
  return (
    <>
      {remove.problem !== null && <ProblemNotice problem={remove.problem} />}
      <ListTable
        caption={t("pages.holidays")}
        rows={[...holidays].sort((a, b) => (a.localDate < b.localDate ? -1 : 1))}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "date",
            header: t("fields.date"),
            cell: ({ localDate }) => dateWithYear(localDate, locale),
          },
          {
            key: "name",
            header: t("fields.name"),
            cell: ({ name }) => name[locale],
          },
          {
            key: "place",
            header: t("fields.location"),
            cell: ({ locationId }) => place(locationId),
          },
          {
            key: "remove",
            header: t("ui.actions"),
            isHeaderHidden: true,
            cell: ({ id, name }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("holiday.remove", { name: name[locale] })}
                onClick={() => remove.send({ params: { ...inOrganisation, id } })}
              >
                <Icon name="trash" size={15} />
              </ActionIcon>
            ),
          },
        ]}
      />
    </>
  );
}

function HolidayForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const [localDate, setDate] = useState<string | null>(null);
  const [name, setName] = useState({ en: "", es: "" });
  const [locationId, setLocation] = useState<string | null>(null);
  const [affected, setAffected] = useState<Answer<"holidays.add">["affected"]>([]);
  const add = useWrite("holidays.add", (answer) => {
    if (answer.affected.length === 0) onDone();
    else setAffected(answer.affected);
  });
  if (affected.length > 0) {
    const title = t("holiday.affected", { count: affected.length });
    return (
      <Card
        title={title}
        actions={
          <Button variant="default" onClick={onDone}>
            {t("ui.close")}
          </Button>
        }
      >
        <AffectedVisits title={title} visits={affected} />
      </Card>
    );
  }
  return (
    <Card title={t("holiday.add")}>
      <form
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (localDate !== null)
            add.send({
              params: inOrganisation,
              body: { localDate, name, locationId },
            });
        }}
      >
        <Stack gap="sm">
          <DatePickerInput
            w="14rem"
            label={t("fields.date")}
            required
            valueFormat={t("ui.date-format")}
            value={localDate}
            onChange={setDate}
          />
          <LocalTextField label={t("fields.name")} value={name} required onChange={setName} />
          <Select
            w="14rem"
            label={t("fields.location")}
            placeholder={t("holiday.everywhere")}
            clearable
            data={organisation.locations.map((one) => ({
              value: one.id,
              label: one.name,
            }))}
            value={locationId}
            onChange={setLocation}
          />
        </Stack>
        <FormFoot
          problem={add.problem}
          isSending={add.isSending}
          onCancel={onDone}
          isDisabled={localDate === null || name.en === "" || name.es === ""}
        />
      </form>
    </Card>
  );
}
