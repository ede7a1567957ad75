// The drawn signs beside words; they are decoration, so the word always stands too.
import styles from "./Icon.module.css";

const paths = {
  back: "M15 5l-7 7 7 7",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4",
  book: "M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h12",
  board: "M4 4h7v7H4zM13 4h7v4h-7zM13 11h7v9h-7zM4 14h7v6H4z",
  check: "M5 12.5l4.5 4.5L19 7",
  chevron: "M6 9l6 6 6-6",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  close: "M6 6l12 12M18 6L6 18",
  document: "M6 3h8l4 4v14H6zM13 3v5h5M9 12h6M9 16h6",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  eye: "M2 12c5-9 15-9 20 0c-5 9-15 9-20 0zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  gift: "M4 9h16v4H4zM6 13v7h12v-7M12 9v11M12 9C8 9 7 4 10 4s2 5 2 5c0 0-1-5 2-5s2 5-2 5",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.5 9h17M3.5 15h17M12 3c-5 5-5 13 0 18c5-5 5-13 0-18",
  grid: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  inbox: "M4 5h16v14H4zM4 14h4l2 2h4l2-2h4",
  key: "M14 4a6 6 0 1 1-4 10l-1 1v2H7v2H4v-3l6-6a6 6 0 0 1 4-6zM15.5 8.5h.01",
  leave: "M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
  minus: "M5 12h14",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  network:
    "M5 5h4v4H5zM15 5h4v4h-4zM10 10h4v4h-4zM5 15h4v4H5zM15 15h4v4h-4zM9 9l1.5 1.5M15 9l-1.5 1.5M9 15l1.5-1.5M15 15l-1.5-1.5",
  offline:
    "M4 4l16 16M5 10a11 11 0 0 1 4-2M12 7a11 11 0 0 1 7 3M8 14a6 6 0 0 1 6-1M12 18h.01",
  partners:
    "M4 20V8l8-4 8 4v12M4 20h16M9 20v-5h6v5M8 11h.01M12 11h.01M16 11h.01",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 6M17 14.5c2.5.5 4 2.5 4 5.5",
  phone:
    "M6 3h4l2 5-2.5 1.5a11 11 0 0 0 5 5L16 12l5 2v4a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z",
  plus: "M12 5v14M5 12h14",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  refresh: "M20 5v5h-5M4 19v-5h5M19 10a8 8 0 0 0-14-2M5 14a8 8 0 0 0 14 2",
  seal: "M12 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM8.5 14L7 21l5-3 5 3-1.5-7",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
  send: "M4 12l16-8-6 16-3-6z",
  sound: "M4 9v6h4l5 4V5L8 9zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11",
  undo: "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
} as const;

export type IconName = keyof typeof paths;

interface Props {
  name: IconName;
  small?: boolean;
}

export function Icon({ name, small = false }: Props) {
  return (
    <svg
      className={small ? styles.small : styles.icon}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
