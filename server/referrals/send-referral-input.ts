// What a coordinator says when she refers somebody.
import { Field, ID, InputType, Int } from "type-graphql";

import { ReferralPriority } from "../agreements/index.js";
import { MEANT } from "../cases/index.js";
import { ReferralKind } from "./referral-kind.js";
import { TravelInput } from "./travel/travel-input.js";

@InputType({ description: "Somebody is referred to a service." })
export class SendReferralInput extends TravelInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Where to." })
  serviceId!: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: "Units of the service's capacity, from 1 to 1,000.",
  })
  units!: number;

  @Field(() => ReferralKind, {
    defaultValue: "SERVICE_REFERRAL",
    description:
      "An application is passed on to a partner that takes applications, and to no other.",
  })
  kind!: ReferralKind;

  @Field(() => ReferralPriority, {
    defaultValue: "STANDARD",
    description: "How soon an answer is needed.",
  })
  priority!: ReferralPriority;

  @Field(() => ID, { nullable: true, description: "One of the own cases." })
  caseId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Where no place is free: wait instead of NoFreePlace.",
  })
  waitIfFull!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "File number or initials, seen by the sender only; at most 40 characters, no PESEL.",
  })
  ownReference?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The own, ended referral that this one follows.",
  })
  followsId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Services to which it goes next, in order, if nobody takes it; at most five, each once. Only a number travels there.",
  })
  fallbackServiceIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}
