// For which of her cases a referral goes out; it may belong to none.
import { useTranslation } from "react-i18next";

import { SelectField } from "../design/Field.js";
import { useCases } from "./case-in-mind.js";

interface Props {
  chosen: string | null;
  onChoose(caseId: string | null): void;
}

export function CaseField({ chosen, onChoose }: Props) {
  const { t } = useTranslation("referring");
  const { cases } = useCases();
  if (cases.length === 0) return null;
  return (
    <SelectField
      label={t("case.label")}
      hint={t("case.hint")}
      value={chosen ?? ""}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">{t("case.none")}</option>
      {cases.map(({ id, pseudonym }) => (
        <option key={id} value={id}>
          {pseudonym}
        </option>
      ))}
    </SelectField>
  );
}
