// An agreement is ended before its time: on which day, by consent or with notice, and why.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type { Agreement } from "./AgreementPage.js";
import { TerminateAgreement } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { useMove } from "./use-move.js";
import { useDay } from "./use-span.js";

interface Props {
  agreement: Agreement;
  onClose(): void;
  onDone(): void;
}

export function TerminateDialog({ agreement, onClose, onDone }: Props) {
  const { t } = useTranslation("agreements");
  const { run, isPending, wrong, failure, errorAt } = useMove(
    TerminateAgreement,
    onDone,
  );
  const day = useDay();
  const { id: agreementId, terms, validTo, endsInDays } = agreement;
  const goesOn = Boolean(terms?.renewMonths) && agreement.endedOn === null;
  // the notice would be over only after the agreement is
  const needsConsent =
    !goesOn && endsInDays !== null && (terms?.noticeDays ?? 0) > endsInDays;

  async function submit(form: FormData) {
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
    <AskDialog
      title={t("ask.terminate")}
      verb={t("move.terminate")}
      asked={{ isPending, wrong, failure }}
      isDanger
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("ask.terminateText")}</p>
      {needsConsent && validTo && (
        <Note tone="warn">
          {t("ask.noticeTooLong", {
            count: terms?.noticeDays ?? 0,
            day: day(validTo),
          })}
        </Note>
      )}
      <TextField
        label={t("lastDay")}
        hint={
          terms?.noticeDays && !needsConsent
            ? t("noticeHint", { count: terms.noticeDays })
            : undefined
        }
        name="lastDay"
        type="date"
        required
        error={errorAt("lastDay")}
      />
      <label className={styles.choice}>
        <input type="checkbox" name="byConsent" defaultChecked={needsConsent} />
        {t("byConsent")}
      </label>
      <TextArea
        label={t("reason")}
        name="reason"
        required
        maxLength={500}
        error={errorAt("reason")}
      />
    </AskDialog>
  );
}
