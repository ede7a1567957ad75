// "Wstrzymaj": why a running service pauses, and when it is expected to go on; its place stays taken.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { SuspendReason } from "../graphql/generated/graphql.js";
import { SuspendReferral } from "./exchange.documents.js";
import styles from "./Exchange.module.css";

const reasons = [
  "RESIDENT_AWAY",
  "RESIDENT_ASKED",
  "PROVIDER_BREAK",
  "DOCUMENT_AWAITED",
  "OTHER",
] as const satisfies readonly SuspendReason[];

interface Props {
  referralId: string;
  onClose(): void;
}

export function SuspendDialog({ referralId, onClose }: Props) {
  const { t } = useTranslation(["exchange", "design"]);
  const asked = useAsk(SuspendReferral);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const reason = reasons.find((one) => one === form.get("reason"));
    if (!reason) return;
    const outcome = await asked.run({
      input: {
        ...{ requestKey, referralId, reason },
        note: textIn(form, "note").trim() || null,
        resumesOn: textIn(form, "resumesOn"),
      },
    });
    if (outcome?.__typename === "Referral") onClose();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t("suspend.title")}
      verb={t("suspend.verb")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <p className={styles.quiet}>{t("suspend.means")}</p>
      <SelectField label={t("suspend.reason")} name="reason" required>
        <option value="">{t("suspend.choose")}</option>
        {reasons.map((one) => (
          <option key={one} value={one}>
            {t(`design:suspendReason.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("suspend.resumesOn")}
        name="resumesOn"
        type="date"
        required
        error={asked.errorAt("resumesOn")}
      />
      <TextArea
        label={t("suspend.note")}
        hint={t("withoutData")}
        name="note"
        rows={2}
        maxLength={200}
        error={asked.errorAt("note")}
      />
    </AskDialog>
  );
}
