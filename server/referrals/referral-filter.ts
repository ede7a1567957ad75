// What a list of referrals can be narrowed by.
import { Field, ID, InputType } from "type-graphql";

import { ReferralStatus } from "./referral-status.js";

@InputType({ description: "Narrows a list of referrals." })
export class ReferralFilter {
  @Field(() => [ReferralStatus], {
    nullable: true,
    description: "Any of these states.",
  })
  statuses?: ReferralStatus[] | null;

  @Field(() => ID, { nullable: true, description: "To this service." })
  serviceId?: string | null;

  @Field(() => ID, { nullable: true, description: "To this organisation." })
  partnerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Of this case; nothing where it is not the viewer's own.",
  })
  caseId?: string | null;

  @Field(() => String, { nullable: true, description: "With this number." })
  number?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only of coordinators who have left, for the organiser, who plans in their place; nothing for others.",
  })
  senderHasLeft?: boolean | null;
}
