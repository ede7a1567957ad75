// What the verbs of the desk share: words that name nobody, who acts, and the next number.
import { Field, ObjectType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";
import {
  holdsPersonsNumber,
  noPersonsNumber,
} from "../../platform/free-text.js";
import type { InputCheck } from "../../platform/graphql/problem.js";
import { Problem } from "../../platform/graphql/problem.js";
import type { Words } from "../../platform/graphql/words.js";
import type { Breach } from "./breach.js";
import { namesSomebody } from "./desk-names.js";
import type { ResidentRequest } from "./resident-request.js";

export function checkPlain(
  check: InputCheck,
  path: string,
  text: string,
  most: number,
): InputCheck {
  return check
    .that(text.trim() !== "" && text.length <= most, path, {
      pl: `Napisz to w kilku zdaniach, najwyżej tyle znaków: ${String(most)}.`,
      en: `Say it in a few sentences, at most ${String(most)} characters.`,
    })
    .that(!holdsPersonsNumber(text), path, noPersonsNumber)
    .that(!namesSomebody(text), path, noName);
}

export const noName: Words = {
  pl: "To wygląda na imię i nazwisko. Napisz pseudonim sprawy albo „osoba”.",
  en: "This looks like somebody's name. Write the pseudonym of the case, or “the person”.",
};

export async function nameOfActor(work: Work): Promise<string> {
  const [account] = await work.rows<{ name: string }>(
    `select name from account where id = $1`,
    [signedIn(work).accountId],
  );
  return account?.name ?? "";
}

/** Of two at once the second waits, and takes the one after. */
export async function nextNumber(
  work: Work,
  noun: typeof ResidentRequest | typeof Breach,
): Promise<number> {
  const { centreId } = work;
  await work.alone(`${noun.name} ${centreId}`);
  const last = await work.manager.getRepository(noun).maximum("number", {
    centreId,
  });
  return (last ?? 0) + 1;
}

@ObjectType({
  implements: Problem,
  description:
    "Somebody was quicker, or it is decided already. Nothing was changed.",
})
export class DeskMoved extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

export const deskMoved = (work: Work) =>
  new DeskMoved(
    work.say({
      pl: "To zmieniło się w tym czasie. Zobacz, jak jest teraz.",
      en: "This changed meanwhile. See how it is now.",
    }),
  );
