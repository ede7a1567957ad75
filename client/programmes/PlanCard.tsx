// The implementation plan as a table: what is missing stands in red, the money against the limit, as print and as a file.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Note } from "../design/Note.js";
import type { PlanRowOnPageFragment } from "../graphql/generated/graphql.js";
import type { Programme } from "./elements.js";
import { PlanDialog } from "./PlanDialog.js";
import { PlanTable } from "./PlanTable.js";
import styles from "./Programmes.module.css";
import { usePlanFile } from "./use-plan-file.js";
import { useMoney } from "./use-words.js";

interface Props {
  programme: Programme;
  onChanged(): void;
}

export function PlanCard({ programme, onChanged }: Props) {
  const { t } = useTranslation("programmes");
  const [gapsOnly, setGapsOnly] = useState(false);
  const [edited, setEdited] = useState<PlanRowOnPageFragment | "new" | null>(
    null,
  );
  const keepFile = usePlanFile(programme);
  const { plan, viewerCanChange } = programme;
  const withGaps = plan.filter(({ gaps }) => gaps.length > 0);
  const mayPlan = viewerCanChange && programme.status !== "REPORTED";
  return (
    <section className={styles.card} aria-labelledby="plan">
      <div className={styles.head}>
        <h2 id="plan">{t("plan.title")}</h2>
        <div className={styles.actions} data-print="no">
          {plan.length > 0 && (
            <Button size="small" icon="download" onClick={keepFile}>
              {t("plan.file")}
            </Button>
          )}
          {mayPlan && (
            <Button size="small" icon="plus" onClick={() => setEdited("new")}>
              {t("plan.add")}
            </Button>
          )}
        </div>
      </div>
      {plan.length === 0 ? (
        <p>{t("plan.none")}</p>
      ) : (
        <>
          <Sums programme={programme} />
          <p className={withGaps.length > 0 ? styles.late : styles.muted}>
            {withGaps.length > 0
              ? t("plan.gaps", { count: withGaps.length })
              : t("plan.whole")}
          </p>
          {withGaps.length > 0 && (
            <div data-print="no">
              <Button
                size="small"
                aria-pressed={gapsOnly}
                onClick={() => setGapsOnly(!gapsOnly)}
              >
                {t("plan.gapsOnly")}
              </Button>
            </div>
          )}
          <PlanTable
            rows={gapsOnly ? withGaps : plan}
            onEdit={mayPlan ? setEdited : null}
          />
        </>
      )}
      {edited && (
        <PlanDialog
          programme={programme}
          row={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

function Sums({ programme }: { programme: Programme }) {
  const { t } = useTranslation("programmes");
  const money = useMoney();
  const { budgetGrosze, plannedGrosze } = programme;
  if (plannedGrosze === null) return null;
  const left =
    typeof budgetGrosze === "number" ? budgetGrosze - plannedGrosze : null;
  return (
    <>
      <p className={styles.sums}>
        <span>{t("plan.planned", { money: money(plannedGrosze) })}</span>
        {typeof budgetGrosze === "number" && (
          <span>{t("plan.limit", { money: money(budgetGrosze) })}</span>
        )}
        {left !== null && left >= 0 && (
          <span>{t("plan.left", { money: money(left) })}</span>
        )}
      </p>
      {left !== null && left < 0 && (
        <Note tone="danger" icon="warning">
          {t("plan.over", { money: money(-left) })}
        </Note>
      )}
    </>
  );
}
