// That a party left an agreement, or will: known to whoever knows of the agreement; why, only with its terms.
import { Field, ObjectType } from "type-graphql";

import { Day } from "../platform/graphql/scalars.js";

@ObjectType({ description: "A party that left an agreement, or will." })
export class AgreementLeaving {
  partnerId!: string;

  @Field(() => Day, { description: "From this day on it is no party." })
  leftOn!: string;

  @Field(() => Day, { description: "On which it was or is still a party." })
  lastDay!: string;

  @Field(() => Boolean, { description: "Today it is no party any more." })
  hasLeft!: boolean;
}
