// What happened to the steps of a network: gone on, gone back and why; the latest first.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type { NetworkStepsFragment } from "../graphql/generated/graphql.js";
import styles from "./Partnership.module.css";

export function StepHistory({
  taken,
}: {
  taken: NetworkStepsFragment["stepsTaken"];
}) {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  if (taken.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t("history.title")}</h2>
      <ol>
        {taken.map(({ step, change, reason, at }) => (
          <li key={`${step}${change}${at}`} className={styles.row}>
            <div className={styles.who}>
              <p>
                {t(`history.${change}`, { step: t(`step.${step}`) })}
                {reason && `: ${reason}`}
              </p>
              <p className={styles.muted}>{day(new Date(at))}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
