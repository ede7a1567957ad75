// An empty place: what will appear here, and one useful thing to do meanwhile.
import type { ReactNode } from "react";

import styles from "./Empty.module.css";
import { SplotSign } from "./SplotSign.js";

interface Props {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Empty({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <SplotSign size={56} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
