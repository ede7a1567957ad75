// "Poproś": what is to be borrowed, from when to when, how many, and what for.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { ShownResource } from "./choices.js";
import { AskForLoan } from "./resources.documents.js";
import styles from "./Resources.module.css";

interface Props {
  resource: ShownResource;
  onClose(): void;
  onAsked(): void;
}

export function LoanDialog({ resource, onClose, onAsked }: Props) {
  const { t } = useTranslation("resources");
  const asked = useAsk(AskForLoan);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: {
        requestKey,
        resourceId: resource.id,
        from: textIn(form, "from"),
        to: textIn(form, "to"),
        quantity:
          resource.quantity === 1 ? 1 : Number(textIn(form, "quantity")),
        note: textIn(form, "note") || null,
      },
    });
    if (outcome?.__typename === "LoanRequest") onAsked();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t("ask.title", { name: resource.name })}
      verb={t("ask.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("ask.means", { partner: resource.partner.shortName })}</p>
      <div className={styles.span}>
        <TextField
          label={t("ask.from")}
          name="from"
          type="date"
          required
          error={asked.errorAt("from")}
        />
        <TextField
          label={t("ask.to")}
          name="to"
          type="date"
          required
          error={asked.errorAt("to")}
        />
      </div>
      {resource.quantity > 1 && (
        <TextField
          label={t("ask.quantity", { count: resource.quantity })}
          name="quantity"
          type="number"
          min={1}
          max={resource.quantity}
          required
          defaultValue={1}
          error={asked.errorAt("quantity")}
        />
      )}
      <TextArea
        label={t("ask.note")}
        hint={t("ask.noteHint")}
        name="note"
        maxLength={500}
        error={asked.errorAt("note")}
      />
    </AskDialog>
  );
}
