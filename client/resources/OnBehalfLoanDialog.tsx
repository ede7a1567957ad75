// The hub answers a request in the owner's name: only with a reason, which stays beside the answer.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type { LoanAnswer } from "../graphql/generated/graphql.js";
import type { ShownLoan } from "./choices.js";
import { AnswerLoan } from "./resources.documents.js";

interface Props {
  loan: ShownLoan;
  answer: LoanAnswer;
  onClose(): void;
}

export function OnBehalfLoanDialog({ loan, answer, onClose }: Props) {
  const { t } = useTranslation("resources");
  const asked = useAsk(AnswerLoan);
  const { id, version, resource } = loan;

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: {
        loanRequestId: id,
        ifVersion: version,
        answer,
        reason: textIn(form, "reason").trim(),
      },
    });
    if (outcome?.__typename === "LoanRequest") onClose();
  }

  return (
    <AskDialog
      title={t(`loans.label.${answer}`, { name: resource.name })}
      verb={t("loans.behalf.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <Note tone="info">
        {t("loans.behalf.note", { partner: resource.partner.shortName })}
      </Note>
      <TextArea
        label={t("loans.behalf.reason")}
        hint={t("loans.behalf.reasonHint")}
        name="reason"
        required
        maxLength={200}
        error={asked.errorAt("reason")}
      />
    </AskDialog>
  );
}
