// The coordinator says that the offered place is still wanted: the hold becomes a reservation.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which offered place is still wanted." })
export class ConfirmPlaceInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;
}

export const ConfirmPlacePayload = createUnionType({
  name: "ConfirmPlacePayload",
  description: "Outcome of confirming a place.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function confirmPlace(
  work: Work,
  input: ConfirmPlaceInput,
): Promise<typeof ConfirmPlacePayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "ACCEPTED",
      sides: ["COORDINATOR"],
      event: "PlaceConfirmed",
      permission: referralPolicy.confirmPlace,
    },
    async (referral) => {
      referral.decidedAt = work.now;
      referral.offeredUntil = null;
      return undefined;
    },
  );
}
