// The resolution of the council that something rests on.
import { useTranslation } from "react-i18next";

import type { Asked } from "../app/forms/use-ask.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";

export function ResolutionFields({ asked }: { asked: Asked }) {
  const { t } = useTranslation("programmes");
  return (
    <>
      <TextField
        label={t("resolution.number")}
        hint={t("resolution.hint")}
        name="resolutionNumber"
        required
        maxLength={60}
        error={asked.errorAt("resolution.number")}
      />
      <TextField
        label={t("resolution.on")}
        name="resolutionOn"
        type="date"
        required
        error={asked.errorAt("resolution.on")}
      />
    </>
  );
}

export function resolutionIn(form: FormData) {
  return {
    number: textIn(form, "resolutionNumber").trim(),
    on: textIn(form, "resolutionOn"),
  };
}
