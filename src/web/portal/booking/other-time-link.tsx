import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { useSlug } from "../clinic/use-clinic.ts";

/** Back to the times of the same person and day. */
export function OtherTimeLink({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const slug = useSlug();
  return (
    <BackLink
      to="/$slug/book/$serviceId"
      params={{ slug, serviceId: hold.serviceId }}
      search={{ provider: hold.provider.id, day: hold.start.localDate }}
    >
      {t("hold.other-time")}
    </BackLink>
  );
}
