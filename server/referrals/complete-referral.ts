// The service came to its end, with what was delivered and how it ended: standing loads come back.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { giveBack, moveReferral } from "./move-referral.js";
import { checkWording } from "./questions/wording.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which running referral ends." })
export class CompleteReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "What was delivered in all: visits of a person where places are counted, else units; null: what the lists of attendance say.",
  })
  deliveredUnits?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "How it ended, in words that name nobody; at most 300 characters.",
  })
  result?: string | null;
}

export const CompleteReferralPayload = createUnionType({
  name: "CompleteReferralPayload",
  description: "Outcome of completing.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

const MOST_UNITS = 100_000;
const LONGEST_RESULT = 300;

export function completeReferral(
  work: Work,
  input: CompleteReferralInput,
): Promise<typeof CompleteReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "COMPLETED",
      sides: ["PARTNER"],
      event: "ReferralCompleted",
      permission: referralPolicy.complete,
    },
    async (referral, numbers, was) => {
      const result = input.result?.trim() ?? "";
      const units = input.deliveredUnits ?? null;
      const { problem } = await checkWording(
        work,
        referral,
        new InputCheck(work.say).that(
          units === null || (units >= 0 && units <= MOST_UNITS),
          "deliveredUnits",
          {
            pl: "Podaj liczbę od 0 do 100 000.",
            en: "Give a number from 0 to 100,000.",
          },
        ),
        { path: "result", text: result, most: LONGEST_RESULT },
      );
      if (problem) return problem;
      // else it stays what the lists say, also those that are written later
      referral.deliveredUnits = units;
      referral.result = result || null;
      await giveBack(referral, was, numbers);
      referral.finishedAt = work.now;
      return undefined;
    },
  );
}
