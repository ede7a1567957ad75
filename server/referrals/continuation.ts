// What becomes of an open referral when its agreement ends; planned by its coordinator (domain 2.5).
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Day } from "../platform/graphql/scalars.js";

/** An event that leaves the referral where it is. */
export const CONTINUATION_PLANNED = "ContinuationPlanned";

export const ContinuationWay = {
  FINISH_HERE: "FINISH_HERE",
  TRANSFER: "TRANSFER",
  WITHDRAW: "WITHDRAW",
} as const;
export type ContinuationWay = keyof typeof ContinuationWay;

registerEnumType(ContinuationWay, {
  name: "ContinuationWay",
  description: "What becomes of a referral when its agreement ends.",
  valuesConfig: {
    FINISH_HERE: { description: "It is finished here." },
    TRANSFER: { description: "Another organisation takes it on." },
    WITHDRAW: { description: "It is withdrawn or broken off." },
  },
});

@Entity({ name: "referral_continuation" })
@ObjectType({
  description: "What becomes of an open referral when its agreement ends.",
})
export class Continuation {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  @Column({ type: "text" })
  @Field(() => ContinuationWay, { description: "How it goes on." })
  way!: ContinuationWay;

  @Column({ type: "date" })
  @Field(() => Day, { description: "Until when it goes on here." })
  until!: string;

  @Column({ type: "timestamptz" })
  plannedAt!: Date;
}
