// A few sentences asked for with a verb: an objection, an answer, a result.
import type { OperationVariables } from "@apollo/client";
import { type SubmitEvent, useId } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { useSettling } from "./use-settling.js";

interface Props<Variables extends OperationVariables> {
  title: string;
  label: string;
  verb: string;
  settling: ReturnType<typeof useSettling<Variables>>;
  onClose(): void;
  onSay(words: string): Variables;
}

export function WordsDialog<Variables extends OperationVariables>(
  props: Props<Variables>,
) {
  const { title, label, verb, settling, onClose, onSay } = props;
  const { t } = useTranslation("fulfilment");
  const formId = useId();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = textIn(new FormData(event.currentTarget), "words");
    void settling.settle(onSay(words));
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={settling.isPending}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <ProblemNotice problem={settling.problem} />
        <TextArea
          label={label}
          hint={t("noPerson")}
          name="words"
          required
          minLength={3}
          maxLength={1000}
        />
      </form>
      <NotSaved failure={settling.failure} />
    </Dialog>
  );
}
