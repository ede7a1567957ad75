// One unmet need: what is lacking, for whom and where, how it is known, and what is to answer it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import { AnswerDialog } from "./AnswerDialog.js";
import { type ShownNeed, statusTones } from "./choices.js";
import styles from "./Needs.module.css";

interface Props {
  need: ShownNeed;
  onChanged(): void;
}

export function NeedLine({ need, onChanged }: Props) {
  const { t } = useTranslation(["needs", "partnership", "design"]);
  const { date } = useDates(useNow());
  const [isAnswering, setAnswering] = useState(false);
  const { title, plannedAnswer, answerNote, viewerReports, place } = need;
  const { shortServices } = need;
  const whose = [
    t(`design:area.${need.area}`),
    t(`partnership:gap.${need.gapKind}`),
    need.targetGroup !== "GENERAL" && t(`group.${need.targetGroup}`),
    place?.name ?? t("place.whole"),
  ].filter(Boolean);
  return (
    <li className={styles.item}>
      <div className={styles.grow}>
        <h3>{title}</h3>
        <p className={styles.muted}>{whose.join(" · ")}</p>
        {shortServices.length > 0 && (
          <p>
            {t("line.services")}{" "}
            {shortServices
              .map(({ name, partner }) => `${name} (${partner.shortName})`)
              .join(", ")}
          </p>
        )}
        <Known need={need} />
        {viewerReports > 0 && (
          <p className={styles.muted}>
            {t("line.own", { count: viewerReports })}
          </p>
        )}
        {(plannedAnswer ?? answerNote) && (
          <p>
            <strong>{t("line.answer")}</strong>{" "}
            {[plannedAnswer && t(`answer.${plannedAnswer}`), answerNote]
              .filter(Boolean)
              .join(". ")}
          </p>
        )}
        <p className={styles.muted}>
          {t("line.reported", { day: date(new Date(need.reportedAt)) })}
        </p>
      </div>
      <div className={styles.tags}>
        <Tag tone={statusTones[need.status]}>
          {t(`partnership:needStatus.${need.status}`)}
        </Tag>
        {need.viewerCanAnswer && (
          <span data-print="no">
            <Button
              size="small"
              aria-label={t("form.openOf", { title })}
              onClick={() => setAnswering(true)}
            >
              {t("form.open")}
            </Button>
          </span>
        )}
      </div>
      {isAnswering && (
        <AnswerDialog
          need={need}
          onClose={() => setAnswering(false)}
          onSaved={() => {
            setAnswering(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

/** How often, and in which ways; 1 to 4 are "<5". */
function Known({ need }: { need: ShownNeed }) {
  const { t } = useTranslation(["needs", "partnership"]);
  const { reports, evidenceCounts, personsEstimated } = need;
  if (reports === 0)
    return (
      <p>
        {t(`partnership:evidence.${need.evidence}`)}
        {personsEstimated !== null && (
          <>
            {", "}
            {personsEstimated < 5 ? (
              <Few />
            ) : (
              t("partnership:need.persons", { count: personsEstimated })
            )}
          </>
        )}
      </p>
    );
  return (
    <p>
      {t("line.reports")} {reports ?? <Few />}
      {", "}
      {evidenceCounts
        .map(({ evidence, count }) => {
          const way = t(`partnership:evidence.${evidence}`);
          return count === null ? way : `${way} (${String(count)})`;
        })
        .join(", ")}
    </p>
  );
}

function Few() {
  const { t } = useTranslation("needs");
  return (
    <>
      <span aria-hidden="true">&lt;5</span>
      <span className="visually-hidden">{t("line.few")}</span>
    </>
  );
}
