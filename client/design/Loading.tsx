// What stands for a page until it is read; it shows itself only after 300 ms.
import { useTranslation } from "react-i18next";

import styles from "./Loading.module.css";

interface Props {
  /** What is being read: "Wczytujemy oferty". */
  words?: string;
  rows?: number;
}

export function Loading({ words, rows = 4 }: Props) {
  const { t } = useTranslation("design");
  return (
    <div className={styles.loading} aria-busy="true">
      <p role="status" className="visually-hidden">
        {words ?? t("loading")}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.long} />
          <span className={styles.short} />
        </div>
      ))}
    </div>
  );
}
