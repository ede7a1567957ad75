// A case: somebody whom a coordinator helps, here only as a pseudonym that tells nothing (domain 2.8).
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";

@Entity({ name: "case_ref" })
@ObjectType({
  implements: Node,
  description: "Somebody whom the viewer helps, as a pseudonym.",
})
export class Case extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Random, never made from a PESEL." })
  pseudonym!: string;

  @Column({ type: "uuid" })
  coordinatorAccountId!: string;

  @Column({ type: "date" })
  @Field(() => Day, { description: "Opened on." })
  openedOn!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Closed on." })
  closedOn!: string | null;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}
