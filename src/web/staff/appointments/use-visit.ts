import { useNavigate, useSearch } from "@tanstack/react-router";

/** The appointment at the side of the page. It stands in the address, so that a link to it can be shared and reloaded. */
export function useVisit() {
  const { visit } = useSearch({ from: "/signed-in" });
  const navigate = useNavigate();
  const show = (next: string | undefined) =>
    void navigate({
      to: ".",
      search: (now) => ({ ...now, visit: next }),
      resetScroll: false,
    });
  return {
    visit,
    open: (id: string) => show(id),
    close: () => show(undefined),
  };
}
