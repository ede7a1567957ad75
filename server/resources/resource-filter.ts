// What the inventory can be narrowed by.
import { Field, ID, InputType } from "type-graphql";

import { ResourceKind } from "./resource-kind.js";

@InputType({ description: "Narrows the inventory of resources." })
export class ResourceFilter {
  @Field(() => String, {
    nullable: true,
    description: "Part of the words, without case and diacritics.",
  })
  text?: string;

  @Field(() => [ResourceKind], { nullable: true, description: "Any of these." })
  kinds?: ResourceKind[];

  @Field(() => ID, { nullable: true, description: "Of this organisation." })
  partnerId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those that can be asked for now.",
  })
  lendable?: boolean;
}
