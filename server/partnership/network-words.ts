// What may be said of a network: its name, its purpose, its goals, in a form and in a rule.
import { holdsPersonsNumber } from "../platform/free-text.js";
import { InputCheck } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";

/** Said of a network, as it is kept. */
export interface NetworkWords {
  name: string;
  purpose: string | null;
  goals: string[];
}

export function networkWords(given: {
  name: string;
  purpose?: string | null;
  goals: readonly string[];
}): NetworkWords {
  return {
    name: given.name.trim(),
    purpose: given.purpose?.trim() || null,
    goals: given.goals.map((goal) => goal.trim()).filter(Boolean),
  };
}

export const noPersonsNumber = {
  pl: "Usuń z tekstu PESEL i numery telefonów. Tu ich nie zapisujemy.",
  en: "Take PESEL and telephone numbers out of the text. They are not kept here.",
};

export function checkNetworkWords(
  say: Say,
  { name, purpose, goals }: NetworkWords,
): InputCheck {
  return new InputCheck(say)
    .that(name.length >= 3 && name.length <= 120, "name", {
      pl: "Nazwa ma mieć od 3 do 120 znaków.",
      en: "A name has from 3 to 120 characters.",
    })
    .that((purpose?.length ?? 0) <= 500, "purpose", {
      pl: "Cel istnienia sieci: najwyżej 500 znaków.",
      en: "A purpose has at most 500 characters.",
    })
    .that(
      goals.length <= 10 && goals.every((goal) => goal.length <= 200),
      "goals",
      {
        pl: "Najwyżej 10 celów, każdy do 200 znaków.",
        en: "At most 10 goals, each of up to 200 characters.",
      },
    )
    .that(!holdsPersonsNumber(name), "name", noPersonsNumber)
    .that(!holdsPersonsNumber(purpose ?? ""), "purpose", noPersonsNumber)
    .that(!goals.some(holdsPersonsNumber), "goals", noPersonsNumber);
}

/** When an organisation signed that it joins is known once it has. */
export const declaredLater = {
  pl: "Deklarację podpisano najpóźniej dziś. Podaj dzień z tego papieru.",
  en: "A declaration was signed today at the latest. Give the day on the paper.",
};
