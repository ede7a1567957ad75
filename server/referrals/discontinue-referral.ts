// Broken off, before the start or after it, by the partner or the coordinator.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { giveBack, moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { DiscontinueReason } from "./referral-status.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which referral is broken off, and why." })
export class DiscontinueReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => DiscontinueReason, { description: "Why." })
  reason!: DiscontinueReason;
}

export const DiscontinueReferralPayload = createUnionType({
  name: "DiscontinueReferralPayload",
  description: "Outcome of breaking off.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function discontinueReferral(
  work: Work,
  input: DiscontinueReferralInput,
): Promise<typeof DiscontinueReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "DISCONTINUED",
      sides: ["PARTNER", "COORDINATOR"],
      event: "ReferralDiscontinued",
      permission: referralPolicy.discontinue,
    },
    async (referral, numbers, was) => {
      await giveBack(referral, was, numbers);
      referral.finishedAt = work.now;
      referral.discontinueReason = input.reason;
      return undefined;
    },
  );
}
