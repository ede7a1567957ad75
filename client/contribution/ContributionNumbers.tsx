// The report at a glance: who came, who was served, how soon answers came, how true the numbers were.
import { useTranslation } from "react-i18next";

import { KeptCount } from "../design/KeptCount.js";
import { useLengthWords } from "../design/use-length-words.js";
import type { ShownContribution } from "./contribution.documents.js";
import styles from "./Contribution.module.css";

export function ContributionNumbers({
  contribution,
}: {
  contribution: ShownContribution;
}) {
  const { t } = useTranslation("contribution");
  const { total, medianAnswerMinutes } = contribution;
  const say = useLengthWords();
  const share = (percent: number | null) =>
    percent === null ? (
      <span className={styles.none}>{t("noShare")}</span>
    ) : (
      t("percent", { share: percent })
    );
  return (
    <dl className={styles.numbers} aria-label={t("numbers")}>
      {(["received", "accepted", "served"] as const).map((count) => (
        <div key={count}>
          <dt>{t(`count.${count}`)}</dt>
          <dd>
            <KeptCount count={total[count]} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("median")}</dt>
        <dd>
          {medianAnswerMinutes === null ? (
            <span className={styles.none}>{t("tooFew")}</span>
          ) : (
            say(medianAnswerMinutes)
          )}
        </dd>
      </div>
      <div>
        <dt>{t("inTime")}</dt>
        <dd>{share(contribution.answeredInTime)}</dd>
      </div>
      <div>
        <dt>{t("confirmed")}</dt>
        <dd>{share(contribution.confirmedInTime)}</dd>
      </div>
    </dl>
  );
}
