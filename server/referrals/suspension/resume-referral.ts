// A paused service goes on: said by the partner or the coordinator; why it had paused stays in the log alone.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused } from "../../events/index.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { moveReferral } from "../move-referral.js";
import { onceByKey } from "../once-by-key.js";
import { Referral } from "../referral.js";
import { ReferralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";

@InputType({ description: "Which paused service goes on." })
export class ResumeReferralInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which referral." })
  referralId!: string;
}

export const ResumeReferralPayload = createUnionType({
  name: "ResumeReferralPayload",
  description: "Outcome of going on.",
  types: () =>
    [Referral, ReferralMoved, RequestKeyReused, InvalidInput] as const,
});

export function resumeReferral(
  work: Work,
  input: ResumeReferralInput,
): Promise<typeof ResumeReferralPayload> {
  return onceByKey(work, "resumeReferral", input, () =>
    moveReferral(
      work,
      input.referralId,
      {
        to: "IN_PROGRESS",
        from: "SUSPENDED",
        sides: ["PARTNER", "COORDINATOR"],
        event: "ReferralResumed",
        permission: referralPolicy.suspend,
        isOnce: false,
      },
      async () =>
        new InputCheck(work.say).key(input.requestKey).problem ?? undefined,
    ),
  );
}
