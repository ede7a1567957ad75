// A move of an agreement that touches others and cannot be taken back lightly: what it means, and why it is made.
import type { TypedDocumentNode } from "@apollo/client";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useMove } from "./use-move.js";

interface Reasoned {
  agreementId: string;
  reason: string;
}

interface Props<Data> {
  move: "reject" | "suspend" | "withdraw";
  mutation: TypedDocumentNode<Data, { input: Reasoned }>;
  input: { agreementId: string };
  /** What it means; else that of the move. */
  text?: string;
  onClose(): void;
  onDone(): void;
}

export function ReasonDialog<
  Data extends Record<string, { __typename: string; message?: string }>,
>({ move, mutation, input, text, onClose, onDone }: Props<Data>) {
  const { t } = useTranslation("agreements");
  const { run, isPending, wrong, failure, errorAt } = useMove(mutation, onDone);

  async function submit(form: FormData) {
    const reason = textIn(form, "reason");
    await run({ input: { ...input, reason } });
  }

  return (
    <AskDialog
      title={t(`ask.${move}`)}
      verb={t(`move.${move}`)}
      asked={{ isPending, wrong, failure }}
      isDanger
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{text ?? t(`ask.${move}Text`)}</p>
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
