// An obstacle is noted, or said anew with the help that was given.
import { useTranslation } from "react-i18next";

import { SelectField, TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { ObstacleInListFragment } from "../graphql/generated/graphql.js";
import { chosenIn, obstacleKinds, obstacleStates } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { ChangeObstacle, NoteObstacle } from "./obstacles.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  partnerId: string;
  /** null: a new one. */
  obstacle: ObstacleInListFragment | null;
  onClose(): void;
  onSaved(): void;
}

export function ObstacleDialog(props: Props) {
  const { partnerId, obstacle, onClose, onSaved } = props;
  const { t } = useTranslation("partnership");
  const noted = useSaved(NoteObstacle, onSaved);
  const changed = useSaved(ChangeObstacle, onSaved);
  const saved = obstacle ? changed : noted;

  function submit(form: FormData) {
    const words = {
      kind: chosenIn(form, "kind", obstacleKinds) ?? "OTHER",
      note: textIn(form, "note").trim() || null,
      help: textIn(form, "help").trim() || null,
      state: chosenIn(form, "state", obstacleStates) ?? "OPEN",
    };
    if (obstacle)
      void changed.save({
        input: { obstacleId: obstacle.id, ifVersion: obstacle.version, words },
      });
    else
      void noted.save({
        input: { requestKey: noted.requestKey, partnerId, words },
      });
  }

  return (
    <FormDialog
      title={t(obstacle ? "obstacle.changeTitle" : "obstacle.open")}
      verb={t("save")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t("obstacle.kind")}
        name="kind"
        required
        defaultValue={obstacle?.kind ?? ""}
        error={saved.errorAt("words.kind")}
      >
        <option value="">{t("choose")}</option>
        {obstacleKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`obstacle.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t("obstacle.note")}
        hint={t("obstacle.noteHint")}
        name="note"
        maxLength={500}
        defaultValue={obstacle?.note ?? ""}
        error={saved.errorAt("words.note")}
      />
      <TextArea
        label={t("obstacle.help")}
        name="help"
        maxLength={500}
        defaultValue={obstacle?.help ?? ""}
        error={saved.errorAt("words.help")}
      />
      <SelectField
        label={t("obstacle.state")}
        name="state"
        defaultValue={obstacle?.state ?? "OPEN"}
        error={saved.errorAt("words.state")}
      >
        {obstacleStates.map((state) => (
          <option key={state} value={state}>
            {t(`obstacle.states.${state}`)}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
