// The sign between deliveries: up to here nothing is owed, so that silence can be told from loss.
import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Nothing is owed up to this cursor. Comes once the replay is done and then at least every 10 seconds.",
})
export class CaughtUp {
  @Field(() => String, { description: "Give it as `after` to resume." })
  cursor: string;

  @Field(() => Date, { description: "When this was true." })
  at: Date;

  constructor(cursor: string, at: Date) {
    this.cursor = cursor;
    this.at = at;
  }
}
