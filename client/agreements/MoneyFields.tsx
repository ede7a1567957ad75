// How what an agreement is about is acquired, for how much, and how it is settled.
import { useTranslation } from "react-i18next";

import { SelectField, TextArea, TextField } from "../design/Field.js";
import styles from "./Agreements.module.css";
import { grantForms, modes } from "./choices.js";
import type { TermsDraft } from "./use-terms-draft.js";

interface Props {
  draft: TermsDraft;
  errorAt(name: string): string | undefined;
}

export function MoneyFields({ draft, errorAt }: Props) {
  const { t } = useTranslation("agreements");
  const { kind, field, valueOf } = draft;
  return (
    <>
      <SelectField
        {...field("financeMode")}
        label={t("field.financeMode")}
        hint={t("usualHint")}
        error={errorAt("financeMode")}
      >
        <option value="">{t("none")}</option>
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {t(`mode.${mode}`)}
          </option>
        ))}
      </SelectField>
      <div className={styles.pair}>
        <TextField
          {...field("amount")}
          label={t("field.amount")}
          inputMode="decimal"
          pattern="[0-9]+([.,][0-9]{1,2})?"
          error={errorAt("amountGrosze")}
        />
        {(kind === "GRANT_CONTRACT" || valueOf("grantForm")) && (
          <SelectField {...field("grantForm")} label={t("field.grantForm")}>
            <option value="">{t("none")}</option>
            {grantForms.map((form) => (
              <option key={form} value={form}>
                {t(`grantForm.${form}`)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <TextArea
        {...field("settlementRules")}
        label={t("field.settlementRules")}
        maxLength={2000}
        error={errorAt("settlementRules")}
      />
    </>
  );
}
