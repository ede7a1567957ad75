// A form over the page: its fields, what was wrong with them, and the button that says what it does.
import { type ReactNode, type SubmitEvent, useId } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import styles from "./Form.module.css";
import type { useOutcome } from "./use-outcome.js";

interface Props {
  title: string;
  verb: string;
  busy: boolean;
  outcome: ReturnType<typeof useOutcome>;
  isDanger?: boolean;
  onSubmit(form: FormData): Promise<void>;
  onClose(): void;
  children: ReactNode;
}

export function FormDialog(props: Props) {
  const { title, verb, busy, outcome, isDanger, onSubmit, onClose } = props;
  const { t } = useTranslation("partners");
  const formId = useId();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!busy) void onSubmit(new FormData(event.currentTarget));
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind={isDanger ? "danger" : "primary"}
            type="submit"
            form={formId}
            busy={busy}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <ProblemNotice problem={outcome.problem} />
        {props.children}
        <NotSaved failure={outcome.failure} />
      </form>
    </Dialog>
  );
}
