// Somebody did not come: the coordinator says what becomes of the place before it is given away.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { changeReferral } from "../change-referral.js";
import { giveBack, moveReferral } from "../move-referral.js";
import { Referral } from "../referral.js";
import { ReferralMoved, referralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { NoShowAnswer } from "./appointment.js";
import { checkMoment } from "./appointment-input.js";
import { sameMoment } from "./ask-for-another-date.js";
import { changeAppointment, latestAppointment } from "./find-appointment.js";

@InputType({ description: "What the coordinator wants after a no-show." })
export class AnswerNoShowInput {
  @Field(() => ID, { description: "Of which referral." })
  referralId!: string;

  @Field(() => Int, { description: "Number of the appointment." })
  number!: number;

  @Field(() => NoShowAnswer, { description: "What becomes of the place." })
  answer!: NoShowAnswer;

  @Field(() => Date, {
    nullable: true,
    description: "Which date would do, with ANOTHER_DATE; null: any.",
  })
  wishedFor?: Date | null;
}

export const AnswerNoShowPayload = createUnionType({
  name: "AnswerNoShowPayload",
  description: "Outcome of saying what becomes of the place.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function answerNoShow(
  work: Work,
  input: AnswerNoShowInput,
): Promise<typeof AnswerNoShowPayload> {
  return input.answer === "BREAK_OFF"
    ? breakOff(work, input)
    : keepPlace(work, input);
}

function keepPlace(
  work: Work,
  input: AnswerNoShowInput,
): Promise<typeof AnswerNoShowPayload> {
  const { answer } = input;
  return changeReferral(
    work,
    input.referralId,
    {
      event: "NoShowAnswered",
      permission: referralPolicy.answerNoShow,
      states: ["ACCEPTED"],
    },
    async (referral) => {
      const latest = await missed(work, input);
      if (!latest) return referralMoved(work.say, referral);
      const wishedFor =
        answer === "ANOTHER_DATE" ? (input.wishedFor ?? null) : null;
      if (latest.answer === answer && sameMoment(latest.wishedFor, wishedFor))
        return "done";
      const { problem } = wishedFor
        ? checkMoment(work, wishedFor, "wishedFor")
        : { problem: null };
      if (problem) return problem;
      await changeAppointment(work, latest, {
        answer,
        wishedFor,
        wishReason: null,
        askedAt: answer === "ANOTHER_DATE" ? work.now : null,
      });
      return { step: answer };
    },
  );
}

function breakOff(
  work: Work,
  input: AnswerNoShowInput,
): Promise<typeof AnswerNoShowPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "DISCONTINUED",
      sides: ["COORDINATOR"],
      event: "ReferralDiscontinued",
      permission: referralPolicy.answerNoShow,
    },
    async (referral, numbers, was) => {
      const latest = await missed(work, input);
      if (was !== "ACCEPTED" || !latest)
        return referralMoved(
          work.say,
          Object.assign(new Referral(), referral, {
            status: was,
            version: referral.version - 1,
          }),
        );
      await changeAppointment(work, latest, {
        answer: "BREAK_OFF",
        askedAt: null,
        wishedFor: null,
        wishReason: null,
      });
      await giveBack(referral, was, numbers);
      referral.finishedAt = work.now;
      referral.discontinueReason = "NO_SHOW";
      return undefined;
    },
  );
}

async function missed(work: Work, { referralId, number }: AnswerNoShowInput) {
  const id = fromGlobalId("Referral", referralId);
  const latest = await latestAppointment(work, id);
  return latest?.number === number && latest.state === "DID_NOT_COME"
    ? latest
    : null;
}
