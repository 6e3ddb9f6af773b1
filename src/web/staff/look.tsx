import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides, Notification } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import "dayjs/locale/es";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { cssVariables, styleNonce, theme } from "../ui/staff/theme.ts";
import { ThemeMarker } from "../ui/staff/theme-marker.tsx";

const colorScheme = localStorageColorSchemeManager({ key: "cita.theme" });

/** Colours, type and the language of calendars around everything that is drawn. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const dress = useMemo(() => {
    const closeButtonProps = { "aria-label": t("ui.close") };
    return mergeThemeOverrides(theme, {
      components: { Notification: Notification.extend({ defaultProps: { closeButtonProps } }) },
    });
  }, [t]);
  return (
    <MantineProvider
      theme={dress}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <ThemeMarker />
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <Notifications position="bottom-left" limit={3} />
        {children}
      </DatesProvider>
    </MantineProvider>
  );
}
