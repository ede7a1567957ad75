// One shortfall: what is missing, who acts by when, what was answered and what came of it.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag, type Tone } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import {
  AnswerShortfall,
  CloseShortfall,
  ReopenShortfall,
  type ShownShortfall,
} from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { useSettling } from "./use-settling.js";
import { WordsDialog } from "./WordsDialog.js";

interface Props {
  shortfall: ShownShortfall;
  organisation: string;
  /** Stands before what can be done. */
  children?: ReactNode;
  onChanged(): void;
}

const tones: Record<ShownShortfall["state"], Tone> = {
  OPEN: "wait",
  ANSWERED: "info",
  CLOSED: "ok",
};

export function ShortfallCard(props: Props) {
  const { shortfall, organisation, children, onChanged } = props;
  const { t } = useTranslation("fulfilment");
  const { date } = useDates(useNow());
  const [asking, setAsking] = useState<"answer" | "close" | "reopen" | null>(
    null,
  );
  const done = () => {
    setAsking(null);
    onChanged();
  };
  const answering = useSettling(AnswerShortfall, done);
  const closing = useSettling(CloseShortfall, done);
  const reopening = useSettling(ReopenShortfall, done);
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
          <strong>
            {t(
              state === "CLOSED"
                ? "shortfall.result"
                : "shortfall.formerResult",
            )}
          </strong>{" "}
          {shortfall.result}
        </p>
      )}
      {shortfall.missing && state !== "CLOSED" && (
        <p>
          <strong>{t("shortfall.missing")}</strong> {shortfall.missing}
        </p>
      )}
      {children}
      <div className={styles.actions} data-print="no">
        {shortfall.viewerCanAnswerShortfall && (
          <Button
            kind={state === "OPEN" && owner === "PARTNER" ? "primary" : "plain"}
            size="small"
            onClick={() => setAsking("answer")}
          >
            {t(state === "OPEN" ? "shortfall.answer" : "shortfall.answerAgain")}
          </Button>
        )}
        {shortfall.viewerCanCloseShortfall && (
          <Button size="small" onClick={() => setAsking("close")}>
            {t("shortfall.close")}
          </Button>
        )}
        {shortfall.viewerCanReopenShortfall && (
          <Button size="small" onClick={() => setAsking("reopen")}>
            {t("shortfall.reopen")}
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
      {asking === "reopen" && (
        <WordsDialog
          title={t("shortfall.reopen")}
          label={t("shortfall.missingLabel")}
          verb={t("shortfall.reopenVerb")}
          settling={reopening}
          onClose={() => setAsking(null)}
          onSay={(missing) => ({ input: { ...seen, missing } })}
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
