// The head and the measure of a page.
import type { ReactNode } from "react";

import styles from "./Page.module.css";
import { useTabTitle } from "./tab-title.js";

interface Props {
  title: ReactNode;
  /** What the tab says, where that is more than the title. */
  tabTitle?: string;
  /** Stands at the right of the title. */
  actions?: ReactNode;
  intro?: ReactNode;
  /** Stands over the title: where the page belongs. */
  above?: ReactNode;
  children: ReactNode;
}

export function Page(props: Props) {
  const { title, tabTitle, actions, intro, above, children } = props;
  useTabTitle(tabTitle ?? (typeof title === "string" ? title : ""));
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          {above}
          <h1>{title}</h1>
          {intro && <div className={styles.intro}>{intro}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
