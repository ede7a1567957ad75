// What the organiser says of an obstacle, and what is asked of her words.
import { Field, InputType } from "type-graphql";

import { holdsPersonsNumber } from "../platform/free-text.js";
import { InputCheck } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { noPersonsNumber } from "./network-words.js";
import type { ParticipationObstacle } from "./participation-obstacle.js";
import { ObstacleKind, ObstacleState } from "./participation-obstacle.js";

@InputType({ description: "What is said of an obstacle." })
export class ObstacleWordsInput {
  @Field(() => ObstacleKind, { description: "What stands in the way." })
  kind!: ObstacleKind;

  @Field(() => String, {
    nullable: true,
    description:
      "In more words, 3 to 500 characters, nothing of anybody; must be there for OTHER.",
  })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The help given, 3 to 500 characters, nothing of anybody; must be there once it is helped.",
  })
  help?: string | null;

  @Field(() => ObstacleState, { description: "How far it is overcome." })
  state!: ObstacleState;
}

type Words = Pick<ParticipationObstacle, "kind" | "note" | "help" | "state">;

export function writtenOf({
  kind,
  note,
  help,
  state,
}: ObstacleWordsInput): Words {
  return {
    kind,
    note: note?.trim() || null,
    help: help?.trim() || null,
    state,
  };
}

export function checkObstacle(
  say: Say,
  { kind, note, help, state }: Words,
): InputCheck {
  const isShort = (text: string | null) =>
    text === null || (text.length >= 3 && text.length <= 500);
  const length = {
    pl: "Napisz od 3 do 500 znaków.",
    en: "Write from 3 to 500 characters.",
  };
  return new InputCheck(say)
    .that(isShort(note), "words.note", length)
    .that(kind !== "OTHER" || note !== null, "words.note", {
      pl: "Napisz, co przeszkadza.",
      en: "Write what stands in the way.",
    })
    .that(!holdsPersonsNumber(note ?? ""), "words.note", noPersonsNumber)
    .that(isShort(help), "words.help", length)
    .that(state === "OPEN" || help !== null, "words.help", {
      pl: "Napisz, jaka to pomoc.",
      en: "Write what help it is.",
    })
    .that(!holdsPersonsNumber(help ?? ""), "words.help", noPersonsNumber);
}
