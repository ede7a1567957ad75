// How far a need has come and what is to answer it, as whoever keeps the register notes it.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import {
  needStatuses,
  plannedAnswers,
  type ShownNeed,
  stepsFrom,
} from "./choices.js";
import { AnswerNeed } from "./needs.documents.js";

interface Props {
  need: ShownNeed;
  onClose(): void;
  onSaved(): void;
}

export function AnswerDialog({ need, onClose, onSaved }: Props) {
  const { t } = useTranslation(["needs", "partnership"]);
  const answer = useAsk(AnswerNeed);

  async function submit(form: FormData) {
    const words = textIn(form, "title").trim();
    const outcome = await answer.run({
      input: {
        needId: need.id,
        ifVersion: need.version,
        status: chosenIn(form, "status", needStatuses) ?? need.status,
        plannedAnswer: chosenIn(form, "plannedAnswer", plannedAnswers) ?? null,
        answerNote: textIn(form, "answerNote").trim() || null,
        title: words === need.title ? null : words,
      },
    });
    if (outcome?.__typename === "Need") onSaved();
  }

  return (
    <AskDialog
      title={need.title}
      verb={t("form.save")}
      asked={answer}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t("form.status")}
        name="status"
        defaultValue={need.status}
        error={answer.errorAt("status")}
      >
        {stepsFrom[need.status].map((status) => (
          <option key={status} value={status}>
            {t(`partnership:needStatus.${status}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("form.answer")}
        name="plannedAnswer"
        defaultValue={need.plannedAnswer ?? ""}
        error={answer.errorAt("plannedAnswer")}
      >
        <option value="">{t("form.noAnswer")}</option>
        {plannedAnswers.map((one) => (
          <option key={one} value={one}>
            {t(`answer.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t("form.note")}
        hint={t("form.noteHint")}
        name="answerNote"
        maxLength={300}
        defaultValue={need.answerNote ?? ""}
        error={answer.errorAt("answerNote")}
      />
      <TextField
        label={t("form.title")}
        hint={t("form.titleHint")}
        name="title"
        maxLength={200}
        defaultValue={need.title}
        error={answer.errorAt("title")}
      />
    </AskDialog>
  );
}
