// The hub notes that a party said yes to the terms: in its name, so with a reason that stays beside it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type { Agreement } from "./AgreementPage.js";
import { AgreeToAgreement } from "./agreements.documents.js";
import { useMove } from "./use-move.js";

interface Props {
  agreement: Pick<Agreement, "id" | "version">;
  party: { id: string; shortName: string };
  onClose(): void;
  onSaid(): void;
}

export function YesDialog({ agreement, party, onClose, onSaid }: Props) {
  const { t } = useTranslation("agreements");
  // what stood on the page when she decided, whatever comes in meanwhile
  const [ifVersion] = useState(agreement.version);
  const asked = useMove(AgreeToAgreement, onSaid);
  const { id: partnerId, shortName: name } = party;

  async function submit(form: FormData) {
    const reason = textIn(form, "reason");
    await asked.run({
      input: { agreementId: agreement.id, ifVersion, partnerId, reason },
    });
  }

  return (
    <AskDialog
      title={t("yes.title", { name })}
      verb={t("noteYes")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <Note tone="info">{t("yes.note", { name })}</Note>
      <TextArea
        label={t("reason")}
        hint={t("yes.reasonHint")}
        name="reason"
        required
        maxLength={200}
        error={asked.errorAt("reason")}
      />
    </AskDialog>
  );
}
