// The organisation answers a shortfall, and the organiser closes it with its result or opens it again.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import type { Expression } from "../platform/permission/expression.js";
import { findShortfall } from "./find-order.js";
import type { AccountsRow } from "./fulfilment.policy.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import {
  sentencesFit,
  ShortfallMoved,
  shortfallMoved,
  unknownShortfall,
} from "./fulfilment-problems.js";
import { Shortfall } from "./shortfall.js";

@InputType({ description: "What the organisation says to a shortfall." })
export class AnswerShortfallInput {
  @Field(() => ID, { description: "Which shortfall." })
  shortfallId!: string;

  @Field(() => String, {
    description: "The answer, 3 to 1000 characters, nothing of a person.",
  })
  answer!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

@InputType({ description: "What came of a shortfall." })
export class CloseShortfallInput {
  @Field(() => ID, { description: "Which shortfall." })
  shortfallId!: string;

  @Field(() => String, {
    description: "The result, 3 to 1000 characters, nothing of a person.",
  })
  result!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

@InputType({ description: "What is still missing." })
export class ReopenShortfallInput {
  @Field(() => ID, { description: "Which shortfall." })
  shortfallId!: string;

  @Field(() => String, {
    description: "The words, 3 to 1000 characters, nothing of a person.",
  })
  missing!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export const AnswerShortfallPayload = createUnionType({
  name: "AnswerShortfallPayload",
  description: "Outcome of answering a shortfall.",
  types: () => [Shortfall, ShortfallMoved, InvalidInput] as const,
});

export const CloseShortfallPayload = createUnionType({
  name: "CloseShortfallPayload",
  description: "Outcome of closing a shortfall.",
  types: () => [Shortfall, ShortfallMoved, InvalidInput] as const,
});

export const ReopenShortfallPayload = createUnionType({
  name: "ReopenShortfallPayload",
  description: "Outcome of opening a shortfall again.",
  types: () => [Shortfall, ShortfallMoved, InvalidInput] as const,
});

export async function answerShortfall(
  work: Work,
  { shortfallId, answer, ifVersion }: AnswerShortfallInput,
): Promise<typeof AnswerShortfallPayload> {
  const text = answer.trim();
  return change(work, {
    shortfallId,
    ifVersion,
    path: "answer",
    text,
    permission: fulfilmentPolicy.answer,
    event: "ShortfallAnswered",
    isDone: (shortfall) =>
      shortfall.state === "ANSWERED" && shortfall.answer === text,
    apply: (shortfall) => shortfall.answerWith(text, work.now),
  });
}

export async function closeShortfall(
  work: Work,
  { shortfallId, result, ifVersion }: CloseShortfallInput,
): Promise<typeof CloseShortfallPayload> {
  const text = result.trim();
  return change(work, {
    shortfallId,
    ifVersion,
    path: "result",
    text,
    permission: fulfilmentPolicy.close,
    event: "ShortfallClosed",
    isDone: (shortfall) =>
      shortfall.state === "CLOSED" && shortfall.result === text,
    apply: (shortfall) => shortfall.close(text, work.now),
  });
}

export async function reopenShortfall(
  work: Work,
  { shortfallId, missing, ifVersion }: ReopenShortfallInput,
): Promise<typeof ReopenShortfallPayload> {
  const text = missing.trim();
  return change(work, {
    shortfallId,
    ifVersion,
    path: "missing",
    text,
    permission: fulfilmentPolicy.close,
    event: "ShortfallReopened",
    isDone: (shortfall) =>
      shortfall.state === "OPEN" && shortfall.missing === text,
    apply: (shortfall) => shortfall.reopen(text, localDate(work.now)),
  });
}

interface Change {
  shortfallId: string;
  ifVersion: number;
  path: string;
  text: string;
  permission: Expression<AccountsRow>;
  event: string;
  /** Said again: it is done already. */
  isDone(shortfall: Shortfall): boolean;
  /** False where the rules of the shortfall do not let it. */
  apply(shortfall: Shortfall): boolean;
}

async function change(
  work: Work,
  { path, text, permission, event, ...asked }: Change,
): Promise<Shortfall | ShortfallMoved | InvalidInput> {
  signedIn(work);
  const seen = await findShortfall(work, asked.shortfallId);
  if (!seen) return unknownShortfall(work.say);
  authorize(work, permission, seen);
  const { problem } = sentencesFit(new InputCheck(work.say), path, text);
  if (problem) return problem;
  const { centreId, id, partnerId } = seen;
  const shortfalls = work.manager.getRepository(Shortfall);
  const shortfall = await shortfalls.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (asked.isDone(shortfall)) return shortfall;
  if (shortfall.version !== asked.ifVersion || !asked.apply(shortfall))
    return shortfallMoved(work.say, shortfall);
  const { state, answer, answeredAt, result, closedAt, missing, dueOn } =
    shortfall;
  const { version } = shortfall;
  await shortfalls.update(
    { centreId, id },
    { state, answer, answeredAt, result, closedAt, missing, dueOn, version },
  );
  work.record({
    type: event,
    topic: "NETWORK",
    subjectId: id,
    partnerId,
    facts: { state, version },
  });
  return shortfall;
}
