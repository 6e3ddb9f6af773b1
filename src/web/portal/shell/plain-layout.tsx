import { Link, Outlet } from "@tanstack/react-router";
import { Brand, Frame } from "./frame.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

/** Around the pages that belong to no clinic. */
export function PlainLayout() {
  return (
    <Frame
      brand={
        <Link to="/">
          <Brand name="Cita" />
        </Link>
      }
      links={<LanguageSwitch />}
    >
      <Outlet />
    </Frame>
  );
}
