// A white card of a page: its heading, what stands at the heading's end, and what can be done at its foot.
import { type ReactNode, useId } from "react";

import styles from "./Card.module.css";

interface Props {
  title: string;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  /** Buttons; they are not printed. */
  foot?: ReactNode;
  children: ReactNode;
}

export function Card({ title, aside, foot, children }: Props) {
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  );
}
