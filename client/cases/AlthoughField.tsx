// Why it is done though the person has a case already: asked for only after the warning.
import { useTranslation } from "react-i18next";

import { TextArea } from "../design/Field.js";

export function AlthoughField({ error }: { error: string | undefined }) {
  const { t } = useTranslation("cases");
  return (
    <TextArea
      name="although"
      label={t("although.label")}
      hint={t("although.hint")}
      maxLength={200}
      autoComplete="off"
      error={error}
    />
  );
}
