/** Line icons of the staff application, drawn on a grid of 24. They are decoration: the words stand beside them. */
const drawings = {
  alert: "M12 4 2.8 20h18.4L12 4Zm0 6v4.5M12 17.2v.1",
  "arrow-left": "M19 12H5m6-6-6 6 6 6",
  "arrow-right": "M5 12h14m-6-6 6 6-6 6",
  arrived: "M10 4h9v16h-9M3 12h11m-4-4 4 4-4 4",
  ban: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM5.7 5.7l12.6 12.6",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4",
  building: "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
  calendar: "M4 6h16v14H4V6Zm0 4.5h16M8 3v4M16 3v4",
  "calendar-plus": "M4 6h16v14H4V6Zm0 4.5h16M8 3v4M16 3v4M12 13v4.5M9.8 15.2h4.5",
  check: "m5 12.5 4.5 4.5L19 7.5",
  "check-double": "m2.5 12.5 4 4 8-9M11 15.5l1.5 1.5 9-9.5",
  "chevron-down": "m6 9 6 6 6-6",
  "chevron-left": "m15 6-6 6 6 6",
  "chevron-right": "m9 6 6 6-6 6",
  circle: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
  "circle-check": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-3.6 8.2 2.6 2.6 4.8-5.2",
  clipboard: "M8 5H5.5v16h13V5H16M8 3.5h8v4H8v-4ZM9 13.5l2 2 4-4",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 3.8V12l3 2",
  copy: "M9 9h11v11H9V9ZM15 9V4H4v11h5",
  desk: "M3 10h18M5 10v10M19 10v10M9 10V5h6v5",
  door: "M6 21V3.5h12V21M3.5 21h17M14.5 12v.5",
  edit: "m4 20 .8-4L16.5 4.3l3.2 3.2L8 19.2 4 20ZM14 7l3 3",
  external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
  filter: "M4 6h16M7 12h10M10 18h4",
  flag: "M6 21V4M6 5h12l-2.5 4L18 13H6",
  globe:
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c2.6 2.3 3.8 5.1 3.8 8.5s-1.2 6.2-3.8 8.5c-2.6-2.3-3.8-5.1-3.8-8.5s1.2-6.2 3.8-8.5Z",
  history: "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.3l3 1.7",
  hourglass: "M6.5 3h11M6.5 21h11M7.5 3c0 5 4.5 5.5 4.5 9s-4.5 4-4.5 9M16.5 3c0 5-4.5 5.5-4.5 9s4.5 4 4.5 9",
  info: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 7.2v5M12 8v.1",
  keyboard: "M3 6.5h18v11H3v-11ZM6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1M8 14h8",
  list: "M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.2M4 12h.2M4 18h.2",
  logout: "M10 4H5v16h5M10 12h10m-4-4 4 4-4 4",
  mail: "M3.5 6h17v12.5h-17V6Zm0 .8L12 13l8.5-6.2",
  menu: "M4 7h16M4 12h16M4 17h16",
  message: "M4 5h16v11.5H11L7 20v-3.5H4V5Z",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  more: "M6 12h.1M12 12h.1M18 12h.1",
  move: "M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4",
  "no-show":
    "M10 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3.5 20c.5-3.5 3-5.5 6.5-5.5 1 0 2 .2 2.8.5M16 16l5 5M21 16l-5 5",
  note: "M5 4h14v11l-5 5H5V4Zm14 11h-5v5M8.5 8.5h7M8.5 12h5",
  online: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c-4.5 5-4.5 12 0 17M12 3.5c4.5 5 4.5 12 0 17",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 19.5c.5-3.5 3-5.3 6.5-5.3s6 1.8 6.5 5.3M15.5 5.3a3.5 3.5 0 0 1 0 6.5M17.5 14.6c2.3.7 3.6 2.3 4 4.9",
  "person-plus":
    "M10 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3.5 20c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M18.5 8v6M15.5 11h6",
  phone:
    "M6.5 3.5 9.5 4l1 4.5-2 1.7a12 12 0 0 0 5.3 5.3l1.7-2 4.5 1 .5 3c-.3 1.8-1.5 3-3.2 3C10 20 4 14 3.5 6.7c0-1.7 1.2-2.9 3-3.2Z",
  play: "M7.5 5v14l11-7-11-7Z",
  plus: "M12 5v14M5 12h14",
  print: "M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7V14Z",
  refresh: "M20 5v5h-5M4 19v-5h5M19 10a7.5 7.5 0 0 0-13.5-2M5 14a7.5 7.5 0 0 0 13.5 2",
  search: "M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM16 16l4.5 4.5",
  settings:
    "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM9 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z",
  shield: "M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6L12 3Zm-3 9 2.2 2.2L15.5 10",
  stethoscope:
    "M6 3.5H4.5V9a4.5 4.5 0 0 0 9 0V3.5H12M9 13.5V16a5 5 0 0 0 10 0v-2.5M19 9.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  trash: "M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13.5h9l1-13.5M10.5 11v6M13.5 11v6",
  undo: "M9 14 4.5 9.5 9 5M5 9.5h9a5.5 5.5 0 0 1 0 11h-3",
  video: "M3.5 7h11.5v10H3.5V7ZM15 11l5.5-3v8L15 13",
  x: "M6 6l12 12M18 6 6 18",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size < 16 ? 2.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
