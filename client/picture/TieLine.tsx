// One line of the picture, from middle to middle; style says the agreement, width the referrals.
import { type EdgeProps, useInternalNode } from "@xyflow/react";

import type { TieEdge } from "./edges.js";
import styles from "./NetworkPicture.module.css";

export function TieLine({ source, target, data }: EdgeProps<TieEdge>) {
  const from = useInternalNode(source)?.position;
  const to = useInternalNode(target)?.position;
  if (!from || !to || !data) return null;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const path = data.isBow
    ? `M${from.x} ${from.y}Q${middle.x * 0.7} ${middle.y * 0.7} ${to.x} ${to.y}`
    : `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return (
    <g
      className={styles.tie}
      data-ground={data.ground}
      data-selected={data.isSelected || undefined}
    >
      <path d={path} strokeWidth={data.width} />
      {data.ground === "ended" && (
        <path
          className={styles.cross}
          d={`M${middle.x - 5} ${middle.y - 5}l10 10m0-10l-10 10`}
        />
      )}
    </g>
  );
}
