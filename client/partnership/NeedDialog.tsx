// A need of people of the place: what is lacking, in which area, how it is known; nothing of anybody.
import { useTranslation } from "react-i18next";

import { areas } from "../design/areas.js";
import { SelectField, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { chosenIn, gapKinds, needEvidences } from "./choices.js";
import { FormDialog } from "./FormDialog.js";
import { RecordNeed } from "./steps.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  networkId: string;
  onClose(): void;
  onSaved(): void;
}

export function NeedDialog({ networkId, onClose, onSaved }: Props) {
  const { t } = useTranslation(["partnership", "design"]);
  const saved = useSaved(RecordNeed, onSaved);

  function submit(form: FormData) {
    const area = chosenIn(form, "area", areas);
    const gapKind = chosenIn(form, "gap", gapKinds);
    const evidence = chosenIn(form, "evidence", needEvidences);
    if (!area || !gapKind || !evidence) return;
    const persons = textIn(form, "persons").trim();
    void saved.save({
      input: {
        requestKey: saved.requestKey,
        networkId,
        title: textIn(form, "title").trim(),
        area,
        gapKind,
        evidence,
        personsEstimated: persons ? Number(persons) : null,
      },
    });
  }

  return (
    <FormDialog
      title={t("need.open")}
      verb={t("need.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t("need.title")}
        hint={t("need.titleHint")}
        name="title"
        required
        maxLength={200}
        error={saved.errorAt("title")}
      />
      <SelectField label={t("need.area")} name="area" required>
        {areas.map((area) => (
          <option key={area} value={area}>
            {t(`design:area.${area}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("need.gap")} name="gap" required>
        {gapKinds.map((gap) => (
          <option key={gap} value={gap}>
            {t(`gap.${gap}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("need.evidence")} name="evidence" required>
        {needEvidences.map((evidence) => (
          <option key={evidence} value={evidence}>
            {t(`evidence.${evidence}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("need.personsField")}
        name="persons"
        type="number"
        inputMode="numeric"
        min={1}
        max={100000}
        error={saved.errorAt("personsEstimated")}
      />
    </FormDialog>
  );
}
