// What happened to a programme, the latest first.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type { Programme } from "./elements.js";
import styles from "./Programmes.module.css";

export function HistoryCard({ programme }: { programme: Programme }) {
  const { t } = useTranslation("programmes");
  const { moment } = useDates(useNow());
  return (
    <section className={styles.card} aria-labelledby="historia">
      <h2 id="historia">{t("history.title")}</h2>
      <ol className={styles.list} reversed>
        {programme.changes.map((change) => (
          <li key={`${change.version} ${change.at}`} className={styles.item}>
            <span className={styles.grow}>
              {t(`history.${change.kind}`)}
              {change.elements.length > 0 &&
                `: ${change.elements.map((element) => t(`element.${element}`)).join(", ")}`}
              {change.service && `: ${change.service.name}`}
              {change.resolutionNumber &&
                `. ${t("resolutionOf", { number: change.resolutionNumber })}`}
            </span>
            <span className={styles.muted}>
              {moment(new Date(change.at))}
              {change.byName && `, ${change.byName}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
