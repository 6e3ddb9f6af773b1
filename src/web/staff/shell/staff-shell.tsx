import { ActionIcon, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/staff/icon.tsx";
import { AppointmentPanel } from "../appointments/appointment-panel.tsx";
import { BookingHost } from "../booking/booking-host.tsx";
import { MoveHost } from "../moving/move-host.tsx";
import { Gate } from "../session/gate.tsx";
import { useStaff } from "../session/staff-context.ts";
import { CommandPalette } from "./command-palette.tsx";
import { PaletteContext } from "./palette-context.ts";
import { SideNavigation } from "./side-navigation.tsx";
import styles from "./staff-shell.module.css";

/** Around every page of the signed-in: the menu, the command palette, and the panels that any page can open. */
export function StaffShell() {
  return (
    <Gate>
      <MoveHost>
        <BookingHost>
          <Frame />
          <AppointmentPanel />
        </BookingHost>
      </MoveHost>
    </Gate>
  );
}

function Frame() {
  const { t } = useTranslation();
  const [isPaletteOpen, palette] = useDisclosure(false);
  return (
    <PaletteContext value={palette.open}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          {t("shell.skip")}
        </a>
        <TopBar />
        <div className={styles.side}>
          <SideNavigation />
        </div>
        <main id="content" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <CommandPalette opened={isPaletteOpen} onOpen={palette.open} onClose={palette.close} />
    </PaletteContext>
  );
}

/** Only on a phone; a desk shows the menu at the side. */
function TopBar() {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const [isMenuOpen, menu] = useDisclosure(false);
  return (
    <header className={styles.topbar}>
      <ActionIcon variant="subtle" color="gray" aria-label={t("shell.menu")} onClick={menu.open}>
        <Icon name="menu" size={20} />
      </ActionIcon>
      <span className={styles.where}>{organisation.name}</span>
      <Drawer
        opened={isMenuOpen}
        onClose={menu.close}
        position="left"
        size="17rem"
        title={t("shell.menu")}
        closeButtonProps={{ "aria-label": t("ui.close") }}
      >
        <SideNavigation onChosen={menu.close} />
      </Drawer>
    </header>
  );
}
