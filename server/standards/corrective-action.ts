// A corrective action that a check asked for: the organisation says what it did, the organiser finds it done or opens it again.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import { StandardCheck } from "./standard-check.js";
import { standardPolicy } from "./standards.policy.js";

@InputType({ description: "What the organisation did." })
export class AnswerCorrectiveActionInput {
  @Field(() => ID, { description: "Of which check." })
  checkId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => String, {
    description: "What was done, 3 to 1,000 characters, nothing of a person.",
  })
  answer!: string;
}

@InputType({ description: "A corrective action that is done." })
export class FinishCorrectiveActionInput {
  @Field(() => ID, { description: "Of which check." })
  checkId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;
}

@InputType({ description: "A corrective action that is not done after all." })
export class ReopenCorrectiveActionInput {
  @Field(() => ID, { description: "Of which check." })
  checkId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => String, {
    description:
      "What is still missing, 3 to 1,000 characters, nothing of a person.",
  })
  missing!: string;
}

/** Of each step. */
export const FinishCorrectiveActionPayload = createUnionType({
  name: "FinishCorrectiveActionPayload",
  description: "Outcome of a step of a corrective action.",
  types: () => [StandardCheck, InvalidInput] as const,
});

type Outcome = typeof FinishCorrectiveActionPayload;

export async function answerCorrectiveAction(
  work: Work,
  { answer, ...asked }: AnswerCorrectiveActionInput,
): Promise<Outcome> {
  const text = answer.trim();
  return step(work, {
    ...asked,
    words: ["answer", text],
    permission: standardPolicy.answerAction,
    event: "StandardActionAnswered",
    isDone: (check) =>
      check.actionState === "ANSWERED" && check.actionAnswer === text,
    take: (check) => {
      if (!check.takesAnswer) return false;
      check.answerWith(text, localDate(work.now));
      return true;
    },
  });
}

export async function finishCorrectiveAction(
  work: Work,
  { checkId, ifVersion }: FinishCorrectiveActionInput,
): Promise<Outcome> {
  return step(work, {
    checkId,
    ifVersion,
    permission: standardPolicy.write,
    event: "StandardActionFinished",
    take: (check) => check.finish(localDate(work.now)),
  });
}

export async function reopenCorrectiveAction(
  work: Work,
  { missing, ...asked }: ReopenCorrectiveActionInput,
): Promise<Outcome> {
  const text = missing.trim();
  return step(work, {
    ...asked,
    words: ["missing", text],
    permission: standardPolicy.write,
    event: "StandardActionReopened",
    isDone: (check) =>
      check.actionState === "OPEN" && check.actionMissing === text,
    take: (check) => check.reopen(text, localDate(work.now)),
  });
}

interface Step {
  checkId: string;
  ifVersion: number;
  /** What is said with it, and at which path. */
  words?: readonly [path: string, text: string];
  permission: Expression<{ centreId: string; partnerId: string }>;
  event: string;
  /** Said again: it is done already. */
  isDone?(check: StandardCheck): boolean;
  /** False where the rules of the action do not let it. */
  take(check: StandardCheck): boolean;
}

async function step(
  work: Work,
  { checkId, ifVersion, words, permission, event, ...asked }: Step,
): Promise<Outcome> {
  const { centreId, manager } = work;
  const checks = manager.getRepository(StandardCheck);
  const id = fromGlobalId("StandardCheck", checkId);
  const known = await checks.findOneBy({ centreId, id });
  if (!known || !allows(standardPolicy.readCheck, work.actor, known))
    return unknownNoun(work.say, "checkId", {
      pl: "Nie ma takiego sprawdzenia.",
      en: "There is no such check.",
    });
  authorize(work, permission, known);
  const problem = words && faultIn(work, ...words);
  if (problem) return problem;
  const check = await checks.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (asked.isDone?.(check)) return check;
  if (check.version !== ifVersion || !asked.take(check))
    return unknownNoun(work.say, "ifVersion", {
      pl: "To działanie wygląda już inaczej. Odśwież stronę.",
      en: "This action stands otherwise by now. Reload the page.",
    });
  await manager.save(check);
  work.record({
    type: event,
    topic: "NETWORK",
    subjectId: check.id,
    partnerId: check.partnerId,
    facts: { serviceId: check.serviceId, version: check.version },
  });
  return check;
}

function faultIn(work: Work, path: string, text: string): InvalidInput | null {
  return new InputCheck(work.say)
    .that(text.length >= 3 && text.length <= 1000, path, {
      pl: "Napisz od 3 do 1000 znaków.",
      en: "Write from 3 to 1,000 characters.",
    })
    .that(!holdsPersonsNumber(text), path, noPersonsNumber).problem;
}
