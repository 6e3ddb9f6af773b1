import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";

/** Tells the tokens which theme the person chose; without a choice they follow the system. */
export function ThemeMarker() {
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    const root = document.documentElement;
    if (colorScheme === "auto") delete root.dataset.theme;
    else root.dataset.theme = colorScheme;
  }, [colorScheme]);
  return null;
}
