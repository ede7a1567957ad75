// The start of a service whose law asks for a paper: its number comes first.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { Answering } from "./use-answer.js";

interface Props {
  answering: Answering;
  onClose(): void;
}

export function StartDialog({ answering, onClose }: Props) {
  const { t } = useTranslation("referrals");
  const formId = useId();
  const [error, setError] = useState<string>();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const document = textIn(form, "document").trim();
    if (!document) return setError(t("start.missing"));
    const outcome = await answering.start(document);
    if (outcome?.kind === "problem") setError(outcome.message);
    else onClose();
  }

  return (
    <Dialog
      title={t("start.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("sheet.cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={answering.pending === "start"}
          >
            {t("action.start")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t("start.document")}
          hint={t("start.hint")}
          name="document"
          maxLength={100}
          required
          error={error}
        />
      </form>
    </Dialog>
  );
}
