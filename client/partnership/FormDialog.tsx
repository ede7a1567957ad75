// A short form over the page with its one verb; what went wrong stands above what was typed.
import { type ReactNode, type SubmitEvent, useId } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import type { Failure } from "../graphql/use-verb.js";
import styles from "./Partnership.module.css";

interface Props {
  title: string;
  verb: string;
  saved: {
    isPending: boolean;
    wrong: { message: string } | null;
    failure: Failure | null;
  };
  width?: "narrow" | "wide";
  onClose(): void;
  onSubmit(form: FormData): void;
  children: ReactNode;
}

export function FormDialog(props: Props) {
  const { title, verb, saved, width = "narrow", onClose, onSubmit } = props;
  const { t } = useTranslation("partnership");
  const formId = useId();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  }
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={saved.isPending}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <ProblemNotice problem={saved.wrong} />
        {props.children}
      </form>
      <NotSaved failure={saved.failure} />
    </Dialog>
  );
}
