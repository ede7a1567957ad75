// Sensitive things one by one, each with what it is and why the service needs it.
import { useTranslation } from "react-i18next";

import { ChoiceField, Group, TextField } from "../design/Field.js";
import type { PersonalDataField } from "../graphql/generated/graphql.js";
import styles from "./LevelChoice.module.css";
import { longestGoal, type Sensitive, travelReasons } from "./use-travel.js";

interface Props {
  allowed: readonly PersonalDataField[];
  chosen: readonly Sensitive[];
  faultAt(path: string): string | undefined;
  onChange(chosen: readonly Sensitive[]): void;
}

export function SensitiveFields(props: Props) {
  const { allowed, chosen, faultAt, onChange } = props;
  const { t } = useTranslation(["referring", "bases"]);
  const change = (field: PersonalDataField, by: Partial<Sensitive>) =>
    onChange(
      chosen.map((one) => (one.field === field ? { ...one, ...by } : one)),
    );
  return (
    <Group label={t("sensitive.label")} error={faultAt("sensitive")}>
      {allowed.map((field) => {
        const nth = chosen.findIndex((one) => one.field === field);
        const one = chosen[nth];
        return (
          <div key={field} className={styles.sensitive}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={one !== undefined}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? [...chosen, { field, value: "", reason: null }]
                      : chosen.filter((other) => other.field !== field),
                  )
                }
              />
              <span>{t(`bases:field.${field}`)}</span>
            </label>
            {one && (
              <>
                <TextField
                  label={t("sensitive.value")}
                  maxLength={longestGoal}
                  autoComplete="off"
                  value={one.value}
                  error={faultAt(`sensitive.${String(nth)}.value`)}
                  onChange={({ target }) =>
                    change(field, { value: target.value })
                  }
                />
                <ChoiceField
                  label={t("sensitive.reason")}
                  choices={travelReasons}
                  wordsOf={(reason) => t(`bases:reason.${reason}`)}
                  none={t("level.chooseReason")}
                  chosen={one.reason}
                  error={faultAt(`sensitive.${String(nth)}.reason`)}
                  onChoose={(reason) =>
                    change(field, { reason: reason || null })
                  }
                />
              </>
            )}
          </div>
        );
      })}
    </Group>
  );
}
