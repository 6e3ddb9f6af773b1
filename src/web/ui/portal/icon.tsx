import styles from "./icon.module.css";

/** Outlines on a grid of 24, drawn with the colour of the text beside them. */
const outlines = {
  "arrow-left": "M19 12H5m6-6-6 6 6 6",
  bag: "M6 8h12l1 12H5L6 8Zm3 0a3 3 0 0 1 6 0",
  calendar: "M5 6h14v14H5zM5 10h14M9 3.5V7m6-3.5V7",
  check: "m5 12.5 4.5 4.5L19 7.5",
  "chevron-down": "m6 9.5 6 6 6-6",
  "chevron-left": "m14.5 6-6 6 6 6",
  "chevron-right": "m9.5 6 6 6-6 6",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2",
  close: "m6 6 12 12M18 6 6 18",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  globe:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c2.5 2.6 3.6 5.6 3.6 9s-1.100 6.400-3.600 9c-2.500-2.600-3.600-5.600-3.600-9s1.100-6.400 3.600-9Z",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v6m0-9.500v.01",
  list: "M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01",
  mail: "M4 6h16v12H4zm0 1 8 6 8-6",
  message: "M5 5h14v11h-8l-4.500 4v-4H5z",
  "no-connection":
    "M4 4l16 16M8.500 8.600A11 11 0 0 0 3 12m4 4a7 7 0 0 1 6.500-1.900M12 8a13 13 0 0 1 9 4m-9 7.500v.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.500 8.500a7.500 7.500 0 0 1 15 0",
  phone:
    "M6 4h4l1.500 5-2.500 1.500a11 11 0 0 0 4.500 4.500l1.500-2.500L20 14v4c0 1-1 2-2 2C10.500 20 4 13.500 4 6c0-1 1-2 2-2Z",
  pin: "M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21Zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  printer: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  repeat: "M4 11V9a3 3 0 0 1 3-3h12m-3-3 3 3-3 3m4 4v2a3 3 0 0 1-3 3H5m3 3-3-3 3-3",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.500 4.500",
  star: "m12 4 2.500 5.200 5.500.8-4 4 1 5.700-5-2.700-5 2.700 1-5.700-4-4 5.500-.8z",
  video: "M4 7h11v10H4zm11 3.500 5-3v9l-5-3",
  warning: "M12 4 2.500 20h19L12 4Zm0 6v5m0 2.500v.01",
} as const;

export type IconName = keyof typeof outlines;

/** Decoration beside words: a screen reader passes over it. */
export function Icon({ name, size = "md" }: { readonly name: IconName; readonly size?: "sm" | "md" | "lg" }) {
  return (
    <svg className={`${styles.icon} ${styles[size]}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  );
}
