// What is written of a resource when it is added or changed, and whether it fits.
import { Field, InputType, Int } from "type-graphql";

import { InputCheck } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import type { Resource } from "./resource.js";
import { ResourceKind } from "./resource-kind.js";
import { trimmed, wordsFit } from "./resource-problems.js";

const MOST_PIECES = 10_000;

@InputType({ description: "What is said of a resource." })
export class ResourceWordsInput {
  @Field(() => ResourceKind, { description: "What it is." })
  kind!: ResourceKind;

  @Field(() => String, { description: "From 3 to 120 characters." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is like and on what conditions, at most 1,000.",
  })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "When it is to be had, at most 200 characters.",
  })
  availableWhen?: string | null;

  @Field(() => Int, { description: "Pieces, from 1 to 10,000." })
  quantity!: number;

  @Field(() => Boolean, { description: "Others may ask to borrow it." })
  lendable!: boolean;
}

export function checkWords(say: Say, words: ResourceWordsInput): InputCheck {
  const check = new InputCheck(say)
    .that(words.name.trim().length >= 3, "words.name", {
      pl: "Nazwa ma mieć co najmniej 3 znaki.",
      en: "A name has at least 3 characters.",
    })
    .that(
      words.quantity >= 1 && words.quantity <= MOST_PIECES,
      "words.quantity",
      {
        pl: "Podaj liczbę od 1 do 10 000.",
        en: "Give a number from 1 to 10,000.",
      },
    );
  wordsFit(check, "words.name", words.name, 120);
  wordsFit(check, "words.description", words.description, 1000);
  return wordsFit(check, "words.availableWhen", words.availableWhen, 200);
}

export function written(words: ResourceWordsInput) {
  return {
    kind: words.kind,
    name: words.name.trim(),
    description: trimmed(words.description),
    availableWhen: trimmed(words.availableWhen),
    quantity: words.quantity,
    lendable: words.lendable,
  } satisfies Partial<Resource>;
}
