// A service is checked: each criterion, what was seen, and what has to be done where one does not hold.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { results, type Standard } from "./standard-view.js";
import { CheckService } from "./standards.documents.js";

interface Props {
  standard: Standard;
  serviceId: string;
  onClose(): void;
  onChecked(): void;
}

export function CheckDialog(props: Props) {
  const { standard, serviceId, onClose, onChecked } = props;
  const { t } = useTranslation("standards");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const asked = useAsk(CheckService);

  async function submit(form: FormData) {
    const action = textIn(form, "action").trim();
    const outcome = await asked.run({
      input: {
        requestKey,
        serviceId,
        checkedOn: textIn(form, "checkedOn"),
        results: standard.criteria.map(
          (_, n) => results.find((one) => one === form.get(`r${n}`)) ?? "MET",
        ),
        evidence: textIn(form, "evidence").trim(),
        action: action
          ? {
              text: action,
              owner: form.get("owner") === "CENTRE" ? "CENTRE" : "PARTNER",
              dueOn: textIn(form, "dueOn") || textIn(form, "checkedOn"),
            }
          : null,
      },
    });
    if (outcome?.__typename === "StandardCheck") onChecked();
    else setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t("check.title")}
      verb={t("check.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t("check.on")}
        name="checkedOn"
        type="date"
        required
        error={asked.errorAt("checkedOn")}
      />
      {standard.criteria.map(({ text, minimum, maximum }, n) => (
        <SelectField
          key={`${n} ${text}`}
          label={text}
          hint={t("range", { minimum, maximum })}
          name={`r${n}`}
        >
          {results.map((result) => (
            <option key={result} value={result}>
              {t(`result.${result}`)}
            </option>
          ))}
        </SelectField>
      ))}
      <TextArea
        label={t("check.evidence")}
        hint={t("check.evidenceHint")}
        name="evidence"
        required
        maxLength={2000}
        error={asked.errorAt("evidence")}
      />
      <TextArea
        label={t("check.action")}
        hint={t("check.actionHint")}
        name="action"
        maxLength={1000}
        error={asked.errorAt("action") ?? asked.errorAt("action.text")}
      />
      <SelectField label={t("check.owner")} name="owner">
        {(["PARTNER", "CENTRE"] as const).map((owner) => (
          <option key={owner} value={owner}>
            {t(`owner.${owner}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("check.dueOn")}
        name="dueOn"
        type="date"
        error={asked.errorAt("action.dueOn")}
      />
    </AskDialog>
  );
}
