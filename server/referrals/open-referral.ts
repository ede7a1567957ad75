// A person of the partner looked: never done by a list or a prefetch.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { type Move, moveLocked, moveReferral } from "./move-referral.js";
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

const OPENING: Move = {
  to: "RECEIVED",
  sides: ["PARTNER"],
  event: "ReferralOpened",
  permission: referralPolicy.open,
};

export function openReferral(
  work: Work,
  input: OpenReferralInput,
): Promise<typeof OpenReferralPayload> {
  return moveReferral(work, input.referralId, OPENING, (referral) =>
    becomeOpened(work, referral),
  );
}

/** Whoever looks at the person has opened it: nothing that was seen is taken back as if it had not been. */
export async function openWhatIsSeen(work: Work, id: string): Promise<void> {
  await moveLocked(work, id, OPENING, (referral) =>
    becomeOpened(work, referral),
  );
}

async function becomeOpened(
  work: Work,
  referral: Referral,
): Promise<undefined> {
  referral.openedAt = work.now;
}
