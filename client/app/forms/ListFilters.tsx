// What a list is narrowed by: fields side by side that work as one types and chooses, nothing to send.
import type { ReactNode } from "react";

import styles from "./ListFilters.module.css";

interface Props {
  label: string;
  children: ReactNode;
}

export function ListFilters({ label, children }: Props) {
  return (
    <form
      className={styles.filters}
      role="search"
      aria-label={label}
      data-print="no"
      onSubmit={(event) => event.preventDefault()}
    >
      {children}
    </form>
  );
}
