// "Pokaż": what for, before anything is shown.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Group, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { ShowIdentity } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { type Identity, purposes } from "./identity.js";

interface Props {
  caseId: string;
  onShown(identity: Identity, lastsMs: number): void;
  onClose(): void;
}

export function LookDialog({ caseId, onShown, onClose }: Props) {
  const { t } = useTranslation("cases");
  // what is answered is nobody's but this card's
  const asked = useAsk(ShowIdentity, false);

  async function submit(form: FormData) {
    const purpose = chosenIn(form, "purpose", purposes) ?? "CONTACT";
    const note = textIn(form, "note").trim() || null;
    const outcome = await asked.run({ input: { caseId, purpose, note } });
    if (outcome?.__typename !== "ShownIdentity") return;
    const { identity, at, until } = outcome;
    onShown(identity, Date.parse(until) - Date.parse(at));
  }

  return (
    <AskDialog
      title={t("show.title")}
      verb={t("show.verb")}
      asked={asked}
      isJudgedByServer
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("show.means")}</p>
      <Group label={t("show.purpose")} error={asked.errorAt("purpose")}>
        <div className={styles.choices}>
          {purposes.map((purpose, nth) => (
            <label key={purpose} className={styles.choice}>
              <input
                type="radio"
                name="purpose"
                value={purpose}
                defaultChecked={nth === 0}
              />
              {t(`purpose.${purpose}`)}
            </label>
          ))}
        </div>
      </Group>
      <TextField
        name="note"
        label={t("show.note")}
        hint={t("show.noteHint")}
        maxLength={200}
        autoComplete="off"
        error={asked.errorAt("note")}
      />
    </AskDialog>
  );
}
