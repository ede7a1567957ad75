// What happened a moment ago, as people read it: a line of the log with the nouns that it is about.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { ReferralStatus } from "../referrals/index.js";

export const ActivityKind = {
  SERVICE_PUBLISHED: "SERVICE_PUBLISHED",
  SERVICE_CHANGED: "SERVICE_CHANGED",
  SERVICE_PAUSED: "SERVICE_PAUSED",
  SERVICE_RESUMED: "SERVICE_RESUMED",
  SERVICE_WITHDRAWN: "SERVICE_WITHDRAWN",
  SERVICE_RESTORED: "SERVICE_RESTORED",
  CAPACITY_SET: "CAPACITY_SET",
  CAPACITY_CONFIRMED: "CAPACITY_CONFIRMED",
  WALK_IN: "WALK_IN",
  REFERRAL: "REFERRAL",
} as const;
export type ActivityKind = keyof typeof ActivityKind;

registerEnumType(ActivityKind, {
  name: "ActivityKind",
  description: "What kind of thing happened.",
  valuesConfig: {
    SERVICE_PUBLISHED: { description: "A new service." },
    SERVICE_CHANGED: { description: "A service is said anew." },
    SERVICE_PAUSED: { description: "A service rests." },
    SERVICE_RESUMED: { description: "A service goes on." },
    SERVICE_WITHDRAWN: { description: "A service is offered no more." },
    SERVICE_RESTORED: { description: "A withdrawn service is back." },
    CAPACITY_SET: { description: "A number of places was set." },
    CAPACITY_CONFIRMED: { description: "A number was confirmed." },
    WALK_IN: { description: "Somebody came or left without a referral." },
    REFERRAL: { description: "A referral moved." },
  },
});

@ObjectType({ description: "Something that happened in the centre." })
export class Activity {
  @Field(() => ID, { description: "Of this line of the log." })
  id!: string;

  @Field(() => String, { description: "Its place in this list." })
  cursor!: string;

  @Field(() => Date, { description: "When." })
  at!: Date;

  @Field(() => ActivityKind, { description: "What kind of thing." })
  kind!: ActivityKind;

  @Field(() => ReferralStatus, {
    nullable: true,
    description: "The state that a referral came to.",
  })
  status!: ReferralStatus | null;

  @Field(() => Int, {
    nullable: true,
    description: "Free units before.",
  })
  availableBefore!: number | null;

  @Field(() => Int, { nullable: true, description: "Free units after." })
  available!: number | null;

  @Field(() => Boolean, {
    description: "The hub wrote it in the place of the service's partner.",
  })
  onBehalf!: boolean;

  actorPartnerId!: string | null;
  serviceId!: string | null;
  referralId!: string | null;
}
