// A person of the partner looked: never done by a list or a prefetch.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "A person looked at a referral." })
export class OpenReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;
}

export const OpenReferralPayload = createUnionType({
  name: "OpenReferralPayload",
  description: "Outcome of opening.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function openReferral(
  work: Work,
  input: OpenReferralInput,
): Promise<typeof OpenReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "RECEIVED",
      sides: ["PARTNER"],
      event: "ReferralOpened",
      permission: referralPolicy.open,
    },
    async (referral) => {
      referral.openedAt = work.now;
      return undefined;
    },
  );
}
