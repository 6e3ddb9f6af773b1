import { Box, Menu, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/staff/icon.tsx";
import { Initials } from "../../ui/staff/initials.tsx";
import { useStaff } from "../session/staff-context.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import styles from "./side-navigation.module.css";

/** Who is signed in; language, colours, own profile, and the way out. */
export function ProfileMenu() {
  const { t } = useTranslation();
  const { me, membership } = useStaff();
  const signOut = useSignOut();
  const name = [me.person.given, me.person.family].join(" ");
  const roles = membership.roles.map((role) => t(`roles.${role}`)).join(", ");
  return (
    <Menu position="top-start" width={236}>
      <Menu.Target>
        <button type="button" className={styles.profile}>
          <Initials name={name} size={30} />
          <span className={styles.profileText}>
            <span className={styles.person}>{name}</span>
            <span className={styles.role}>{roles}</span>
          </span>
          <Icon name="chevron-down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("shell.language")}</Menu.Label>
        <Box px="xs" pb="xs">
          <LanguageSwitch fullWidth />
        </Box>
        <Menu.Label>{t("shell.theme")}</Menu.Label>
        <Box px="xs" pb="xs">
          <ThemeSwitch />
        </Box>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="person" />} renderRoot={(props) => <Link to="/profile" {...props} />}>
          {t("shell.profile")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="logout" />} onClick={signOut}>
          {t("shell.sign-out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const themes = ["light", "dark", "auto"] as const;

function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t("shell.theme")}
      value={colorScheme}
      onChange={(chosen) => setColorScheme(chosen)}
      data={themes.map((value) => ({
        value,
        label: t(`shell.theme-${value}`),
      }))}
    />
  );
}
