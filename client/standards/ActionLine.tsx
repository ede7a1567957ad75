// What a check asks to be put right: what the organisation says it did, and what the organiser finds of it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { calendarDay } from "../design/period.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { ActionOfCheckFragment } from "../graphql/generated/graphql.js";
import { actionTones } from "./standard-view.js";
import {
  AnswerCorrectiveAction,
  FinishCorrectiveAction,
  ReopenCorrectiveAction,
} from "./standards.documents.js";
import styles from "./Standards.module.css";

interface Props {
  check: ActionOfCheckFragment;
  onChanged(): void;
}

export function ActionLine({ check, onChanged }: Props) {
  const { t } = useTranslation("standards");
  const day = useDay();
  const today = calendarDay(useNow());
  const { action, actionOwner, actionDueOn, actionDoneOn, actionState } = check;
  if (!action || !actionOwner || !actionDueOn || !actionState) return null;
  const isLate = actionState !== "DONE" && actionDueOn < today;
  const { actionAnswer, actionAnsweredOn, actionMissing } = check;
  return (
    <>
      <p>{t("check.actionOf", { action })}</p>
      <p className={styles.line}>
        <Tag tone={actionTones[actionState]}>
          {t(`action.state.${actionState}`)}
        </Tag>
        {isLate && (
          <Tag tone="danger" icon="clock">
            {t("action.late")}
          </Tag>
        )}
        <span className={styles.muted}>
          {actionDoneOn
            ? t("check.done", { day: day(actionDoneOn) })
            : t("check.due", {
                owner: t(`owner.${actionOwner}`),
                day: day(actionDueOn),
              })}
        </span>
      </p>
      {actionAnswer && actionAnsweredOn && (
        <p>
          {t("action.answered", {
            day: day(actionAnsweredOn),
            answer: actionAnswer,
          })}
        </p>
      )}
      {actionMissing && actionState !== "DONE" && (
        <p>{t("action.missing", { missing: actionMissing })}</p>
      )}
      <Steps check={check} onChanged={onChanged} />
    </>
  );
}

function Steps({ check, onChanged }: Props) {
  const { t } = useTranslation("standards");
  const [asking, setAsking] = useState<"answer" | "missing" | null>(null);
  const finish = useAsk(FinishCorrectiveAction);
  const { viewerCanAnswerAction, viewerCanJudgeAction, actionState } = check;
  const { id: checkId, version: ifVersion } = check;
  if (!viewerCanAnswerAction && !viewerCanJudgeAction) return null;

  async function finishIt() {
    const outcome = await finish.run({ input: { checkId, ifVersion } });
    if (outcome?.__typename === "StandardCheck") onChanged();
  }

  const done = () => {
    setAsking(null);
    onChanged();
  };
  return (
    <div data-print="no">
      <ProblemNotice problem={finish.wrong} />
      <div className={styles.line}>
        {viewerCanAnswerAction && (
          <Button
            kind={actionState === "OPEN" ? "primary" : "plain"}
            size="small"
            onClick={() => setAsking("answer")}
          >
            {t(actionState === "OPEN" ? "action.answer" : "action.again")}
          </Button>
        )}
        {viewerCanJudgeAction && actionState !== "DONE" && (
          <Button
            size="small"
            busy={finish.isPending}
            onClick={() => void finishIt()}
          >
            {t("check.finish")}
          </Button>
        )}
        {viewerCanJudgeAction && actionState !== "OPEN" && (
          <Button size="small" onClick={() => setAsking("missing")}>
            {t("action.reopen")}
          </Button>
        )}
      </div>
      {asking === "answer" && (
        <Answer check={check} onClose={() => setAsking(null)} onSaid={done} />
      )}
      {asking === "missing" && (
        <Missing check={check} onClose={() => setAsking(null)} onSaid={done} />
      )}
    </div>
  );
}

interface SayProps {
  check: ActionOfCheckFragment;
  onClose(): void;
  onSaid(): void;
}

function Answer({ check, onClose, onSaid }: SayProps) {
  const { t } = useTranslation("standards");
  const asked = useAsk(AnswerCorrectiveAction);
  return (
    <AskDialog
      title={t("action.answerOf", { name: check.service?.name ?? "" })}
      verb={t("action.send")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            checkId: check.id,
            ifVersion: check.version,
            answer: textIn(form, "answer"),
          },
        });
        if (outcome?.__typename === "StandardCheck") onSaid();
      }}
    >
      <p>{t("check.actionOf", { action: check.action ?? "" })}</p>
      <TextArea
        label={t("action.answerLabel")}
        hint={t("action.answerHint")}
        name="answer"
        rows={5}
        required
        minLength={3}
        maxLength={1000}
        defaultValue={check.actionAnswer ?? ""}
        error={asked.errorAt("answer")}
      />
    </AskDialog>
  );
}

function Missing({ check, onClose, onSaid }: SayProps) {
  const { t } = useTranslation("standards");
  const asked = useAsk(ReopenCorrectiveAction);
  return (
    <AskDialog
      title={t("action.reopen")}
      verb={t("action.reopenVerb")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            checkId: check.id,
            ifVersion: check.version,
            missing: textIn(form, "missing"),
          },
        });
        if (outcome?.__typename === "StandardCheck") onSaid();
      }}
    >
      <TextArea
        label={t("action.missingLabel")}
        hint={t("action.missingHint")}
        name="missing"
        rows={4}
        required
        minLength={3}
        maxLength={1000}
        error={asked.errorAt("missing")}
      />
    </AskDialog>
  );
}
