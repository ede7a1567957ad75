// A few sentences asked for with a verb: an objection, an answer, a result.
import type { OperationVariables } from "@apollo/client";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
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
  function submit(form: FormData) {
    const words = textIn(form, "words");
    void settling.settle(onSay(words));
  }
  return (
    <AskDialog
      title={title}
      verb={verb}
      asked={settling}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextArea
        label={label}
        hint={t("noPerson")}
        name="words"
        required
        minLength={3}
        maxLength={1000}
      />
    </AskDialog>
  );
}
