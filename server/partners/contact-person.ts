// A contact person: the concrete person of an organisation (rule 3 of partnership, seed S004).
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "The person of an organisation whom others turn to.",
})
export class ContactPerson extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name." })
  name!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Position." })
  position!: string | null;

  @Column({ type: "text", nullable: true })
  workEmail!: string | null;

  @Column({ type: "text", nullable: true })
  workPhone!: string | null;

  @Column({ type: "boolean" })
  isPrimary!: boolean;

  @Column({ type: "boolean" })
  active!: boolean;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}
