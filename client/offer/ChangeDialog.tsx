// One's own service said anew: what it is, for whom, how people get in, where, for how much, when, and what makes it easier to come.
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { SelectField, TextField } from "../design/Field.js";
import { AMOUNT, zlotyOf } from "../design/money.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";
import { EaseFields } from "./EaseFields.js";
import { ForWhomFields } from "./ForWhomFields.js";
import { HoursFields } from "./HoursFields.js";
import { choices, readWords } from "./publish-form.js";
import { supportingModes } from "./supporting.js";
import { WordFields } from "./WordFields.js";

const ChangeService = graphql(`
  mutation ChangeService($input: ChangeServiceInput!) {
    outcome: changeService(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on ServiceMoved {
        service {
          ...LiveService @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

interface Props {
  service: LiveServiceFragment;
  onClose(): void;
}

export function ChangeDialog({ service, onClose }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const asked = useAsk(ChangeService);
  const modes = service.supporting ? supportingModes : choices.entryMode;
  // what was on the screen when the form was opened; after a clash, what is there now
  const [seen, setSeen] = useState(service);
  const errorAt = (name: string) => asked.errorAt(`words.${name}`);

  async function submit(form: FormData) {
    const words = readWords(form);
    if (!words) return;
    const outcome = await asked.run({
      input: { serviceId: seen.id, ifVersion: seen.version, words },
    });
    if (outcome?.__typename === "Service") onClose();
    else if (outcome?.__typename === "ServiceMoved") setSeen(outcome.service);
  }

  return (
    <AskDialog
      title={t("change.title", { service: service.name })}
      verb={t("change.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <Fragment key={seen.version}>
        <WordFields service={seen} errorAt={errorAt} />
        <SelectField
          label={t("change.sphere")}
          name="sphere"
          defaultValue={seen.sphere ?? ""}
        >
          <option value="">{t("change.noSphere")}</option>
          {choices.sphere.map((value) => (
            <option key={value} value={value}>
              {t(`design:sphere.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("change.entryMode")}
          hint={t("change.entryModeHint")}
          name="entryMode"
          required
          defaultValue={seen.entryMode}
          error={errorAt("entryMode")}
        >
          {modes.map((value) => (
            <option key={value} value={value}>
              {t(`design:entryMode.${value}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("change.place")}
          hint={t("change.placeHint")}
          name="place"
          maxLength={200}
          defaultValue={seen.place ?? ""}
          error={errorAt("place")}
        />
        <TextField
          label={t("change.fee")}
          hint={t("change.feeHint")}
          name="fee"
          inputMode="decimal"
          pattern={AMOUNT}
          defaultValue={seen.feeGrosze > 0 ? zlotyOf(seen.feeGrosze) : ""}
          error={errorAt("feeGrosze")}
        />
        <SelectField
          label={t("change.feeUnit")}
          name="feeUnit"
          defaultValue={seen.feeUnit ?? ""}
        >
          <option value="">{t("change.feeWhole")}</option>
          {choices.capacityUnit.map((value) => (
            <option key={value} value={value}>
              {t(`design:unit.${value}`)}
            </option>
          ))}
        </SelectField>
        <ForWhomFields service={seen} errorAt={errorAt} />
        <HoursFields service={seen} errorAt={errorAt} />
        <EaseFields service={seen} />
      </Fragment>
    </AskDialog>
  );
}
