// For how long something is kept and shown, and how to change it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { useDates } from "../design/dates.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useNow } from "../design/use-now.js";
import styles from "./Desk.module.css";
import { type Rules, SetRules } from "./protection.documents.js";

interface Props {
  rules: Rules;
  onSet(): void;
}

export function RulesCard({ rules, onSet }: Props) {
  const { t } = useTranslation("protection");
  const { moment } = useDates(useNow());
  const asked = useAsk(SetRules);
  const [opens, setOpens] = useState(false);
  const { maskAfterDays, eraseAfterMonths, erasesByItself, version } = rules;

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: {
        ifVersion: version,
        maskAfterDays: Number(textIn(form, "maskAfterDays")),
        eraseAfterMonths: Number(textIn(form, "eraseAfterMonths")),
        erasesByItself: form.has("erasesByItself"),
      },
    });
    if (outcome?.__typename === "ProtectionRules") onSet();
  }

  return (
    <Card
      title={t("rules.title")}
      foot={<Button onClick={() => setOpens(true)}>{t("rules.open")}</Button>}
    >
      <dl className={styles.facts}>
        <dt>{t("rules.mask")}</dt>
        <dd>{t("rules.days", { count: maskAfterDays })}</dd>
        <dt>{t("rules.erase")}</dt>
        <dd>{t("rules.months", { count: eraseAfterMonths })}</dd>
        <dt>{t("rules.how")}</dt>
        <dd>{t(erasesByItself ? "rules.byItself" : "rules.proposed")}</dd>
        <dt>{t("rules.log")}</dt>
        <dd>{t("rules.logFor")}</dd>
        <dt>{t("rules.letters")}</dt>
        <dd>{t("rules.lettersFor")}</dd>
      </dl>
      {rules.changedAt && (
        <p className={styles.muted}>
          {t("rules.changed", {
            by: rules.changedBy,
            moment: moment(new Date(rules.changedAt)),
          })}
        </p>
      )}
      {opens && (
        <AskDialog
          title={t("rules.dialog")}
          verb={t("rules.save")}
          asked={asked}
          isJudgedByServer
          onClose={() => setOpens(false)}
          onSubmit={submit}
        >
          <TextField
            label={t("rules.maskDays")}
            hint={t("rules.maskHint")}
            name="maskAfterDays"
            type="number"
            inputMode="numeric"
            defaultValue={maskAfterDays}
            error={asked.errorAt("maskAfterDays")}
          />
          <TextField
            label={t("rules.eraseMonths")}
            hint={t("rules.eraseHint")}
            name="eraseAfterMonths"
            type="number"
            inputMode="numeric"
            defaultValue={eraseAfterMonths}
            error={asked.errorAt("eraseAfterMonths")}
          />
          <label className={styles.choice}>
            <input
              type="checkbox"
              name="erasesByItself"
              defaultChecked={erasesByItself}
            />
            {t("rules.byItselfChoice")}
          </label>
        </AskDialog>
      )}
    </Card>
  );
}
