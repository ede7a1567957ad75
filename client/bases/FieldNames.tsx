// Names of what is told of a person, one after another; nothing of what stands in them.
import { useTranslation } from "react-i18next";

import type { PersonalDataField } from "../graphql/generated/graphql.js";

export function FieldNames({
  fields,
}: {
  fields: readonly PersonalDataField[];
}) {
  const { t, i18n } = useTranslation("bases");
  const names = fields.map((field) => t(`field.${field}`).toLowerCase());
  return new Intl.ListFormat(i18n.language).format(names);
}
