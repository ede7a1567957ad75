// The head and the measure of a page.
import type { ReactNode } from "react";

import styles from "./Page.module.css";
import { useTabTitle } from "./tab-title.js";

interface Props {
  title: string;
  /** What the tab says, where that is more than the title. */
  tabTitle?: string;
  /** Stands at the right of the title. */
  actions?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}

export function Page({ title, tabTitle, actions, intro, children }: Props) {
  useTabTitle(tabTitle ?? title);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {intro && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
