// The service came to its end: standing loads come back.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { giveBack, moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which running referral ends." })
export class CompleteReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;
}

export const CompleteReferralPayload = createUnionType({
  name: "CompleteReferralPayload",
  description: "Outcome of completing.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

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
      await giveBack(referral, was, numbers);
      referral.finishedAt = work.now;
      return undefined;
    },
  );
}
