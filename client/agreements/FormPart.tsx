// One part of the long form of an agreement; what is usually left as it is can stand folded, and says what it holds.
import type { ReactNode } from "react";

import styles from "./Agreements.module.css";

interface Props {
  title: string;
  isFolded?: boolean;
  /** What it holds, in a word. */
  said?: string;
  children: ReactNode;
}

export function FormPart({ title, isFolded = false, said, children }: Props) {
  return (
    <details className={styles.part} open={!isFolded}>
      <summary>
        <h2>{title}</h2>
        {said && <span className={styles.said}>{said}</span>}
      </summary>
      <div className={styles.partBody}>{children}</div>
    </details>
  );
}
