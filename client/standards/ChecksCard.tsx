// How services were found to hold a standard, the latest first, and what is to be done.
import { useTranslation } from "react-i18next";

import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { ActionLine } from "./ActionLine.js";
import { resultTones, type Standard } from "./standard-view.js";
import styles from "./Standards.module.css";

interface Props {
  standard: Standard;
  onChanged(): void;
}

export function ChecksCard({ standard, onChanged }: Props) {
  const { t } = useTranslation("standards");
  const day = useDay();

  return (
    <section className={styles.card} aria-labelledby="sprawdzenia">
      <h2 id="sprawdzenia">{t("check.list")}</h2>
      <ul className={styles.list}>
        {standard.checks.map((check) => (
          <li key={check.id} className={styles.item}>
            <div className={styles.grow}>
              <strong>{check.service?.name}</strong>
              <p className={styles.muted}>
                {t("check.when", { day: day(check.checkedOn) })}
                {check.byName && `, ${check.byName}`}
              </p>
              <p>{check.evidence}</p>
              <ActionLine check={check} onChanged={onChanged} />
            </div>
            <div className={styles.line}>
              <Tag tone={resultTones[check.result]}>
                {t(`result.${check.result}`)}
              </Tag>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
