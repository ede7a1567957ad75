// One shortfall: what is missing, who acts by when, what was answered and what came of it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag, type Tone } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import {
  AnswerShortfall,
  CloseShortfall,
  type ShownShortfall,
} from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { useSettling } from "./use-settling.js";
import { WordsDialog } from "./WordsDialog.js";

interface Props {
  shortfall: ShownShortfall;
  organisation: string;
  onChanged(): void;
}

const tones: Record<ShownShortfall["state"], Tone> = {
  OPEN: "wait",
  ANSWERED: "info",
  CLOSED: "ok",
};

export function ShortfallCard({ shortfall, organisation, onChanged }: Props) {
  const { t } = useTranslation("fulfilment");
  const { date } = useDates(useNow());
  const [asking, setAsking] = useState<"answer" | "close" | null>(null);
  const done = () => {
    setAsking(null);
    onChanged();
  };
  const answering = useSettling(AnswerShortfall, done);
  const closing = useSettling(CloseShortfall, done);
  const { id, version, kind, owner, state, daysOverdue } = shortfall;
  const seen = { shortfallId: id, ifVersion: version };
  const who = owner === "HUB" ? t("side.HUB") : organisation;
  return (
    <li>
      <div className={styles.head}>
        <strong>
          {t(`shortfall.kind.${kind}`)}
          {shortfall.serviceName && `: ${shortfall.serviceName}`}
        </strong>
        <span className={styles.tags}>
          {daysOverdue > 0 && (
            <Tag tone="danger" icon="clock">
              {t("shortfall.overdue", { count: daysOverdue })}
            </Tag>
          )}
          <Tag tone={tones[state]}>{t(`shortfall.state.${state}`)}</Tag>
        </span>
      </div>
      <p>{shortfall.reason}</p>
      <p className={styles.note}>
        {t("shortfall.acts", { who, day: date(new Date(shortfall.dueOn)) })}
      </p>
      {shortfall.answer && (
        <p>
          <strong>{t("shortfall.answered")}</strong> {shortfall.answer}
        </p>
      )}
      {shortfall.result && (
        <p>
          <strong>{t("shortfall.result")}</strong> {shortfall.result}
        </p>
      )}
      <div className={styles.actions} data-print="no">
        {shortfall.viewerCanAnswerShortfall && (
          <Button size="small" onClick={() => setAsking("answer")}>
            {t("shortfall.answer")}
          </Button>
        )}
        {shortfall.viewerCanCloseShortfall && (
          <Button size="small" onClick={() => setAsking("close")}>
            {t("shortfall.close")}
          </Button>
        )}
      </div>
      {asking === "answer" && (
        <WordsDialog
          title={t("shortfall.answer")}
          label={t("shortfall.answerLabel")}
          verb={t("shortfall.send")}
          settling={answering}
          onClose={() => setAsking(null)}
          onSay={(answer) => ({ input: { ...seen, answer } })}
        />
      )}
      {asking === "close" && (
        <WordsDialog
          title={t("shortfall.close")}
          label={t("shortfall.resultLabel")}
          verb={t("shortfall.closeVerb")}
          settling={closing}
          onClose={() => setAsking(null)}
          onSay={(result) => ({ input: { ...seen, result } })}
        />
      )}
    </li>
  );
}
