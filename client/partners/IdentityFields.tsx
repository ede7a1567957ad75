// What an organisation is: its name, kind and numbers; the hub's to correct.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { SelectField, TextField } from "../design/Field.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import {
  partnerKinds,
  providerKinds,
  reintegrationAims,
  sectors,
} from "./choices.js";

interface Props {
  partner: PartnerOnPageFragment;
  errorAt(path: string): string | undefined;
}

const typeOf = { MAIN: "A", ONE_OF: "B", NONE: "C" } as const;

export function IdentityFields({ partner, errorAt }: Props) {
  const { t } = useTranslation(["partners", "design"]);
  const [kind, setKind] = useState(partner.kind);
  const [aim, setAim] = useState(partner.reintegrationAim);
  const numbers = [
    ["nip", t("number.NIP"), partner.nip],
    ["regon", t("number.REGON"), partner.regon],
    ["krs", t("number.KRS"), partner.krs],
    ["registerEntry", t("number.REGISTER_ENTRY"), partner.registerEntry],
    ["terc", t("data.terc"), partner.terc],
    ["legalForm", t("data.legalForm"), partner.legalForm],
  ] as const;
  const suggested = aim && typeOf[aim];
  return (
    <>
      <TextField
        label={t("register.name")}
        name="name"
        required
        maxLength={200}
        defaultValue={partner.name}
        error={errorAt("name")}
      />
      <TextField
        label={t("data.shortName")}
        name="shortName"
        required
        maxLength={80}
        defaultValue={partner.shortName}
        error={errorAt("shortName")}
      />
      <SelectField
        label={t("register.kind")}
        name="kind"
        value={kind}
        onChange={({ target }) =>
          setKind(partnerKinds.find((one) => one === target.value) ?? kind)
        }
      >
        {partnerKinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("data.sector")}
        name="sector"
        defaultValue={partner.sector}
      >
        {sectors.map((one) => (
          <option key={one} value={one}>
            {t(`sector.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("data.provider")}
        name="provider"
        defaultValue={partner.statutoryProviderKind ?? ""}
      >
        <option value="">{t("data.unknown")}</option>
        {providerKinds.map((one) => (
          <option key={one} value={one}>
            {t(`provider.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("data.aim")}
        hint={
          suggested &&
          t("data.suggests", { type: t(`design:type.${suggested}`) })
        }
        name="aim"
        value={aim ?? ""}
        onChange={({ target }) =>
          setAim(reintegrationAims.find((one) => one === target.value) ?? null)
        }
      >
        <option value="">{t("data.unknown")}</option>
        {reintegrationAims.map((one) => (
          <option key={one} value={one}>
            {t(`aims.${one}`)}
          </option>
        ))}
      </SelectField>
      {numbers.map(([name, label, value]) => (
        <TextField
          key={name}
          label={label}
          name={name}
          defaultValue={value ?? ""}
          error={errorAt(name)}
        />
      ))}
      {kind === "CIS" && (
        <>
          <TextField
            label={t("data.cisDecision")}
            name="cisDecision"
            maxLength={100}
            defaultValue={partner.cisDecision ?? ""}
            error={errorAt("cisDecision")}
          />
          <TextField
            label={t("data.cisVoivode")}
            name="cisVoivode"
            maxLength={100}
            defaultValue={partner.cisVoivode ?? ""}
            error={errorAt("cisVoivode")}
          />
          <TextField
            label={t("data.cisValidUntil")}
            name="cisValidUntil"
            type="date"
            defaultValue={partner.cisValidUntil ?? ""}
            error={errorAt("cisValidUntil")}
          />
          <TextField
            label={t("data.cisAgreedPlaces")}
            hint={t("data.cisAgreedPlacesHint")}
            name="cisAgreedPlaces"
            inputMode="numeric"
            defaultValue={partner.cisAgreedPlaces ?? ""}
            error={errorAt("cisAgreedPlaces")}
          />
        </>
      )}
    </>
  );
}
