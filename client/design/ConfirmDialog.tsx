// Asks before what cannot be undone and touches a person; the safe way stands first.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "./Button.js";
import { Dialog } from "./Dialog.js";

interface Props {
  question: string;
  /** The verb of the question again. */
  verb: string;
  /** The safe way, where it is more than to leave all as it is. */
  keep?: string;
  busy?: boolean;
  onConfirm(): void;
  onClose(): void;
  children?: ReactNode;
}

export function ConfirmDialog(props: Props) {
  const { question, verb, keep, busy, onConfirm, onClose, children } = props;
  const { t } = useTranslation("design");
  return (
    <Dialog
      title={question}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{keep ?? t("dialog.keep")}</Button>
          <Button kind="danger" busy={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
