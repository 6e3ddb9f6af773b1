import { createContext, use } from "react";

export const PaletteContext = createContext<() => void>(() => undefined);

/** Opens the command palette, from any page. */
export function useOpenPalette(): () => void {
  return use(PaletteContext);
}
