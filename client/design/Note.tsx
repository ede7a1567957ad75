// News that stands beside what it concerns: what happened, what it means, what to do.
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon.js";
import { join } from "./join.js";
import styles from "./Note.module.css";
import type { Tone } from "./Tag.js";

interface Props {
  tone?: Exclude<Tone, "outline">;
  icon?: IconName;
  title?: ReactNode;
  /** "status" is read out politely; "alert" at once; nothing for what was there from the start. */
  role?: "status" | "alert";
  /** Buttons at the end of the note. */
  actions?: ReactNode;
  children?: ReactNode;
}

export function Note(props: Props) {
  const { tone = "plain", icon, title, role, actions, children } = props;
  return (
    <div className={join(styles.note, styles[tone])} role={role}>
      {icon && <Icon name={icon} />}
      <div className={styles.words}>
        {title && <strong>{title} </strong>}
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
