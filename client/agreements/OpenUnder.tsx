// What is open under an agreement, for the organiser: how many, how many without a plan for its end, and who owes one.
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Agreement } from "./AgreementPage.js";
import styles from "./Agreements.module.css";
import { endsSoon } from "./choices.js";
import { useOpenWords } from "./use-open-words.js";

export function OpenUnder({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreements");
  const headingId = useId();
  const { count, owed } = useOpenWords();
  const { openReferrals: open, allowsReferrals } = agreement;
  if (!open || (open.referrals === 0 && !allowsReferrals)) return null;
  const goesOn = allowsReferrals && !endsSoon(agreement);
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId}>{t("open.title")}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("open.referrals")}</dt>
          <dd>{count(open.referrals)}</dd>
        </div>
        {open.referrals !== 0 && (
          <div>
            <dt>{t("open.unplanned")}</dt>
            <dd>{count(open.unplanned)}</dd>
          </div>
        )}
      </dl>
      {open.owedBy.length > 0 && (
        <p>
          {goesOn && `${t("open.before")} `}
          {owed(open)}
        </p>
      )}
    </section>
  );
}
