// A request of one organisation to borrow a resource of another one, for some days (story P12).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { LoanState } from "./resource-kind.js";

/** From which states a request comes into each. */
const COMES_FROM: Record<LoanState, readonly LoanState[]> = {
  ASKED: [],
  AGREED: ["ASKED"],
  NOT_POSSIBLE: ["ASKED"],
  TAKEN_BACK: ["ASKED", "AGREED"],
  RETURNED: ["AGREED"],
};

@Entity()
@ObjectType({
  implements: Node,
  description: "A request to borrow a resource for some days.",
})
export class LoanRequest extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  resourceId!: string;

  /** Whose resource it is. */
  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  askingPartnerId!: string;

  @Column({ type: "date" })
  @Field(() => Day, { name: "from", description: "The first day." })
  fromOn!: string;

  @Column({ type: "date" })
  @Field(() => Day, { name: "to", description: "The last day, included." })
  toOn!: string;

  @Column({ type: "int" })
  @Field(() => Int, { description: "How many pieces are asked for." })
  quantity!: number;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "What for." })
  note!: string | null;

  @Column({ type: "text" })
  @Field(() => LoanState, { description: "How it stands." })
  state!: LoanState;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Asked at." })
  askedAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "Answered at.",
  })
  answeredAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why the hub answered in the owner's place, the last time.",
  })
  onBehalfReason!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was taken back, for both sides to read.",
  })
  takenBackReason!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  canBecome(state: LoanState): boolean {
    return COMES_FROM[state].includes(this.state);
  }

  become(state: LoanState, now: Date): void {
    if (this.state === "ASKED" && state !== "TAKEN_BACK") this.answeredAt = now;
    this.state = state;
    this.version += 1;
  }
}
