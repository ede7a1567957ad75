// One organisation in the picture: shape and letter of its type, its short sign beside.
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";

import { TypeMark } from "../design/TypeMark.js";
import type { Place } from "./layout.js";
import { type Member, signOf } from "./network-view.js";
import styles from "./NetworkPicture.module.css";

type MemberNode = Node<
  Omit<Place, "x" | "y"> & { isSelected: boolean; facts: string },
  "member"
>;

export function markSize({ isHub }: Member) {
  const size = isHub ? 64 : 36;
  return { width: size, height: size };
}

export function MemberMark({ data }: NodeProps<MemberNode>) {
  const { member, side, isFar, isSelected, facts } = data;
  return (
    <div
      className={styles.mark}
      data-side={side}
      data-far={isFar || undefined}
      data-selected={isSelected || undefined}
    >
      <TypeMark type={member.stakeholderType} wordHidden />
      <span className={styles.sign}>{signOf(member)}</span>
      <span className="visually-hidden">, {facts}</span>
      {/* lines begin and end here; nobody draws them by hand */}
      <Handle type="source" position={Position.Top} className={styles.handle} />
      <Handle type="target" position={Position.Top} className={styles.handle} />
    </div>
  );
}
