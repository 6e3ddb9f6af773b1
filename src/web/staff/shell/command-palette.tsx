import { Loader, Modal } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/staff/icon.tsx";
import styles from "./command-palette.module.css";
import { type Command, useCommands } from "./use-commands.ts";

interface CommandPaletteProps {
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Ctrl-K from anywhere, or `/`: pages, actions and patients by a few letters. */
export function CommandPalette({ opened, onOpen, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  useHotkeys(
    [
      ["mod+K", onOpen],
      ["/", onOpen],
    ],
    ["INPUT", "TEXTAREA", "SELECT"],
  );
  useHotkeys([["mod+K", onOpen]], []);
  return (
    <Modal.Root opened={opened} onClose={onClose} size="36rem" yOffset="12vh" centered={false}>
      <Modal.Overlay backgroundOpacity={0.2} />
      <Modal.Content aria-label={t("palette.title")} className={styles.content}>
        <Modal.Body className={styles.body}>
          <PaletteBody onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text, 180);
  const [selected, setSelected] = useState(0);
  const { commands, isSearching } = useCommands(asked);
  const at = Math.min(selected, commands.length - 1);
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.key === "ArrowDown") setSelected(Math.min(at + 1, commands.length - 1));
    else if (pressed.key === "ArrowUp") setSelected(Math.max(at - 1, 0));
    else if (pressed.key === "Enter") run(commands[at]);
    else return;
    pressed.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <Icon name="search" size={18} />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={commands[at] === undefined ? undefined : `${listId}-${at}`}
          aria-label={t("palette.title")}
          placeholder={t("palette.placeholder")}
          value={text}
          maxLength={200}
          onChange={(changed) => {
            setText(changed.currentTarget.value);
            setSelected(0);
          }}
          onKeyDown={onKeyDown}
        />
        {isSearching && <Loader size="xs" />}
      </div>
      <CommandList id={listId} commands={commands} selected={at} onSelect={setSelected} onRun={run} />
      {commands.length === 0 && <p className={styles.none}>{isSearching ? t("ui.searching") : t("palette.nothing")}</p>}
    </>
  );
}

interface CommandListProps {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onRun: (command: Command) => void;
}

function CommandList({ id, commands, selected, onSelect, onRun }: CommandListProps) {
  const { t } = useTranslation();
  return (
    <div id={id} className={styles.list} role="listbox" aria-label={t("palette.title")}>
      {commands.map((command, index) => (
        <div key={command.id} role="presentation">
          {command.group !== commands[index - 1]?.group && (
            <div className={styles.group} role="presentation">
              {t(`palette.group.${command.group}`)}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox above, which keeps the focus */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === selected}
            className={styles.item}
            ref={(element) => {
              if (index === selected) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseMove={() => onSelect(index)}
            onClick={() => onRun(command)}
          >
            <Icon name={command.icon} />
            <span className={styles.name}>{command.name}</span>
            {command.hint !== undefined && <span className={styles.hint}>{command.hint}</span>}
          </div>
        </div>
      ))}
    </div>
  );
}
