// The partner accepts: the hold becomes a reservation; one that had ended takes a free place, if there is one.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { NoFreePlace } from "../offer/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which referral is accepted." })
export class AcceptReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;
}

export const AcceptReferralPayload = createUnionType({
  name: "AcceptReferralPayload",
  description: "Outcome of accepting.",
  types: () => [Referral, NoFreePlace, ReferralMoved, InvalidInput] as const,
});

export function acceptReferral(
  work: Work,
  input: AcceptReferralInput,
): Promise<typeof AcceptReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "ACCEPTED",
      sides: ["PARTNER"],
      event: "ReferralAccepted",
      permission: referralPolicy.accept,
    },
    async (referral, numbers) => {
      referral.openedAt ??= work.now;
      referral.decidedAt = work.now;
      if (referral.holdsPlace) return undefined;
      const { units, serviceId } = referral;
      const taken = await numbers.change("RESERVE", (capacity) =>
        capacity.take(units),
      );
      referral.takes = "RESERVED";
      return taken
        ? undefined
        : new NoFreePlace(
            work.say({
              pl: "Miejsce nie jest już zatrzymane i żadne nie jest wolne.",
              en: "The place is not held any more and none is free.",
            }),
            { serviceId, units, area: (await numbers.service()).area },
          );
    },
  );
}
