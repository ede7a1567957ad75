// The coordinator withdraws: units come back, and where nobody at the partner had opened it, it was as if nothing had been.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { doubtWords, MEANT, SensitiveWords } from "../cases/index.js";
import type { Work } from "../events/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { giveBack, moveReferral, type Numbers } from "./move-referral.js";
import { checkWording } from "./questions/wording.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import type { ReferralStatus } from "./referral-status.js";
import { referralPolicy } from "./referrals.policy.js";

const LONGEST_REASON = 500;

@InputType({ description: "Which referral is withdrawn." })
export class WithdrawReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, at most 500 characters; nothing about the person.",
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const WithdrawReferralPayload = createUnionType({
  name: "WithdrawReferralPayload",
  description: "Outcome of withdrawing.",
  types: () => [Referral, ReferralMoved, SensitiveWords, InvalidInput] as const,
});

export async function withdrawReferral(
  work: Work,
  input: WithdrawReferralInput,
): Promise<typeof WithdrawReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "WITHDRAWN",
      sides: ["COORDINATOR"],
      event: "ReferralWithdrawn",
      permission: referralPolicy.withdraw,
    },
    async (referral, numbers, was) => {
      const reason = input.reason?.trim() ?? "";
      const { problem } = await checkWording(
        work,
        referral,
        new InputCheck(work.say),
        { path: "reason", text: reason, most: LONGEST_REASON },
      );
      const doubt =
        problem ?? doubtWords(work.say, input.sensitiveWordsMeant, { reason });
      if (doubt) return doubt;
      return becomeWithdrawn(work, referral, {
        numbers,
        was,
        reason: reason || null,
      });
    },
  );
}

/** Places go back, whatever it took of them; what nobody has opened leaves no trace at its partner (decision 0109). */
export async function becomeWithdrawn(
  work: Work,
  referral: Referral,
  of: {
    numbers: Numbers;
    was: ReferralStatus;
    reason: string | null;
    basisWithdrawn?: boolean;
  },
): Promise<undefined> {
  await giveBack(referral, of.was, of.numbers);
  referral.finishedAt = work.now;
  referral.offeredUntil = null;
  referral.withdrawReason = of.reason;
  referral.basisWithdrawn = of.basisWithdrawn ?? false;
  referral.vanished = of.was === "SENT";
}
