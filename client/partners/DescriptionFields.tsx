// How an organisation describes itself: where it is, whom it reaches, what it is for.
import { useTranslation } from "react-i18next";

import { accessibilities } from "../design/eases.js";
import { TextArea, TextField } from "../design/Field.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import styles from "./Form.module.css";

interface Props {
  partner: PartnerOnPageFragment;
  errorAt(path: string): string | undefined;
}

export function DescriptionFields({ partner, errorAt }: Props) {
  const { t } = useTranslation("partners");
  return (
    <>
      <TextField
        label={t("data.address")}
        name="address"
        maxLength={300}
        defaultValue={partner.address ?? ""}
        error={errorAt("address")}
      />
      <TextField
        label={t("data.website")}
        name="website"
        type="url"
        maxLength={300}
        defaultValue={partner.website ?? ""}
        error={errorAt("website")}
      />
      <TextField
        label={t("data.phone")}
        name="phone"
        type="tel"
        defaultValue={partner.phone ?? ""}
        error={errorAt("phone")}
      />
      <TextField
        label={t("data.areas")}
        hint={t("data.areasHint")}
        name="areasServed"
        defaultValue={partner.areasServed.join(", ")}
        error={errorAt("areasServed")}
      />
      <TextArea
        label={t("data.aims")}
        name="statutoryAims"
        maxLength={2000}
        defaultValue={partner.statutoryAims ?? ""}
        error={errorAt("statutoryAims")}
      />
      <fieldset className={styles.choices}>
        <legend>{t("data.accessibility")}</legend>
        {accessibilities.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="checkbox"
              name={one}
              defaultChecked={partner.accessibility.includes(one)}
            />
            {t(`accessibility.${one}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
