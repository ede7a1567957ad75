// An agreement is ended before its time: on which day, by consent or with notice, and why.
import { type SubmitEvent, useId } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { Agreement } from "./AgreementPage.js";
import { TerminateAgreement } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { useMove } from "./use-move.js";

interface Props {
  agreement: Agreement;
  onClose(): void;
  onDone(): void;
}

export function TerminateDialog({ agreement, onClose, onDone }: Props) {
  const { t } = useTranslation("agreements");
  const formId = useId();
  const { run, isPending, wrong, failure, errorAt } = useMove(
    TerminateAgreement,
    onDone,
  );
  const { id: agreementId, terms } = agreement;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    await run({
      input: {
        agreementId,
        lastDay: textIn(form, "lastDay"),
        byConsent: form.get("byConsent") === "on",
        reason: textIn(form, "reason"),
      },
    });
  }

  return (
    <Dialog
      title={t("ask.terminate")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="danger" type="submit" form={formId} busy={isPending}>
            {t("move.terminate")}
          </Button>
        </>
      }
    >
      <p>{t("ask.terminateText")}</p>
      <form id={formId} onSubmit={(event) => void submit(event)}>
        <ProblemNotice problem={wrong} />
        <TextField
          label={t("lastDay")}
          hint={
            terms?.noticeDays
              ? t("noticeHint", { count: terms.noticeDays })
              : undefined
          }
          name="lastDay"
          type="date"
          required
          error={errorAt("lastDay")}
        />
        <label className={styles.choice}>
          <input type="checkbox" name="byConsent" />
          {t("byConsent")}
        </label>
        <TextArea
          label={t("reason")}
          name="reason"
          required
          maxLength={500}
          error={errorAt("reason")}
        />
      </form>
      <NotSaved failure={failure} />
    </Dialog>
  );
}
