// A text as a picture that a phone's camera reads; drawn as one path, dark on light in every theme.
import { create } from "qrcode";

import styles from "./QrCode.module.css";

/** Light squares around it, without which cameras do not find it. */
const QUIET = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data, (isDark, place) =>
    isDark
      ? `M${String((place % size) + QUIET)} ${String(Math.floor(place / size) + QUIET)}h1v1h-1z`
      : "",
  ).join("");
  const side = String(size + 2 * QUIET);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
