// A place for somebody whose turn it is not: somebody else waits longer, so a reason is asked for and kept.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import styles from "./Sheets.module.css";
import type { Answering } from "./use-answer.js";

interface Props {
  answering: Answering;
  onClose(): void;
}

export function OfferSheet({ answering, onClose }: Props) {
  const { t } = useTranslation("referrals");
  const formId = useId();
  const [error, setError] = useState<string>();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = textIn(new FormData(event.currentTarget), "reason").trim();
    if (!reason) return setError(t("jump.missing"));
    const outcome = await answering.offer(reason);
    if (outcome?.kind === "problem") setError(outcome.message);
    else onClose();
  }

  return (
    <Dialog
      title={t("jump.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("sheet.cancel")}</Button>
          <PlaceButton
            kind="primary"
            type="submit"
            form={formId}
            busy={answering.pending === "offer"}
          >
            {t("action.offer")}
          </PlaceButton>
        </>
      }
    >
      <p className={styles.intro}>{t("jump.intro")}</p>
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t("jump.reason")}
          hint={t("jump.hint")}
          name="reason"
          maxLength={200}
          required
          error={error}
        />
      </form>
    </Dialog>
  );
}
