// What the emergency was that something was sent in, in words that name nobody.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { NoteBasis } from "./bases.documents.js";

interface Props {
  basisId: string;
  onClose(): void;
}

export function NoteDialog({ basisId, onClose }: Props) {
  const { t } = useTranslation("bases");
  const asked = useAsk(NoteBasis);

  async function submit(form: FormData) {
    const note = textIn(form, "note").trim();
    const outcome = await asked.run({ input: { basisId, note } });
    if (outcome?.__typename === "DisclosureBasis") onClose();
  }

  return (
    <AskDialog
      title={t("note.title")}
      verb={t("note.verb")}
      asked={asked}
      isJudgedByServer
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        name="note"
        label={t("note.label")}
        hint={t("note.hint")}
        maxLength={200}
        autoComplete="off"
        required
        error={asked.errorAt("note")}
      />
    </AskDialog>
  );
}
