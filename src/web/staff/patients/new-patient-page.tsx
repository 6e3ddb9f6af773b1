import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../ui/staff/page.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { Permitted } from "../shell/dead-ends.tsx";
import { RegisterForm } from "./register-form.tsx";

export function NewPatientPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t("patient.register")} narrow back={<BackLink to="/patients" name={t("pages.patients")} />}>
      <Permitted to="patient.register">
        <RegisterForm
          onRegistered={({ id }) =>
            void navigate({
              to: "/patients/$patientId",
              params: { patientId: id },
            })
          }
          onCancel={() => void navigate({ to: "/patients" })}
        />
      </Permitted>
    </Page>
  );
}
