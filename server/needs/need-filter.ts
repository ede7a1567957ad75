// What the register of needs can be narrowed by.
import { Field, ID, InputType } from "type-graphql";

import { ServiceArea, TargetGroup } from "../offer/index.js";
import { GapKind, NeedStatus } from "./need-kind.js";

@InputType({ description: "Narrows the register of unmet needs." })
export class NeedFilter {
  @Field(() => [ServiceArea], { nullable: true, description: "Any of these." })
  areas?: ServiceArea[];

  @Field(() => [GapKind], { nullable: true, description: "Any of these." })
  gapKinds?: GapKind[];

  @Field(() => [TargetGroup], { nullable: true, description: "Any of these." })
  targetGroups?: TargetGroup[];

  @Field(() => ID, { nullable: true, description: "In this place." })
  placeId?: string;

  @Field(() => [NeedStatus], { nullable: true, description: "Any of these." })
  statuses?: NeedStatus[];
}
