import { Affix, Kbd, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/language.ts";
import { useMoving } from "./move-context.ts";

/** While the keyboard carries a visit: what is carried, and which keys end it. */
export function MoveKeysNote() {
  const { t } = useTranslation();
  const { state } = useMoving();
  if (state.stage !== "carrying" || state.by !== "keys") return null;
  return (
    <Affix position={{ bottom: 20, left: "50%" }} style={{ transform: "translateX(-50%)" }}>
      <Paper shadow="md" withBorder px="md" py="xs" radius="lg">
        <Text size="sm">
          {t("move.carrying", {
            name: state.visit.patientName ?? state.visit.serviceName[currentLocale()],
          })}{" "}
          <Kbd>↑↓←→</Kbd> <Kbd>Enter</Kbd> {t("move.drop")} <Kbd>Esc</Kbd> {t("move.put-back")}
        </Text>
      </Paper>
    </Affix>
  );
}
