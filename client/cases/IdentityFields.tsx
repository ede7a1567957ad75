// The fields of who the person is: the first ones let her be reached, the others are for services that need them.
import { useTranslation } from "react-i18next";

import type { Asked } from "../app/forms/use-ask.js";
import { SelectField, TextField } from "../design/Field.js";
import styles from "./Cases.module.css";
import { contactKinds, type Identity, longest } from "./identity.js";

interface Props {
  asked: Asked;
  known?: Identity | undefined;
}

type Written = keyof typeof longest;

export function IdentityFields({ asked, known }: Props) {
  const { t } = useTranslation("cases");
  const field = (name: Written) => ({
    name,
    label: t(`identity.${name}`),
    hint: t(`identity.hint.${name}`, { defaultValue: "" }) || undefined,
    maxLength: longest[name],
    defaultValue: known?.[name] ?? "",
    error: asked.errorAt(`identity.${name}`),
    // what a browser remembers of a person stays behind for the next one
    autoComplete: "off",
  });
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>{t("identity.toReach")}</legend>
        <TextField {...field("name")} required />
        <div className={styles.pair}>
          <SelectField
            name="contactKind"
            label={t("identity.contactKind")}
            defaultValue={known?.contactKind ?? "PHONE"}
            error={asked.errorAt("identity.contactKind")}
          >
            {contactKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`contactKind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextField {...field("contact")} />
        </div>
        <TextField {...field("preferredHours")} />
        <TextField {...field("accessNeeds")} />
      </fieldset>
      <fieldset className={styles.fields}>
        <legend>{t("identity.whereNeeded")}</legend>
        <div className={styles.pair}>
          <TextField {...field("surname")} />
          <TextField {...field("born")} />
        </div>
        <TextField {...field("place")} />
        <TextField {...field("legalRepresentative")} />
      </fieldset>
    </>
  );
}
