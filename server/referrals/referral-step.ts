// One step on the way of a referral, as a timeline shows it.
import { Field, ObjectType } from "type-graphql";

import { ReferralStatus } from "./referral-status.js";

@ObjectType({ description: "One step on the way of a referral." })
export class ReferralStep {
  @Field(() => Date, { description: "When." })
  at!: Date;

  @Field(() => ReferralStatus, { description: "The state that it led to." })
  status!: ReferralStatus;

  @Field(() => String, {
    description: "The organisation that acted, or the system's name.",
  })
  by!: string;

  @Field(() => String, {
    nullable: true,
    description: "Reason of a decline or a break-off, as its enum value.",
  })
  reason!: string | null;
}
