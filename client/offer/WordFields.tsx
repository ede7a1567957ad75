// What every service is asked for: its name, what it is about, its area, group and form of work.
import { useTranslation } from "react-i18next";

import { SelectField, TextArea, TextField } from "../design/Field.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import { choices } from "./publish-form.js";

interface Props {
  service?: LiveServiceFragment;
  errorAt(name: string): string | undefined;
}

export function WordFields({ service, errorAt }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  return (
    <>
      <TextField
        label={t("publish.name")}
        name="name"
        required
        maxLength={200}
        defaultValue={service?.name}
        error={errorAt("name")}
      />
      <TextArea
        label={t("publish.description")}
        hint={t("publish.descriptionHint")}
        name="description"
        maxLength={2000}
        defaultValue={service?.description ?? ""}
        error={errorAt("description")}
      />
      {(["area", "group", "form"] as const).map((name) => (
        <SelectField
          key={name}
          label={t(`publish.${name}`)}
          name={name}
          required
          defaultValue={service?.[name] ?? ""}
          error={errorAt(name)}
        >
          <option value="">{t("publish.choose")}</option>
          {choices[name].map((value) => (
            <option key={value} value={value}>
              {t(`design:${name}.${value}`)}
            </option>
          ))}
        </SelectField>
      ))}
    </>
  );
}
