// The twelve elements of a programme: what is written, what is still missing, and the way to write it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import { useDays } from "../design/use-day.js";
import type { ProgrammeElement } from "../graphql/generated/graphql.js";
import { DataList } from "./DataList.js";
import { ElementDialog } from "./ElementDialog.js";
import { elements, isText, type Programme, texts } from "./elements.js";
import styles from "./Programmes.module.css";
import { useMoney } from "./use-words.js";

interface Props {
  programme: Programme;
}

export function ElementsCard({ programme }: Props) {
  const { t } = useTranslation("programmes");
  const [written, setWritten] = useState<ProgrammeElement | null>(null);
  const mayWrite = programme.viewerCanChange && programme.status !== "REPORTED";
  const { missing } = programme;
  return (
    <section className={styles.card} aria-labelledby="elementy">
      <div className={styles.head}>
        <h2 id="elementy">{t("elements.title")}</h2>
        <p className={missing.length > 0 ? styles.late : styles.muted}>
          {missing.length > 0
            ? t("elements.missing", { count: missing.length })
            : t("elements.whole")}
        </p>
      </div>
      <dl className={styles.elements}>
        {elements.map((element, n) => (
          <div key={element} className={styles.element}>
            <dt>
              {n + 1}. {t(`element.${element}`)}
            </dt>
            <dd>
              {missing.includes(element) ? (
                <Tag tone="danger" icon="warning">
                  {t(
                    element === "NAME_AND_AIM"
                      ? "elements.noAim"
                      : "elements.none",
                  )}
                </Tag>
              ) : (
                <Written programme={programme} element={element} />
              )}
            </dd>
            {mayWrite && (
              <dd data-print="no">
                <Button
                  size="small"
                  aria-label={t(
                    missing.includes(element)
                      ? "elements.writeOf"
                      : "elements.changeOf",
                    { element: t(`element.${element}`) },
                  )}
                  onClick={() => setWritten(element)}
                >
                  {t(
                    missing.includes(element)
                      ? "elements.write"
                      : "elements.change",
                  )}
                </Button>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {written && (
        <ElementDialog
          programme={programme}
          element={written}
          onClose={() => setWritten(null)}
        />
      )}
    </section>
  );
}

interface WrittenProps {
  programme: Programme;
  element: ProgrammeElement;
}

function Written({ programme, element }: WrittenProps) {
  const { t } = useTranslation("programmes");
  const days = useDays();
  const money = useMoney();
  const { startsOn, endsOn, persons, budgetGrosze } = programme;
  if (isText(element)) return programme[texts[element]];
  switch (element) {
    case "NAME_AND_AIM":
      return programme.aim;
    case "PERIOD":
      return startsOn && endsOn ? t("period", days(startsOn, endsOn)) : null;
    case "PERSONS":
      return t("elements.persons", { count: persons ?? 0 });
    case "BUDGET":
      return money(budgetGrosze ?? 0);
    case "PERSONAL_DATA":
      return <DataList programme={programme} />;
  }
}
