// A party leaves an agreement of several: which one, from when on, by consent or after the notice, and why; the organiser notes it for a party.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type { Agreement } from "./AgreementPage.js";
import { WithdrawFromAgreement } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { needSeveral } from "./choices.js";
import { useMove } from "./use-move.js";

interface Props {
  agreement: Agreement;
  onClose(): void;
  onDone(): void;
}

export function WithdrawDialog({ agreement, onClose, onDone }: Props) {
  const { t } = useTranslation("agreements");
  const { run, isPending, wrong, failure, errorAt } = useMove(
    WithdrawFromAgreement,
    onDone,
  );
  const { id: agreementId, kind, terms } = agreement;
  const notice = terms?.noticeDays ?? 0;
  const parties = (terms?.parties ?? []).flatMap(({ partner, leftOn }) =>
    partner && !partner.isHub && leftOn === null ? [partner] : [],
  );

  async function submit(form: FormData) {
    await run({
      input: {
        agreementId,
        partnerId: textIn(form, "partnerId"),
        leftOn: textIn(form, "leftOn") || null,
        byConsent: form.get("byConsent") === "on",
        reason: textIn(form, "reason"),
      },
    });
  }

  return (
    <AskDialog
      title={t("ask.withdrawParty")}
      verb={t("move.withdrawParty")}
      asked={{ isPending, wrong, failure }}
      isDanger
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("ask.withdrawPartyText")}</p>
      {needSeveral.includes(kind) && parties.length <= 2 && (
        <Note tone="warn">{t("ask.withdrawEndsText")}</Note>
      )}
      <SelectField
        label={t("leaving.party")}
        name="partnerId"
        required
        error={errorAt("partnerId")}
      >
        <option value="">{t("leaving.choose")}</option>
        {parties.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("leaving.on")}
        hint={
          notice > 0
            ? t("leaving.afterNotice", { count: notice })
            : t("leaving.today")
        }
        name="leftOn"
        type="date"
        error={errorAt("leftOn")}
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
    </AskDialog>
  );
}
