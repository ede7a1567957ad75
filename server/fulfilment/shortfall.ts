// A shortfall of delivery, and what is done about it: a talk, a corrective action or a claim, until it has a result.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { daysBetween, dueAgain } from "../platform/calendar.js";
import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { AgreementSide } from "./settlement-sheet.js";

export const ShortfallKind = {
  TALK: "TALK",
  CORRECTIVE_ACTION: "CORRECTIVE_ACTION",
  CLAIM: "CLAIM",
} as const;
export type ShortfallKind = keyof typeof ShortfallKind;

registerEnumType(ShortfallKind, {
  name: "ShortfallKind",
  description: "What a shortfall became.",
  valuesConfig: {
    TALK: { description: "A talk." },
    CORRECTIVE_ACTION: { description: "Something is to be put right." },
    CLAIM: { description: "A claim under the agreement." },
  },
});

export const ShortfallState = {
  OPEN: "OPEN",
  ANSWERED: "ANSWERED",
  CLOSED: "CLOSED",
} as const;
export type ShortfallState = keyof typeof ShortfallState;

registerEnumType(ShortfallState, {
  name: "ShortfallState",
  description: "State of a shortfall.",
  valuesConfig: {
    OPEN: { description: "Waits." },
    ANSWERED: { description: "The organisation has answered." },
    CLOSED: { description: "It has a result." },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description: "Something was not delivered, and what is done about it.",
})
export class Shortfall extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  orderId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid", nullable: true })
  serviceId!: string | null;

  @Column({ type: "date" })
  @Field(() => Day, { name: "from", description: "First day of the period." })
  fromOn!: string;

  @Column({ type: "date" })
  @Field(() => Day, { name: "to", description: "Last day of the period." })
  toOn!: string;

  @Column({ type: "text" })
  @Field(() => ShortfallKind, { description: "What it became." })
  kind!: ShortfallKind;

  @Column({ type: "text" })
  @Field(() => String, { description: "What is missing." })
  reason!: string;

  @Column({ type: "text" })
  @Field(() => AgreementSide, { description: "Who has to act." })
  owner!: AgreementSide;

  @Column({ type: "date" })
  @Field(() => Day, { description: "By when; later once it was opened again." })
  dueOn!: string;

  @Column({ type: "text" })
  @Field(() => ShortfallState, { description: "State." })
  state!: ShortfallState;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What the organisation says to it.",
  })
  answer!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it answered." })
  answeredAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "What came of it." })
  result!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it was closed." })
  closedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What is still missing, since it was opened again.",
  })
  missing!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was raised." })
  raisedAt!: Date;

  daysOverdueOn(day: string): number {
    return this.state === "CLOSED"
      ? 0
      : Math.max(0, daysBetween(this.dueOn, day));
  }

  /** False where it is closed: a later answer takes the place of an earlier one. */
  answerWith(text: string, now: Date): boolean {
    if (this.state === "CLOSED") return false;
    this.state = "ANSWERED";
    this.answer = text;
    this.answeredAt = now;
    this.version += 1;
    return true;
  }

  /** False where nobody has answered or closed it; what was said stays readable. */
  reopen(missing: string, today: string): boolean {
    if (this.state === "OPEN") return false;
    this.state = "OPEN";
    this.missing = missing;
    this.dueOn = dueAgain(this.dueOn, today);
    this.version += 1;
    return true;
  }

  close(result: string, now: Date): boolean {
    if (this.state === "CLOSED") return false;
    this.state = "CLOSED";
    this.result = result;
    this.closedAt = now;
    this.version += 1;
    return true;
  }
}
