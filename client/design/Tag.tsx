// A short word on a tinted ground: a state, a deadline, a count.
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon.js";
import { join } from "./join.js";
import styles from "./Tag.module.css";

export type Tone =
  | "plain"
  | "ok"
  | "warn"
  | "danger"
  | "info"
  | "wait"
  | "primary"
  | "outline";

interface Props {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}

export function Tag({ tone = "plain", icon, children }: Props) {
  return (
    <span className={join(styles.tag, styles[tone])}>
      {icon && <Icon name={icon} small />}
      <span>{children}</span>
    </span>
  );
}
