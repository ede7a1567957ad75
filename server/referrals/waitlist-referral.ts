// The partner puts somebody into the queue: the hold ends, the place in the queue is hers.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { moveReferral } from "./move-referral.js";
import { checkExpected } from "./queue/expected-day.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which referral waits." })
export class WaitlistReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => Day, {
    nullable: true,
    description:
      "When a place is expected, as far as the partner knows: from today, two years at most.",
  })
  expectedOn?: string | null;
}

export const WaitlistReferralPayload = createUnionType({
  name: "WaitlistReferralPayload",
  description: "Outcome of queueing.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function waitlistReferral(
  work: Work,
  input: WaitlistReferralInput,
): Promise<typeof WaitlistReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "WAITLISTED",
      sides: ["PARTNER"],
      event: "ReferralWaitlisted",
      permission: referralPolicy.waitlist,
    },
    async (referral, numbers) => {
      const { units, holdsPlace } = referral;
      const expectedOn = input.expectedOn ?? null;
      const fault = checkExpected(work, expectedOn, "expectedOn");
      if (fault) return fault;
      await numbers.change("WAITING", (capacity) => {
        if (holdsPlace) capacity.release(units);
        capacity.queue(units);
      });
      referral.takes = "NOTHING";
      referral.openedAt ??= work.now;
      referral.decidedAt = work.now;
      referral.waitingSince = work.now;
      // the place that was held for her is not one that came free
      referral.queuedVersion = numbers.version;
      referral.passedVersion = numbers.version;
      referral.expectedOn = expectedOn;
      referral.dueAt = null;
      return undefined;
    },
  );
}
