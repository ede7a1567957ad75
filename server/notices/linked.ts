// What the page of a link shows: numbers of services, or one referral by its number; nothing of a resident.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { ReferralPriority } from "../agreements/index.js";
import { CapacityUnit } from "../offer/index.js";
import { ReferralStatus } from "../referrals/index.js";
import type { LinkAnswer, LinkKind } from "./action-link.js";

export const ActionLinkKind = {
  CONFIRM_PLACES: "CONFIRM_PLACES",
  ANSWER_REFERRAL: "ANSWER_REFERRAL",
} as const satisfies Record<LinkKind, LinkKind>;
registerEnumType(ActionLinkKind, {
  name: "ActionLinkKind",
  description: "What a link in a mail is for.",
  valuesConfig: {
    CONFIRM_PLACES: {
      description: "Confirms or corrects the free places of an organisation.",
    },
    ANSWER_REFERRAL: { description: "Answers one referral." },
  },
});

export const ActionLinkState = {
  OPEN: "OPEN",
  USED: "USED",
  EXPIRED: "EXPIRED",
} as const;
export type ActionLinkState = keyof typeof ActionLinkState;
registerEnumType(ActionLinkState, {
  name: "ActionLinkState",
  description: "Whether a link still does something.",
  valuesConfig: {
    OPEN: { description: "It waits for the answer." },
    USED: { description: "The answer has come; it does nothing more." },
    EXPIRED: { description: "Its time is over; another one can be asked for." },
  },
});

export const ActionLinkAnswer = {
  CONFIRMED: "CONFIRMED",
  ACCEPTED: "ACCEPTED",
  WAITLISTED: "WAITLISTED",
  DECLINED: "DECLINED",
} as const satisfies Record<LinkAnswer, LinkAnswer>;
registerEnumType(ActionLinkAnswer, {
  name: "ActionLinkAnswer",
  description: "What was answered by a link.",
  valuesConfig: {
    CONFIRMED: { description: "The free places are true." },
    ACCEPTED: { description: "The referral is accepted." },
    WAITLISTED: { description: "The referral waits in the queue." },
    DECLINED: { description: "The referral cannot be taken." },
  },
});

@ObjectType({
  description: "A service as the link of its organisation shows it.",
})
export class LinkedOffer {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => CapacityUnit, { description: "What is counted." })
  unit!: CapacityUnit;

  @Field(() => Int, { description: "All units." })
  total!: number;

  @Field(() => Int, {
    description: "Taken and held: what a correction leaves.",
  })
  taken!: number;

  @Field(() => Int, { description: "Free units." })
  available!: number;

  @Field(() => Date, {
    nullable: true,
    description: "When somebody last vouched for the number; null: never.",
  })
  confirmedAt!: Date | null;

  @Field(() => Int, {
    description: "Of the number; goes back with the answer.",
  })
  version!: number;
}

@ObjectType({
  description: "A referral as a link shows it: no person, no reason.",
})
export class LinkedReferral {
  @Field(() => String, { description: "Number." })
  number!: string;

  @Field(() => String, { description: "Name of the service." })
  serviceName!: string;

  @Field(() => Int, { description: "Units asked for." })
  units!: number;

  @Field(() => CapacityUnit, { description: "What is counted." })
  unit!: CapacityUnit;

  @Field(() => ReferralPriority, { description: "How urgent." })
  priority!: ReferralPriority;

  @Field(() => ReferralStatus, { description: "Its state now." })
  status!: ReferralStatus;

  @Field(() => Date, { nullable: true, description: "Answer until then." })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: "It still waits for an answer." })
  answerable!: boolean;
}

@ObjectType({
  description:
    "What a link in a mail lets its holder do; seen by who has the link.",
})
export class OpenedLink {
  @Field(() => ActionLinkKind, { description: "What it is for." })
  kind!: LinkKind;

  @Field(() => ActionLinkState, { description: "Whether it still works." })
  state!: ActionLinkState;

  @Field(() => String, { description: "The centre that wrote." })
  centreName!: string;

  @Field(() => String, { description: "The organisation that answers." })
  partnerName!: string;

  @Field(() => Date, { description: "It works until then." })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: "When the answer came." })
  usedAt!: Date | null;

  @Field(() => ActionLinkAnswer, {
    nullable: true,
    description: "What was answered by it.",
  })
  answer!: LinkAnswer | null;

  @Field(() => [LinkedOffer], {
    description:
      "Services whose places are confirmed, the longest unconfirmed first, at most 300; empty for a referral.",
  })
  services!: LinkedOffer[];

  @Field(() => LinkedReferral, {
    nullable: true,
    description: "The referral that is answered.",
  })
  referral!: LinkedReferral | null;
}
