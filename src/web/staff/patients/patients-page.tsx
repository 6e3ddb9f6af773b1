import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/staff/icon.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { PatientFinder } from "./patient-finder.tsx";

export function PatientsPage() {
  const { t } = useTranslation();
  const { can } = useStaff();
  const navigate = useNavigate();
  return (
    <Page
      title={t("pages.patients")}
      narrow
      actions={
        can("patient.register") && (
          <Button
            leftSection={<Icon name="person-plus" />}
            renderRoot={(props) => <Link to="/patients/new" {...props} />}
          >
            {t("patient.register")}
          </Button>
        )
      }
    >
      <Permitted to="patient.search">
        <PatientFinder
          onPick={({ id }) =>
            void navigate({
              to: "/patients/$patientId",
              params: { patientId: id },
            })
          }
        />
      </Permitted>
    </Page>
  );
}
