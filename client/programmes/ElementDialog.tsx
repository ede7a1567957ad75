// One element of a programme is written; of an adopted programme with the resolution that changes it.
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { type Asked, useAsk } from "../app/forms/use-ask.js";
import { TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { AMOUNT, groszeOf, zlotyOf } from "../design/money.js";
import type {
  PersonalDataField,
  ProgrammeElement,
  ProgrammeElementsInput,
} from "../graphql/generated/graphql.js";
import {
  dataByLevel,
  isText,
  levels,
  type Programme,
  texts,
} from "./elements.js";
import { ChangeProgramme } from "./programmes.documents.js";
import styles from "./Programmes.module.css";
import { ResolutionFields, resolutionIn } from "./ResolutionFields.js";

interface Props {
  programme: Programme;
  element: ProgrammeElement;
  onClose(): void;
}

/** What no field can say is left as it is. */
function elementsIn(
  form: FormData,
  element: ProgrammeElement,
): ProgrammeElementsInput {
  const typed = (field: string) => textIn(form, field).trim() || null;
  if (isText(element)) return { [texts[element]]: typed("text") };
  switch (element) {
    case "NAME_AND_AIM":
      return { name: textIn(form, "name"), aim: typed("aim") };
    case "PERIOD":
      return { startsOn: typed("startsOn"), endsOn: typed("endsOn") };
    case "PERSONS":
      return { persons: Number(textIn(form, "persons")) };
    case "BUDGET":
      return { budgetGrosze: groszeOf(textIn(form, "budget")) ?? -1 };
    case "PERSONAL_DATA":
      return {
        personalData: levels
          .flatMap((level): readonly PersonalDataField[] => dataByLevel[level])
          .filter((field) => form.get(field) === "on"),
      };
  }
}

export function ElementDialog({ programme, element, onClose }: Props) {
  const { t } = useTranslation("programmes");
  const asked = useAsk(ChangeProgramme);
  const isAdopted = programme.status !== "DRAFT";
  return (
    <AskDialog
      title={t(`element.${element}`)}
      verb={t("save")}
      asked={asked}
      width={element === "PERSONAL_DATA" ? "wide" : "narrow"}
      onClose={onClose}
      onSubmit={async (form) => {
        const given = elementsIn(form, element);
        const outcome = await asked.run({
          input: {
            programmeId: programme.id,
            ifVersion: programme.version,
            elements: given,
            resolution: isAdopted ? resolutionIn(form) : null,
          },
        });
        if (outcome?.__typename === "Programme") onClose();
      }}
    >
      <Fields programme={programme} element={element} asked={asked} />
      {isAdopted && <ResolutionFields asked={asked} />}
    </AskDialog>
  );
}

interface FieldsProps {
  programme: Programme;
  element: ProgrammeElement;
  asked: Asked;
}

function Fields({ programme, element, asked }: FieldsProps) {
  const { t } = useTranslation("programmes");
  const named = programme.personalData ?? [];
  if (isText(element))
    return (
      <TextArea
        label={t(`element.${element}`)}
        hint={t(`ask.${element}`)}
        name="text"
        rows={6}
        maxLength={5000}
        defaultValue={programme[texts[element]] ?? ""}
        error={asked.errorAt(`elements.${texts[element]}`)}
      />
    );
  switch (element) {
    case "NAME_AND_AIM":
      return (
        <>
          <TextField
            label={t("new.name")}
            name="name"
            required
            maxLength={200}
            defaultValue={programme.name}
            error={asked.errorAt("elements.name")}
          />
          <TextArea
            label={t("ask.aim")}
            name="aim"
            maxLength={5000}
            defaultValue={programme.aim ?? ""}
            error={asked.errorAt("elements.aim")}
          />
        </>
      );
    case "PERIOD":
      return (
        <>
          <TextField
            label={t("ask.startsOn")}
            name="startsOn"
            type="date"
            defaultValue={programme.startsOn ?? ""}
          />
          <TextField
            label={t("ask.endsOn")}
            name="endsOn"
            type="date"
            defaultValue={programme.endsOn ?? ""}
            error={asked.errorAt("elements.endsOn")}
          />
        </>
      );
    case "PERSONS":
      return (
        <TextField
          label={t("ask.persons")}
          name="persons"
          type="number"
          min={1}
          required
          defaultValue={programme.persons ?? ""}
          error={asked.errorAt("elements.persons")}
        />
      );
    case "BUDGET":
      return (
        <TextField
          label={t("ask.budget")}
          name="budget"
          inputMode="decimal"
          pattern={AMOUNT}
          required
          defaultValue={zlotyOf(programme.budgetGrosze)}
          error={asked.errorAt("elements.budgetGrosze")}
        />
      );
    case "PERSONAL_DATA":
      return (
        <>
          <p>{t("ask.PERSONAL_DATA")}</p>
          {levels.map((level) => (
            <fieldset key={level} className={styles.choices}>
              <legend>{t(`data.level.${level}`)}</legend>
              {dataByLevel[level].map((field) => (
                <label key={field} className={styles.choice}>
                  <input
                    type="checkbox"
                    name={field}
                    defaultChecked={named.includes(field)}
                  />
                  {t(`data.field.${field}`)}
                </label>
              ))}
            </fieldset>
          ))}
        </>
      );
  }
}
