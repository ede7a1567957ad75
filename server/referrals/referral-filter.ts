// What a list of referrals can be narrowed by.
import { Field, ID, InputType } from "type-graphql";

import { ReferralPriority } from "../agreements/index.js";
import { ReferralStatus } from "./referral-status.js";

@InputType({ description: "Narrows a list of referrals." })
export class ReferralFilter {
  @Field(() => [ReferralStatus], {
    nullable: true,
    description: "Any of these states.",
  })
  statuses?: ReferralStatus[] | null;

  @Field(() => [ReferralPriority], {
    nullable: true,
    description: "Any of these priorities.",
  })
  priorities?: ReferralPriority[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: declined or without an answer in the last two weeks, and no other referral has followed. False: the others.",
  })
  awaitsNext?: boolean | null;

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
    description: "True: only what the viewer sent.",
  })
  sentByViewer?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only of coordinators who have left, for the organiser, who plans in their place; nothing for others.",
  })
  senderHasLeft?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only where a suggestion waits for a coordinator who has left, for the organiser, who closes it; nothing for others.",
  })
  hasLeftSuggestion?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only accepted ones whose first meeting was missed, and whose coordinator has not said for three working days what becomes of the place, for the organiser, who asks her; nothing for others.",
  })
  placeUndecided?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only where the partner has not yet said what it must keep by law after a withdrawal; for its sender and the partner.",
  })
  awaitsKeeping?: boolean | null;
}
