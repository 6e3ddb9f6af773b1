import { Group, Kbd, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface ShortcutsHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const shortcuts = [
  { keys: ["↑", "↓", "←", "→"], text: "walk" },
  { keys: ["Enter"], text: "open" },
  { keys: ["N"], text: "new" },
  { keys: ["M"], text: "move" },
  { keys: ["T"], text: "today" },
  { keys: ["J", "K"], text: "days" },
  { keys: ["D", "W"], text: "views" },
  { keys: ["/"], text: "search" },
  { keys: ["Ctrl", "K"], text: "palette" },
  { keys: ["Esc"], text: "close" },
  { keys: ["?"], text: "help" },
] as const;

export function ShortcutsHelp({ opened, onClose }: ShortcutsHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("shortcuts.title")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <Stack gap="xs">
        {shortcuts.map(({ keys, text }) => (
          <Group key={text} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`shortcuts.${text}`)}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
