// A move of an agreement that touches others and cannot be taken back lightly: what it means, and why it is made.
import type { TypedDocumentNode } from "@apollo/client";
import { type SubmitEvent, useId } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
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
  const formId = useId();
  const { run, isPending, wrong, failure, errorAt } = useMove(mutation, onDone);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = textIn(new FormData(event.currentTarget), "reason");
    await run({ input: { ...input, reason } });
  }

  return (
    <Dialog
      title={t(`ask.${move}`)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="danger" type="submit" form={formId} busy={isPending}>
            {t(`move.${move}`)}
          </Button>
        </>
      }
    >
      <p>{text ?? t(`ask.${move}Text`)}</p>
      <form id={formId} onSubmit={(event) => void submit(event)}>
        <ProblemNotice problem={wrong} />
        <TextArea
          label={t("reason")}
          name="reason"
          required
          maxLength={500}
          error={errorAt("reason")}
        />
      </form>
      <NotSaved failure={failure} />
    </Dialog>
  );
}
