// How services were found to hold a standard, the latest first, and what is to be done.
import { useTranslation } from "react-i18next";

import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { resultTones, type Standard } from "./standard-view.js";
import { FinishCorrectiveAction } from "./standards.documents.js";
import styles from "./Standards.module.css";

interface Props {
  standard: Standard;
  onChanged(): void;
}

export function ChecksCard({ standard, onChanged }: Props) {
  const { t } = useTranslation("standards");
  const day = useDay();
  const asked = useAsk(FinishCorrectiveAction);

  async function finish(checkId: string, ifVersion: number) {
    const outcome = await asked.run({ input: { checkId, ifVersion } });
    if (outcome?.__typename === "StandardCheck") onChanged();
  }

  return (
    <section className={styles.card} aria-labelledby="sprawdzenia">
      <h2 id="sprawdzenia">{t("check.list")}</h2>
      <ProblemNotice problem={asked.wrong} />
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
              {check.action && check.actionOwner && check.actionDueOn && (
                <>
                  <p>{t("check.actionOf", { action: check.action })}</p>
                  <p
                    className={check.actionDoneOn ? styles.muted : styles.late}
                  >
                    {check.actionDoneOn
                      ? t("check.done", { day: day(check.actionDoneOn) })
                      : t("check.due", {
                          owner: t(`owner.${check.actionOwner}`),
                          day: day(check.actionDueOn),
                        })}
                  </p>
                </>
              )}
            </div>
            <div className={styles.line}>
              <Tag tone={resultTones[check.result]}>
                {t(`result.${check.result}`)}
              </Tag>
              {standard.viewerCanWrite &&
                check.action &&
                !check.actionDoneOn && (
                  <span data-print="no">
                    <Button
                      size="small"
                      busy={asked.isPending}
                      onClick={() => void finish(check.id, check.version)}
                    >
                      {t("check.finish")}
                    </Button>
                  </span>
                )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
