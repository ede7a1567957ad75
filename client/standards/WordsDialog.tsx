// What a standard says is written: its name, its areas, and each criterion with measure, minimum and maximum.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { areas } from "../design/areas.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { Standard } from "./standard-view.js";
import { ChangeStandard, DraftStandard } from "./standards.documents.js";
import styles from "./Standards.module.css";

interface Props {
  /** None: a new one. */
  standard: Standard | null;
  /** The next edition of it is drafted; it stays as it is. */
  isNextEdition?: boolean;
  onClose(): void;
  onSaved(id: string): void;
}

const parts = ["text", "measure", "minimum", "maximum"] as const;

export function WordsDialog(props: Props) {
  const { standard, isNextEdition = false, onClose, onSaved } = props;
  const { t } = useTranslation(["standards", "design"]);
  const draft = useAsk(DraftStandard);
  const change = useAsk(ChangeStandard);
  const changes = standard && !isNextEdition;
  const asked = changes ? change : draft;
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [places, setPlaces] = useState(() =>
    (standard?.criteria ?? [null]).map((criterion, place) => ({
      place,
      criterion,
    })),
  );

  async function submit(form: FormData) {
    const words = {
      name: textIn(form, "name"),
      areas: areas.filter((area) => form.get(area) === "on"),
      criteria: places.map(({ place }) => ({
        text: textIn(form, `text${place}`),
        measure: textIn(form, `measure${place}`),
        minimum: textIn(form, `minimum${place}`),
        maximum: textIn(form, `maximum${place}`),
      })),
    };
    const outcome = changes
      ? await change.run({
          input: {
            standardId: standard.id,
            ifVersion: standard.version,
            words,
          },
        })
      : await draft.run({
          input: { requestKey, words, previousId: standard?.id ?? null },
        });
    if (outcome?.__typename === "QualityStandard") onSaved(outcome.id);
    else setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t(changes ? "words.change" : "words.new")}
      verb={t("save")}
      asked={asked}
      isJudgedByServer
      width="wide"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t("words.name")}
        name="name"
        required
        maxLength={200}
        defaultValue={standard?.name ?? ""}
        error={asked.errorAt("words.name")}
      />
      <fieldset className={styles.choices}>
        <legend>{t("words.areas")}</legend>
        {areas.map((area) => (
          <label key={area} className={styles.choice}>
            <input
              type="checkbox"
              name={area}
              defaultChecked={standard?.areas.includes(area) ?? false}
            />
            {t(`design:area.${area}`)}
          </label>
        ))}
      </fieldset>
      {places.map(({ place, criterion }, n) => (
        <fieldset key={place} className={styles.criterion}>
          <legend>{t("words.criterion", { number: n + 1 })}</legend>
          {parts.slice(0, 2).map((part) => (
            <TextField
              key={part}
              label={t(`words.${part}`)}
              name={`${part}${place}`}
              required
              defaultValue={criterion?.[part] ?? ""}
              error={asked.errorAt(`words.criteria.${n}.${part}`)}
            />
          ))}
          <div className={styles.range}>
            {parts.slice(2).map((part) => (
              <TextField
                key={part}
                label={t(`words.${part}`)}
                name={`${part}${place}`}
                required
                maxLength={100}
                defaultValue={criterion?.[part] ?? ""}
                error={asked.errorAt(`words.criteria.${n}.${part}`)}
              />
            ))}
          </div>
          {places.length > 1 && (
            <div>
              <Button
                size="small"
                onClick={() =>
                  setPlaces(places.filter((one) => one.place !== place))
                }
              >
                {t("words.takeAway", { number: n + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          icon="plus"
          onClick={() =>
            setPlaces([
              ...places,
              { place: (places.at(-1)?.place ?? 0) + 1, criterion: null },
            ])
          }
        >
          {t("words.add")}
        </Button>
      </div>
    </AskDialog>
  );
}
