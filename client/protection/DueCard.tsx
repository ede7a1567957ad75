// Closed cases whose time to be erased has come: the officer says yes to those that she chooses.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import styles from "./Desk.module.css";
import { ConfirmErasures, type Due } from "./protection.documents.js";

interface Props {
  due: readonly Due[];
  isOfficer: boolean;
  onErased(): void;
}

export function DueCard({ due, isOfficer, onErased }: Props) {
  const { t } = useTranslation("protection");
  const day = useDay();
  const asked = useAsk(ConfirmErasures);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asks, setAsks] = useState(false);
  const free = due.filter(({ keptFor }) => keptFor === null);
  const pseudonyms = free
    .map(({ pseudonym }) => pseudonym)
    .filter((one) => chosen.has(one))
    .slice(0, 200);

  function choose(pseudonym: string) {
    const next = new Set(chosen);
    if (!next.delete(pseudonym)) next.add(pseudonym);
    setChosen(next);
  }

  async function erase() {
    const outcome = await asked.run({ input: { pseudonyms } });
    if (outcome?.__typename !== "CasesErased") return;
    setAsks(false);
    setChosen(new Set());
    onErased();
  }

  return (
    <Card
      title={t("due.title")}
      foot={
        isOfficer &&
        free.length > 0 && (
          <>
            <Button
              kind="danger"
              disabled={pseudonyms.length === 0}
              onClick={() => setAsks(true)}
            >
              {t("due.erase", { count: pseudonyms.length })}
            </Button>
            {pseudonyms.length < free.length && (
              <Button
                kind="quiet"
                onClick={() =>
                  setChosen(new Set(free.map(({ pseudonym }) => pseudonym)))
                }
              >
                {t("due.all")}
              </Button>
            )}
          </>
        )
      }
    >
      <p className={styles.muted}>
        {t(due.length === 0 ? "due.none" : "due.means")}
      </p>
      {due.length > 0 && (
        <ul className={styles.rows}>
          {due.map(({ pseudonym, closedOn, dueOn, keptFor }) => (
            <li key={pseudonym}>
              <label className={styles.choice}>
                {isOfficer && (
                  <input
                    type="checkbox"
                    checked={chosen.has(pseudonym)}
                    disabled={keptFor !== null}
                    onChange={() => choose(pseudonym)}
                  />
                )}
                <b>{pseudonym}</b>
              </label>
              <span className={styles.muted}>
                {t("due.since", { closed: day(closedOn), due: day(dueOn) })}
              </span>
              {keptFor && <Tag tone="wait">{t(`due.kept.${keptFor}`)}</Tag>}
            </li>
          ))}
        </ul>
      )}
      {asks && (
        <ConfirmDialog
          question={t("due.question", { count: pseudonyms.length })}
          verb={t("due.verb")}
          busy={asked.isPending}
          onConfirm={() => void erase()}
          onClose={() => setAsks(false)}
        >
          <p>{t("due.forGood")}</p>
          <p className={styles.list}>{pseudonyms.join(", ")}</p>
          <ProblemNotice problem={asked.wrong} />
          <NotSaved failure={asked.failure} />
        </ConfirmDialog>
      )}
    </Card>
  );
}
