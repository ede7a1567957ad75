// Choices of many, or the choice of one among many: found by typing; what is chosen stays in sight.
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { Group, TextField } from "./Field.js";
import styles from "./FilteredChoices.module.css";
import { foldWords } from "./fold-words.js";
import { join } from "./join.js";

export interface Choice {
  id: string;
  name: string;
  /** Found by these as well. */
  alsoKnownAs?: string;
}

interface Props {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isRequired?: boolean;
  choices: readonly Choice[];
  /** Only one is chosen. */
  isOne?: boolean;
  /** Stands first, whatever is typed. */
  otherwise?: Choice;
  isChosen(id: string): boolean;
  onChoose(id: string, isChosen: boolean): void;
  /** What is asked of a choice that is made. */
  further?(choice: Choice): ReactNode;
}

/** So many are seen at a glance. */
const FEW = 8;

export function FilteredChoices(props: Props) {
  const { isOne, otherwise, isChosen, onChoose, further, ...rest } = props;
  const { choices, ...group } = rest;
  const { t } = useTranslation("design");
  const radios = useId();
  const [typed, setTyped] = useState("");
  const wanted = foldWords(typed.trim());
  const chosen = choices.filter(({ id }) => isChosen(id));
  const fits = ({ name, alsoKnownAs = "" }: Choice) =>
    foldWords(`${name} ${alsoKnownAs}`).includes(wanted);
  const found = choices.filter((one) => isChosen(one.id) || fits(one));
  const shown = otherwise ? [otherwise, ...found] : found;
  return (
    <Group {...group}>
      {choices.length > FEW && (
        <TextField
          label={t("choices.find")}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            // Enter looks for, it does not send the form
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      )}
      <p role="status" className={styles.found}>
        {chosen.length > 0 &&
          t("choices.chosen", {
            names: chosen.map((one) => one.name).join(", "),
          })}{" "}
        {wanted && t("choices.found", { count: found.filter(fits).length })}
      </p>
      <ul className={join(styles.choices, isOne && styles.one)}>
        {shown.map((choice) => (
          <li key={choice.id}>
            <label className={styles.choice}>
              <input
                type={isOne ? "radio" : "checkbox"}
                name={isOne ? radios : undefined}
                checked={isChosen(choice.id)}
                onChange={({ target }) => onChoose(choice.id, target.checked)}
              />
              {choice.name}
            </label>
            {isChosen(choice.id) && further?.(choice)}
          </li>
        ))}
      </ul>
    </Group>
  );
}
