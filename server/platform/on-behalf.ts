// Why somebody speaks in the place of another organisation: needed then, and free of anybody's number.
import { holdsPersonsNumber } from "./free-text.js";
import { InputCheck, type InvalidInput } from "./graphql/problem.js";
import type { Say } from "./graphql/words.js";
import type { Actor } from "./permission/actor.js";

export function speaksForAnother(actor: Actor, partnerId: string): boolean {
  return "partnerId" in actor && actor.partnerId !== partnerId;
}

/** @param reason asked for where somebody speaks for another, else left out */
export function faultsOfReason(
  say: Say,
  reason: string | null,
): InvalidInput | null {
  return new InputCheck(say)
    .that((reason?.length ?? 0) >= 1, "reason", {
      pl: "Podaj powód: mówisz w imieniu innej organizacji.",
      en: "Give a reason: you speak for another organisation.",
    })
    .that((reason?.length ?? 0) <= 200, "reason", {
      pl: "Powód: najwyżej 200 znaków.",
      en: "A reason has at most 200 characters.",
    })
    .that(!holdsPersonsNumber(reason ?? ""), "reason", {
      pl: "Usuń z tekstu PESEL i numery telefonów. Tu ich nie zapisujemy.",
      en: "Take PESEL and telephone numbers out of the text. They are not kept here.",
    }).problem;
}
