// A QR code drawn as one path, dark on light in every scheme, since readers want it so.
import { create } from "qrcode";

import styles from "./QrCode.module.css";

interface Props {
  text: string;
  label: string;
}

const quietZone = 4;

export function QrCode({ text, label }: Props) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const cells = Array.from({ length: size * size }, (_, at) => at)
    .filter((at) => modules.data[at])
    .map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`);
  const side = size + 2 * quietZone;
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} />
      <path d={cells.join("")} />
    </svg>
  );
}
