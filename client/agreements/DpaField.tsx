// The entrustment of data processing that an agreement leans on: one with a party of it that has not ended.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { SelectField } from "../design/Field.js";
import type { Party } from "./AgreementForm.js";
import { AgreementsQuery } from "./agreements.documents.js";

const OVER: readonly string[] = [
  "EXPIRED",
  "TERMINATED",
  "WITHDRAWN",
  "REJECTED",
];

interface Props {
  parties: readonly Party[];
  field: { name: string; value: string };
  error: string | undefined;
}

export function DpaField({ parties, field, error }: Props) {
  const { t } = useTranslation("agreements");
  const { centre } = useViewer();
  const { data } = usePageQuery(AgreementsQuery, {
    centreId: centre.id,
    filter: { kinds: ["DATA_PROCESSING"] },
    first: 100,
  });
  const others = new Set(
    parties.filter(({ isHub }) => !isHub).map(({ id }) => id),
  );
  const entrustments = (data.centre?.agreements.nodes ?? []).filter(
    (one) =>
      one.id === field.value ||
      (!OVER.includes(one.status) &&
        one.parties.some(({ id }) => others.has(id))),
  );
  return (
    <SelectField
      {...field}
      label={t("field.dpaAgreement")}
      hint={t("dpaHint")}
      error={error}
    >
      <option value="">{t("none")}</option>
      {entrustments.map(({ id, number, title }) => (
        <option key={id} value={id}>
          {number} {title}
        </option>
      ))}
    </SelectField>
  );
}
