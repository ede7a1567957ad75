// When the terms of keeping were kept to last, and are kept to next.
import { Field, ObjectType } from "type-graphql";

import { NIGHTLY } from "./nightly.js";

@ObjectType({ description: "When the terms of keeping are kept to." })
export class KeepingTimes {
  @Field(() => Date, {
    nullable: true,
    description: "When that was done last; null: never yet.",
  })
  lastAt!: Date | null;

  @Field(() => Date, { description: "When it is done next by itself." })
  nextAt!: Date;

  @Field(() => Boolean, {
    description: "It was asked for and is not done yet.",
  })
  isRunning!: boolean;
}

export function nextNight(now: Date): Date {
  const next = new Date(now);
  next.setUTCHours(NIGHTLY.hour, NIGHTLY.minute, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
