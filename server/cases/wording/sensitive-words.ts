// A question before words leave that look like somebody's health, addiction, degree of disability or criminal record; its writer answers it.
import { Field, ObjectType } from "type-graphql";

import { InvalidField, Problem } from "../../platform/graphql/problem.js";
import type { Say, Words } from "../../platform/graphql/words.js";
import { type Found, sensitiveIn } from "./sensitive-in.js";
import type { Sensitive } from "./sensitive-stems.js";

@ObjectType({
  implements: Problem,
  description:
    "A question: the text looks as if it told of somebody's health, addiction, degree of disability or criminal record. The same input with `sensitiveWordsMeant` goes through.",
})
export class SensitiveWords extends Problem {
  @Field(() => [InvalidField], { description: "Where, and which words." })
  fields: InvalidField[];

  constructor(message: string, fields: InvalidField[]) {
    super(message);
    this.fields = fields;
  }
}

/** What the flag of each input says. */
export const MEANT =
  "The writer was asked by SensitiveWords, and the words stay as they are.";

const ABOUT: Readonly<Record<Sensitive, Words>> = {
  HEALTH: { pl: "o zdrowiu", en: "about health" },
  ADDICTION: { pl: "o uzależnieniu", en: "about an addiction" },
  DISABILITY: {
    pl: "o niepełnosprawności albo jej stopniu",
    en: "about a disability or its degree",
  },
  RECORD: {
    pl: "o karze albo kurateli",
    en: "about a sentence or a probation officer",
  },
};

function wordsFor({ about, said }: Found): Words {
  return {
    pl: `To wygląda na informację ${ABOUT[about].pl}: „${said}”. Napisz, czego potrzeba, a nie dlaczego.`,
    en: `This looks like information ${ABOUT[about].en}: “${said}”. Say what is needed, not why.`,
  };
}

/** @param texts by where they stand in the input; null: nothing that anybody else will read */
export function doubtWords(
  say: Say,
  isMeant: boolean | null | undefined,
  texts: Readonly<Record<string, string | null | undefined>>,
): SensitiveWords | null {
  if (isMeant) return null;
  const fields = Object.entries(texts).flatMap(([path, text]) => {
    const found = text ? sensitiveIn(text) : null;
    return found ? [new InvalidField(path, say(wordsFor(found)))] : [];
  });
  const [first] = fields;
  return first ? new SensitiveWords(first.message, fields) : null;
}
