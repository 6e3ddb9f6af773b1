/** Mantine dressed in Cita's tokens: one set of CSS variables feeds the portal and the staff application. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** Mantine wants ten shades; the ones that are seen come from the tokens below. */
const brand: MantineColorsTuple = [
  "#eaf5f2",
  "#d5ebe5",
  "#a9d8cc",
  "#7ac3b2",
  "#52b09b",
  "#2f9a84",
  "#0f6b5c",
  "#0c5a4d",
  "#094a3f",
  "#063a31",
];

/** Text tone of a colour name on its own soft ground, and the filled ground with what is written on it. */
const tones = new Map([
  [
    "brand",
    {
      fill: "--accent",
      strong: "--accent-strong",
      onFill: "--on-accent",
      soft: "--accent-soft",
      line: "--accent-line",
    },
  ],
  [
    "red",
    {
      fill: "--bad",
      strong: "--bad",
      onFill: "--on-bad",
      soft: "--bad-soft",
      line: "--bad",
    },
  ],
  [
    "gray",
    {
      fill: "--ink-soft",
      strong: "--ink",
      onFill: "--surface",
      soft: "--surface-sunken",
      line: "--line",
    },
  ],
]);

const variantColorResolver: VariantColorsResolver = (input) => {
  const known = defaultVariantColorsResolver(input);
  const tone = tones.get(input.color === undefined || input.color === "" ? "brand" : input.color);
  if (tone === undefined) return known;
  const colour = (token: string) => `var(${token})`;
  switch (input.variant) {
    case "filled":
      return {
        ...known,
        background: colour(tone.fill),
        hover: colour(tone.strong),
        color: colour(tone.onFill),
      };
    case "light":
      return {
        ...known,
        background: colour(tone.soft),
        hover: colour(tone.soft),
        color: colour(tone.strong),
      };
    case "subtle":
    case "transparent":
      return {
        ...known,
        background: "transparent",
        hover: colour(tone.soft),
        color: colour(tone.strong),
      };
    case "outline":
      return {
        ...known,
        background: "transparent",
        border: `1px solid ${colour(tone.line)}`,
        color: colour(tone.strong),
      };
    default:
      return known;
  }
};

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: 6,
  colors: { brand },
  variantColorResolver,
  fontFamily: "var(--font-sans)",
  fontFamilyMonospace: "var(--font-mono)",
  fontSizes: {
    xs: "0.75rem",
    sm: "0.8125rem",
    md: "0.875rem",
    lg: "1rem",
    xl: "1.25rem",
  },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.45", xl: "1.3" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "18px" },
  defaultRadius: "sm",
  spacing: {
    xs: "0.375rem",
    sm: "0.625rem",
    md: "0.875rem",
    lg: "1.25rem",
    xl: "1.75rem",
  },
  shadows: {
    sm: "var(--shadow-1)",
    md: "var(--shadow-2)",
    lg: "var(--shadow-2)",
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.25rem" },
      h2: { fontSize: "1rem" },
      h3: { fontSize: "0.875rem" },
    },
  },
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: {
      defaultProps: { size: "sm", autosize: true, minRows: 2, maxRows: 8 },
    },
    Select: {
      defaultProps: {
        size: "sm",
        checkIconPosition: "right",
        comboboxProps: { shadow: "md" },
      },
    },
    Badge: { defaultProps: { tt: "none", fw: 560, variant: "light" } },
    Checkbox: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: {
        radius: "lg",
        centered: true,
        overlayProps: { backgroundOpacity: 0.3 },
      },
      styles: { title: { fontSize: "1.0625rem", fontWeight: 640 } },
    },
    Drawer: {
      defaultProps: {
        position: "right",
        overlayProps: { backgroundOpacity: 0.2 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 350, fz: "xs" } },
    Menu: { defaultProps: { shadow: "md", position: "bottom-end" } },
  },
});

const shared: Record<string, string> = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--surface-sunken)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-disabled": "var(--surface-sunken)",
  "--mantine-color-disabled-color": "var(--ink-soft)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent-strong)",
  "--mantine-primary-color-light": "var(--accent-soft)",
  "--mantine-primary-color-light-hover": "var(--accent-soft)",
  "--mantine-primary-color-light-color": "var(--accent-strong)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-brand-filled": "var(--accent)",
  "--mantine-color-brand-filled-hover": "var(--accent-strong)",
  "--mantine-color-brand-light": "var(--accent-soft)",
  "--mantine-color-brand-light-hover": "var(--accent-soft)",
  "--mantine-color-brand-light-color": "var(--accent-strong)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});

/** The nonce that the server put on this page: Mantine's own style tags carry it, or the browser refuses them. */
export function styleNonce(): string {
  const tag = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"], meta[property="csp-nonce"]');
  return tag?.nonce || tag?.content || "";
}
