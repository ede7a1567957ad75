// The offer of a centre in a few numbers, for who runs it.
import { Field, Int, ObjectType } from "type-graphql";

import { ServiceArea } from "../offer/index.js";

@ObjectType({ description: "Services of one area." })
export class AreaCount {
  @Field(() => ServiceArea, { description: "The area." })
  area!: ServiceArea;

  @Field(() => Int, { description: "Services." })
  services!: number;

  @Field(() => Int, { description: "Of them with a place now." })
  withFreePlace!: number;
}

@ObjectType({ description: "The offer of the centre in a few numbers." })
export class CentreOverview {
  @Field(() => Int, { description: "Services on offer." })
  services!: number;

  @Field(() => Int, { description: "Take somebody now." })
  withFreePlace!: number;

  @Field(() => Int, { description: "Have no free unit." })
  withoutFreePlace!: number;

  @Field(() => Int, { description: "Somebody waits." })
  withQueue!: number;

  @Field(() => Int, {
    description: "Agreements keep more of it for the network than there is.",
  })
  keptBeyondTotal!: number;

  @Field(() => Int, {
    description: "A unit is free although somebody waits: to be offered.",
  })
  freeDespiteQueue!: number;

  @Field(() => Int, { description: "The number is older than the duty." })
  stale!: number;

  @Field(() => Int, { description: "Nobody has vouched for the number yet." })
  neverConfirmed!: number;

  @Field(() => Int, { description: "Of the 14 areas, those with a service." })
  areasCovered!: number;

  @Field(() => Int, { description: "Sent, and nobody has looked yet." })
  unopenedReferrals!: number;

  @Field(() => Int, { description: "The answer is overdue." })
  overdueReferrals!: number;

  @Field(() => Int, { description: "Not ended." })
  openReferrals!: number;

  @Field(() => [AreaCount], { description: "All 14 areas in their order." })
  areas!: AreaCount[];
}
