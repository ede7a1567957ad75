// What a list of services can be narrowed and ordered by.
import { Field, ID, InputType } from "type-graphql";

import { Accessibility, StakeholderType } from "../partners/index.js";
import { CapacityStatus } from "./capacity-unit.js";
import { TimeOfDay } from "./schedule/service-hours.js";
import {
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
  ServiceOrder,
} from "./service-kind.js";
import { TargetGroup } from "./target-group.js";

@InputType({ description: "Narrows and orders a list of services." })
export class ServiceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Words, in any form, without Polish marks or mistyped, everyday ones too; looked for in name, description, area, sphere, place and organisation. All of them, or the most that any service holds.",
  })
  text?: string | null;

  @Field(() => [ServiceArea], { nullable: true, description: "Any of these." })
  areas?: ServiceArea[] | null;

  @Field(() => [ServiceGroup], { nullable: true, description: "Any of these." })
  groups?: ServiceGroup[] | null;

  @Field(() => [ServiceForm], { nullable: true, description: "Any of these." })
  forms?: ServiceForm[] | null;

  @Field(() => [LifeSphere], { nullable: true, description: "Any of these." })
  spheres?: LifeSphere[] | null;

  @Field(() => [EntryMode], { nullable: true, description: "Any of these." })
  entryModes?: EntryMode[] | null;

  @Field(() => [StakeholderType], {
    nullable: true,
    description: "Any of these types of the organisation.",
  })
  stakeholderTypes?: StakeholderType[] | null;

  @Field(() => [CapacityStatus], {
    nullable: true,
    description: "Any of these bands.",
  })
  capacityStatuses?: CapacityStatus[] | null;

  @Field(() => [Accessibility], {
    nullable: true,
    description: "All of these.",
  })
  accessibility?: Accessibility[] | null;

  @Field(() => [TargetGroup], {
    nullable: true,
    description: "For one of these above all.",
  })
  targetGroups?: TargetGroup[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Takes place where this stands in its place: a town, a street, “w domu”; at most 100 characters.",
  })
  place?: string | null;

  @Field(() => [TimeOfDay], {
    nullable: true,
    description: "At any of these; what does not say its hours is left out.",
  })
  timesOfDay?: TimeOfDay[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Says that there is care meanwhile, or does not.",
  })
  careDuringActivity?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Says that people are brought there, or does not.",
  })
  transportProvided?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Without a fee, or with one.",
  })
  freeOfCharge?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Open to emergencies, or not.",
  })
  emergency?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: not suspended, confirmed at least once, more free than waiting. False: the others.",
  })
  availableNow?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: the same, and somebody can be referred there today. False: the others.",
  })
  referableNow?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Of this organisation." })
  partnerId?: string | null;

  @Field(() => ServiceOrder, {
    nullable: true,
    defaultValue: "BEST_FIRST",
    description: "Order of the list.",
  })
  order?: ServiceOrder | null;
}
