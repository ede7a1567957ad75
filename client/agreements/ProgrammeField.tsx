// The programme that an agreement carries out: one that the council has adopted.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { SelectField } from "../design/Field.js";
import { AgreementChoicesQuery } from "./agreements.documents.js";

interface Props {
  field: { name: string; value: string };
  error: string | undefined;
}

export function ProgrammeField({ field, error }: Props) {
  const { t } = useTranslation("agreements");
  const { centre } = useViewer();
  const { data } = usePageQuery(AgreementChoicesQuery, { centreId: centre.id });
  const programmes = (data.centre?.programmes ?? []).filter(
    ({ id, status }) => status !== "DRAFT" || id === field.value,
  );
  return (
    <SelectField {...field} label={t("field.programme")} error={error}>
      <option value="">{t("noProgramme")}</option>
      {programmes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
