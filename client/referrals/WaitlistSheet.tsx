// "Do kolejki": the place that was held is let go; when there may be one is said where it is known.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

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

export function WaitlistSheet({ answering, onClose }: Props) {
  const { t } = useTranslation("referrals");
  const formId = useId();
  const [error, setError] = useState<string>();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const day = textIn(new FormData(event.currentTarget), "expectedOn");
    const outcome = await answering.waitlist(day || null);
    if (outcome?.kind === "problem") setError(outcome.message);
    else onClose();
  }

  return (
    <Dialog
      title={t("waitlist.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("sheet.cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={answering.pending === "waitlist"}
          >
            {t("waitlist.verb")}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{t("waitlist.intro")}</p>
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          type="date"
          label={t("waitlist.expectedOn")}
          hint={t("waitlist.hint")}
          name="expectedOn"
          error={error}
        />
      </form>
    </Dialog>
  );
}
