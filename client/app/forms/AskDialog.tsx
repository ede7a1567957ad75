// A form over the page: its fields, what was wrong with them, and the verb at its foot.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import { Dialog } from "../../design/Dialog.js";
import { NotSaved } from "../errors/NotSaved.js";
import { ProblemNotice } from "../errors/ProblemNotice.js";
import styles from "./AskDialog.module.css";
import type { Asked } from "./use-ask.js";

interface Props {
  title: string;
  verb: string;
  formId: string;
  asked: Asked;
  width?: "narrow" | "wide";
  onSubmit(form: FormData): Promise<void>;
  onClose(): void;
  children: ReactNode;
}

export function AskDialog(props: Props) {
  const { title, verb, formId, asked, width, onSubmit, onClose } = props;
  const { t } = useTranslation("shell");
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
            busy={asked.isPending}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit(new FormData(event.currentTarget));
        }}
      >
        <ProblemNotice problem={asked.wrong} />
        {props.children}
        <NotSaved failure={asked.failure} />
      </form>
    </Dialog>
  );
}
