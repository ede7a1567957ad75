// The owner answers a request to borrow, says when the thing is back or calls off what it promised; who asked takes the request back.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import { holdStanding } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { faultsOfReason, speaksForAnother } from "../platform/on-behalf.js";
import type { Actor } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import { activeOf } from "./active-of.js";
import { LoanRequest } from "./loan-request.js";
import { mostPromised } from "./promised.js";
import { Resource } from "./resource.js";
import type { LoanState } from "./resource-kind.js";
import { LoanAnswer } from "./resource-kind.js";
import {
  LoanMoved,
  loanMoved,
  ResourcePromised,
  resourcePromised,
  unknownLoan,
  wordsFit,
} from "./resource-problems.js";
import { loanPolicy } from "./resources.policy.js";
import { tellOfTakenBack } from "./tell-of-loan.js";

@InputType({ description: "What the owner says to a request." })
export class AnswerLoanInput {
  @Field(() => ID, { description: "Which request." })
  loanRequestId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => LoanAnswer, { description: "The answer." })
  answer!: LoanAnswer;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, in up to 200 characters; required of the hub, who answers for another organisation.",
  })
  reason?: string | null;
}

@InputType({
  description:
    "A request that is not needed any more, or a promise that cannot be kept.",
})
export class TakeBackLoanInput {
  @Field(() => ID, { description: "Which request." })
  loanRequestId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, {
    description:
      "Why, 3 to 200 characters, nothing of a person; both sides read it.",
  })
  reason!: string;
}

export const AnswerLoanPayload = createUnionType({
  name: "AnswerLoanPayload",
  description: "Outcome of answering a request.",
  types: () =>
    [LoanRequest, LoanMoved, ResourcePromised, InvalidInput] as const,
});

export const TakeBackLoanPayload = createUnionType({
  name: "TakeBackLoanPayload",
  description: "Outcome of taking a request back.",
  types: () => [LoanRequest, LoanMoved, InvalidInput] as const,
});

export async function answerLoan(
  work: Work,
  input: AnswerLoanInput,
): Promise<typeof AnswerLoanPayload> {
  const { answer } = input;
  const loan = await lockLoan(work, input, answer, loanPolicy.answer);
  if (!(loan instanceof LoanRequest) || loan.state === answer) return loan;
  const onBehalf = speaksForAnother(work.actor, loan.partnerId);
  const reason = input.reason?.trim() || null;
  const problem = onBehalf ? faultsOfReason(work.say, reason) : null;
  if (problem) return problem;
  loan.onBehalfReason = onBehalf ? reason : loan.onBehalfReason;
  if (answer === "RETURNED") {
    const { problem: early } = new InputCheck(work.say).that(
      loan.fromOn <= localDate(work.now),
      "answer",
      {
        pl: "Te dni jeszcze nie nadeszły, więc nie ma czego zwrócić. Jeśli pożyczki nie będzie, odwołaj ją.",
        en: "These days are still to come, so there is nothing to give back. If there is no loan, call it off.",
      },
    );
    if (early) return early;
  }
  if (answer === "AGREED") {
    const notToBeHad = await whyNotToBeHad(work, loan);
    if (notToBeHad) return notToBeHad;
  }
  return move(work, loan, answer, "LoanAnswered");
}

export async function takeBackLoan(
  work: Work,
  input: TakeBackLoanInput,
): Promise<typeof TakeBackLoanPayload> {
  const loan = await lockLoan(work, input, "TAKEN_BACK", loanPolicy.takeBack);
  if (!(loan instanceof LoanRequest) || loan.state === "TAKEN_BACK")
    return loan;
  if (!mayTakeBack(work.actor, loan, localDate(work.now)))
    return loanMoved(work.say, loan);
  const reason = input.reason.trim();
  const check = new InputCheck(work.say).that(reason.length >= 3, "reason", {
    pl: "Napisz w kilku słowach, dlaczego.",
    en: "Write in a few words why.",
  });
  const { problem } = wordsFit(check, "reason", reason, 200);
  if (problem) return problem;
  loan.takenBackReason = reason;
  await tellOfTakenBack(work, loan);
  return move(work, loan, "TAKEN_BACK", "LoanTakenBack");
}

/** Who lends has answered a request before there is anything to call off; what was lent and is over comes back. */
export function mayTakeBack(
  actor: Actor,
  loan: LoanRequest,
  day: string,
): boolean {
  return (
    loan.canBecome("TAKEN_BACK") &&
    allows(loanPolicy.takeBack, actor, loan) &&
    (loan.state === "AGREED"
      ? loan.toOn >= day
      : allows(loanPolicy.takeBackUnanswered, actor, loan))
  );
}

