// How soon a referral is answered under an agreement, for each priority; empty: as the network usually answers.
import { useTranslation } from "react-i18next";

import { Group, SelectField, TextField } from "../design/Field.js";
import styles from "./Agreements.module.css";
import { priorities, units } from "./choices.js";
import type { TermsDraft } from "./use-terms-draft.js";

interface Props {
  draft: TermsDraft;
  error: string | undefined;
}

export function AnswerTimesField({ draft, error }: Props) {
  const { t } = useTranslation("agreements");
  return (
    <Group
      label={t("field.times")}
      isLabelHidden
      hint={t("timesHint")}
      error={error}
    >
      {priorities.map((priority) => (
        <div key={priority} className={styles.pair}>
          <TextField
            {...draft.field(`time.${priority}`)}
            label={t(`priority.${priority}`)}
            hint={t(`timeHint.${priority}`)}
            type="number"
            min={1}
            max={999}
          />
          <SelectField
            {...draft.field(`unit.${priority}`)}
            label={t("unitOf", { priority: t(`priority.${priority}`) })}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`unit.${unit}`)}
              </option>
            ))}
          </SelectField>
        </div>
      ))}
    </Group>
  );
}
