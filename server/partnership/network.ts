// A network of a centre: the local one, one per programme, the forum; its hub is a role in it (domain 2.1).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { NetworkKind, NetworkStatus, PartnershipStep } from "./network-kind.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "A partnership with one organisation as its hub.",
})
export class Network extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => NetworkKind, { description: "Kind of the network." })
  kind!: NetworkKind;

  @Column({ type: "text" })
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "What it is for." })
  purpose!: string | null;

  @Column({ type: "text" })
  @Field(() => PartnershipStep, {
    description: "Which of the six steps of forming it has reached.",
  })
  step!: PartnershipStep;

  @Column({ type: "uuid" })
  hubPartnerId!: string;

  @Column({ type: "text" })
  @Field(() => NetworkStatus, { description: "State of the network." })
  status!: NetworkStatus;

  @Column({ type: "text", array: true })
  @Field(() => [String], { description: "What it wants to reach, at most 10." })
  goals!: string[];

  @Column({ type: "int", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "Days from one information meeting to the next, at most; null: not agreed yet.",
  })
  cadenceDays!: number | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "Since when it has been forming; null: nobody noted it.",
  })
  startedOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "Since when it rests, or is closed; null: it does neither.",
  })
  stateSince!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it rests, or was closed, for everybody to read.",
  })
  stateReason!: string | null;

  /** What it is when it goes on; null: it does not rest. */
  @Column({ type: "text", nullable: true })
  resumesAs!: NetworkStatus | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  /** What rests or is closed begins nothing new. */
  get isOpen(): boolean {
    return this.status === "FORMING" || this.status === "ACTIVE";
  }
}
