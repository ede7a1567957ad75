// What the network brought one organisation in a period, service by service: fit for its own report (stories P15, O20).
import { Field, Int, ObjectType } from "type-graphql";

import { CapacityUnit } from "../offer/index.js";
import { ActionPart } from "../partnership/index.js";
import { MaskedCount } from "../platform/graphql/masked-count.js";
import { Day } from "../platform/graphql/scalars.js";

@ObjectType({ description: "What came of one service, or of all together." })
export class ContributionLine {
  @Field(() => String, {
    nullable: true,
    description: "Name of the service; null: all together.",
  })
  serviceName!: string | null;

  @Field(() => CapacityUnit, {
    nullable: true,
    description: "What its units are; null where they differ.",
  })
  unit!: CapacityUnit | null;

  @Field(() => MaskedCount, { description: "Referrals that came in." })
  received!: MaskedCount;

  @Field(() => MaskedCount, { description: "Referrals that were accepted." })
  accepted!: MaskedCount;

  @Field(() => MaskedCount, {
    description: "Referrals that ran on a day of the period: people served.",
  })
  served!: MaskedCount;

  @Field(() => MaskedCount, {
    nullable: true,
    description: "Units of those; null where units differ.",
  })
  servedUnits!: MaskedCount | null;

  @Field(() => MaskedCount, {
    nullable: true,
    description:
      "Units that were filled: of referrals that began. Null where units differ.",
  })
  filledUnits!: MaskedCount | null;
}

@ObjectType({ description: "What an organisation does together with others." })
export class ContributionAction {
  @Field(() => String, { description: "What is done." })
  title!: string;

  @Field(() => String, { description: "In which network." })
  networkName!: string;

  @Field(() => ActionPart, { description: "What the organisation does there." })
  part!: ActionPart;
}

@ObjectType({
  description: "What the network brought an organisation in a period.",
})
export class Contribution {
  @Field(() => Day, { description: "First day." })
  from!: string;

  @Field(() => Day, { description: "Last day, included." })
  to!: string;

  @Field(() => Date, { description: "When it was counted." })
  asOf!: Date;

  @Field(() => Boolean, {
    description: "Counts of 1 to 4 are kept back in it.",
  })
  isMasked!: boolean;

  @Field(() => ContributionLine, { description: "All services together." })
  total!: ContributionLine;

  @Field(() => [ContributionLine], {
    description: "Service by service, by name.",
  })
  services!: ContributionLine[];

  @Field(() => MaskedCount, {
    description: "Answers that came, or were due and did not come.",
  })
  answers!: MaskedCount;

  @Field(() => Int, {
    nullable: true,
    description: "Usual answer time in minutes: the median, from 5 answers on.",
  })
  medianAnswerMinutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Answers within the promise, in percent, from 5 on.",
  })
  answeredInTime!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Days on which its numbers were vouched for in time, in percent; null: no number.",
  })
  confirmedInTime!: number | null;

  @Field(() => [ContributionAction], {
    description:
      "Joint actions that ran in the period and of which it did a part, at most 100.",
  })
  actions!: ContributionAction[];

  @Field(() => Int, {
    description: "Meetings held in the period to which it was asked.",
  })
  meetings!: number;

  @Field(() => Int, { description: "Of those, the ones where it was." })
  meetingsAttended!: number;
}
