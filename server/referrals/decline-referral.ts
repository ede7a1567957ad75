// The partner has no possibility to take somebody: the hold ends at once.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { giveBack, moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { DeclineReason } from "./referral-status.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which referral cannot be taken, and why." })
export class DeclineReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => DeclineReason, { description: "Why not." })
  reason!: DeclineReason;
}

export const DeclineReferralPayload = createUnionType({
  name: "DeclineReferralPayload",
  description: "Outcome of declining.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function declineReferral(
  work: Work,
  input: DeclineReferralInput,
): Promise<typeof DeclineReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "DECLINED",
      sides: ["PARTNER"],
      event: "ReferralDeclined",
      permission: referralPolicy.decline,
    },
    async (referral, numbers, was) => {
      await giveBack(referral, was, numbers);
      referral.openedAt ??= work.now;
      referral.decidedAt = work.now;
      referral.finishedAt = work.now;
      referral.declineReason = input.reason;
      return undefined;
    },
  );
}
