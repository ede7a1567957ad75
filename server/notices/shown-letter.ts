// A letter of the demo as its mailbox shows it: what would have gone out, had a mail server been set.
import { Field, ObjectType } from "type-graphql";

import { connectionOf } from "../platform/graphql/connection.js";

@ObjectType({ description: "A mail that the demo did not send." })
export class ShownLetter {
  @Field(() => String, { description: "Whom it would have gone to." })
  to!: string;

  @Field(() => String, { description: "Subject." })
  subject!: string;

  @Field(() => String, { description: "The text, with its links." })
  text!: string;

  @Field(() => Date, { description: "When it would have gone out." })
  at!: Date;
}

export const ShownLetterConnection = connectionOf(
  "ShownLetter",
  () => ShownLetter,
);