/** Two answers at once meet at the resource: the second counts what the first promised. */
async function whyNotToBeHad(
  work: Work,
  loan: LoanRequest,
): Promise<ResourcePromised | InvalidInput | null> {
  const { centreId, resourceId, fromOn, toOn, quantity } = loan;
  const resource = await work.manager.getRepository(Resource).findOneOrFail({
    where: { centreId, id: resourceId },
    lock: { mode: "pessimistic_write" },
  });
  // neither side leaves the network between this look and the commit
  for (const side of [loan.partnerId, loan.askingPartnerId].sort())
    await holdStanding(work, side, "SHARED");
  const active = await activeOf(work, [loan.partnerId, loan.askingPartnerId]);
  const { problem } = new InputCheck(work.say)
    .that(active.has(loan.partnerId), "answer", {
      pl: "Pożyczać można, gdy organizacja jest w sieci. Właściciel teraz w niej nie działa.",
      en: "Who is in the network lends. The owner is not active in it now.",
    })
    .that(active.has(loan.askingPartnerId), "answer", {
      pl: "Organizacja, która prosi, nie działa teraz w sieci.",
      en: "The organisation that asks is not active in the network now.",
    })
    .that(resource.isToBeHad, "answer", {
      pl: "Tego zasobu teraz się nie pożycza. Udostępnij go znowu albo odpisz, że się nie da.",
      en: "This resource is not lent now. Offer it again, or answer that it is not possible.",
    })
    .that(toOn >= localDate(work.now), "answer", {
      pl: "Te dni już minęły. Odpisz, że się nie da – mogą poprosić o inne.",
      en: "These days have passed. Answer that it is not possible: they may ask for others.",
    });
  if (problem) return problem;
  const promised = await mostPromised(work, {
    centreId,
    resourceId,
    from: fromOn,
    to: toOn,
  });
  const left = resource.quantity - promised;
  return left < quantity ? resourcePromised(work.say, left) : null;
}

/** Nobody else moves it until the work ends; what is said again is done already. */
async function lockLoan(
  work: Work,
  asked: { loanRequestId: string; ifVersion: number },
  state: LoanState,
  permission: Expression<
    Pick<LoanRequest, "centreId" | "partnerId" | "askingPartnerId">
  >,
): Promise<LoanRequest | LoanMoved | InvalidInput> {
  signedIn(work);
  const { centreId } = work;
  const id = fromGlobalId("LoanRequest", asked.loanRequestId);
  const loans = work.manager.getRepository(LoanRequest);
  const seen = await loans.findOneBy({ centreId, id });
  if (!seen || !allows(loanPolicy.read, work.actor, seen))
    return unknownLoan(work.say);
  authorize(work, permission, seen);
  const loan = await loans.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (loan.state === state) return loan;
  return loan.version === asked.ifVersion && loan.canBecome(state)
    ? loan
    : loanMoved(work.say, loan);
}

async function move(
  work: Work,
  loan: LoanRequest,
  state: LoanState,
  type: "LoanAnswered" | "LoanTakenBack",
): Promise<LoanRequest> {
  const { centreId, id } = loan;
  loan.become(state, work.now);
  const { answeredAt, onBehalfReason, takenBackReason, version } = loan;
  await work.manager
    .getRepository(LoanRequest)
    .update(
      { centreId, id },
      { state, answeredAt, onBehalfReason, takenBackReason, version },
    );
  recordLoan(work, type, loan);
  return loan;
}

/** Where the hub spoke for the side whose step it is, the event says for whom. */
export function recordLoan(
  work: Work,
  type: "LoanAsked" | "LoanAnswered" | "LoanTakenBack",
  loan: LoanRequest,
): void {
  const { resourceId, partnerId, askingPartnerId, state, version } = loan;
  const isOwners =
    "partnerId" in work.actor && work.actor.partnerId === partnerId;
  const speaker =
    type === "LoanAnswered" || (type === "LoanTakenBack" && isOwners)
      ? partnerId
      : askingPartnerId;
  work.record({
    type,
    topic: "NETWORK",
    subjectId: loan.id,
    partnerId,
    facts: {
      resourceId,
      askingPartnerId,
      state,
      version,
      from: loan.fromOn,
      to: loan.toOn,
      quantity: loan.quantity,
      ...(speaksForAnother(work.actor, speaker) ? { onBehalfOf: speaker } : {}),
    },
  });
}
