// The slip for the person is printed: nothing changes, and it goes on record.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { findReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { unknownReferral } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Whose slip is printed." })
export class PrintSlipInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;
}

export const PrintSlipPayload = createUnionType({
  name: "PrintSlipPayload",
  description: "Outcome of asking to print.",
  types: () => [Referral, InvalidInput] as const,
});

export async function printSlip(
  work: Work,
  input: PrintSlipInput,
): Promise<typeof PrintSlipPayload> {
  const subjectId = fromGlobalId("Referral", input.referralId);
  const touch = {
    action: "PRINT",
    noun: "Referral",
    subjectId,
    fields: [],
    change: "SlipPrinted",
  } as const;
  work.means(touch);
  const referral = await findReferral(work, subjectId);
  if (!referral) return unknownReferral(work.say);
  authorize(work, referralPolicy.printSlip, referral);
  work.touch(touch);
  return referral;
}
