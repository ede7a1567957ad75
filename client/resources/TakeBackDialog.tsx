// A loan is taken back or called off: why, which both sides read.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { ShownLoan } from "./choices.js";
import { TakeBackLoan } from "./resources.documents.js";

interface Props {
  loan: ShownLoan;
  title: string;
  onClose(): void;
}

export function TakeBackDialog({ loan, title, onClose }: Props) {
  const { t } = useTranslation("resources");
  const asked = useAsk(TakeBackLoan);
  return (
    <AskDialog
      title={title}
      verb={t("loans.back.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            loanRequestId: loan.id,
            ifVersion: loan.version,
            reason: textIn(form, "reason"),
          },
        });
        if (outcome?.__typename === "LoanRequest") onClose();
      }}
    >
      <p>
        {t("loans.back.means", {
          asking: loan.askingPartner.shortName,
          owner: loan.resource.partner.shortName,
        })}
      </p>
      <TextField
        label={t("loans.back.reason")}
        hint={t("loans.back.hint")}
        name="reason"
        required
        minLength={3}
        maxLength={200}
        error={asked.errorAt("reason")}
      />
    </AskDialog>
  );
}
