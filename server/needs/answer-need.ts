// Who keeps the register notes how far a need has come and what it is to be answered by; it may get words of its own.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { noFewPersons, tellsFewPersons } from "./few-persons.js";
import { Need } from "./need.js";
import { NeedStatus, nextOf, PlannedAnswer } from "./need-kind.js";
import { needPolicy } from "./needs.policy.js";

@InputType({ description: "How far a need has come." })
export class AnswerNeedInput {
  @Field(() => ID, { description: "Which need." })
  needId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => NeedStatus, {
    description: "As it is, or the next; not pursued from any but met.",
  })
  status!: NeedStatus;

  @Field(() => PlannedAnswer, {
    nullable: true,
    description: "What it is to be answered by; from PLANNED on it is needed.",
  })
  plannedAnswer?: PlannedAnswer | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What is planned or done, or why not; at most 300 characters, nothing of anybody.",
  })
  answerNote?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What is lacking, 5 to 200 characters, nothing of anybody; left out: as it is.",
  })
  title?: string | null;
}

@ObjectType({
  implements: Problem,
  description: "Somebody changed the need. Nothing was changed.",
})
export class NeedMoved extends Problem {
  @Field(() => Need, { description: "The need as it is now." })
  need: Need;

  constructor(message: string, need: Need) {
    super(message);
    this.need = need;
  }
}

export const AnswerNeedPayload = createUnionType({
  name: "AnswerNeedPayload",
  description: "Outcome of noting how far a need has come.",
  types: () => [Need, NeedMoved, InvalidInput] as const,
});

export async function answerNeed(
  work: Work,
  input: AnswerNeedInput,
): Promise<typeof AnswerNeedPayload> {
  signedIn(work);
  const { centreId } = work;
  const needs = work.manager.getRepository(Need);
  const id = fromGlobalId("Need", input.needId);
  const seen = await needs.findOneBy({ centreId, id });
  if (!seen || seen.withdrawnAt || !allows(needPolicy.read, work.actor, seen))
    return unknownNoun(work.say, "needId", {
      pl: "Nie ma takiej potrzeby.",
      en: "There is no such need.",
    });
  authorize(work, needPolicy.answer, seen);
  const need = await needs.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (need.version !== input.ifVersion) return moved(work, need);
  const problem = faults(work, input, need);
  if (problem) return problem;
  const said = {
    status: input.status,
    plannedAnswer: input.plannedAnswer ?? null,
    answerNote: input.answerNote?.trim() || null,
    title: input.title?.trim() || need.title,
    version: need.version + 1,
  };
  await needs.update({ centreId, id }, said);
  work.record({
    type: "NeedAnswered",
    topic: "NETWORK",
    subjectId: id,
    facts: { status: said.status, version: said.version },
  });
  return Object.assign(need, said);
}

function moved(work: Work, need: Need): NeedMoved {
  return new NeedMoved(
    work.say({
      pl: "Ktoś w tym czasie zmienił tę potrzebę. Zobacz, jaka jest teraz.",
      en: "Somebody changed this need meanwhile. See what it is now.",
    }),
    need,
  );
}

const PLANNED: readonly NeedStatus[] = ["PLANNED", "BEING_MET", "MET"];

function faults(
  work: Work,
  { status, plannedAnswer, answerNote, title }: AnswerNeedInput,
  need: Need,
): InvalidInput | null {
  const note = answerNote?.trim() ?? "";
  const words = title?.trim() ?? "";
  return new InputCheck(work.say)
    .that(
      status === need.status || nextOf(need.status).includes(status),
      "status",
      {
        pl: "Tego kroku nie można zrobić z tego stanu. Idź po kolei.",
        en: "This step cannot be taken from where the need is. Go in order.",
      },
    )
    .that(
      !PLANNED.includes(status) || Boolean(plannedAnswer),
      "plannedAnswer",
      {
        pl: "Wybierz, jaka jest odpowiedź na tę potrzebę.",
        en: "Say what the need is to be answered by.",
      },
    )
    .that(note.length <= 300, "answerNote", {
      pl: "Napisz najwyżej 300 znaków.",
      en: "Write at most 300 characters.",
    })
    .that(!holdsPersonsNumber(note), "answerNote", noPersonsNumber)
    .that(!tellsFewPersons(note), "answerNote", noFewPersons)
    .that(words === "" || (words.length >= 5 && words.length <= 200), "title", {
      pl: "Opisz potrzebę: od 5 do 200 znaków.",
      en: "Describe the need: from 5 to 200 characters.",
    })
    .that(!holdsPersonsNumber(words), "title", noPersonsNumber)
    .that(!tellsFewPersons(words), "title", noFewPersons).problem;
}
