// The stakeholder type of an organisation in one network; type C, who can bring new services, stands first.
import { useTranslation } from "react-i18next";

import { SelectField } from "../design/Field.js";
import type { StakeholderType } from "../graphql/generated/graphql.js";
import { stakeholderTypes } from "./choices.js";

interface Props {
  label: string;
  hint?: string;
  chosen?: StakeholderType | null;
  error?: string | undefined;
}

export function TypeField({ label, hint, chosen, error }: Props) {
  const { t } = useTranslation("partners");
  return (
    <SelectField
      label={label}
      hint={hint}
      name="type"
      required
      error={error}
      defaultValue={chosen ?? "C"}
    >
      {stakeholderTypes.map((type) => (
        <option key={type} value={type}>
          {t(`aim.${type}`)}
        </option>
      ))}
    </SelectField>
  );
}
