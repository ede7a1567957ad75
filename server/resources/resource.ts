// A resource of an organisation: what it has beside its services, and may lend to others (domain 2.2).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { ResourceKind, ResourceState } from "./resource-kind.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "What an organisation has, and may lend to others.",
})
export class Resource extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => ResourceKind, { description: "What it is." })
  kind!: ResourceKind;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name." })
  name!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What it is like, and on what conditions.",
  })
  description!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "When it is to be had, in words.",
  })
  availableWhen!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "How many pieces there are." })
  quantity!: number;

  @Column({ type: "boolean" })
  @Field(() => Boolean, { description: "Others may ask to borrow it." })
  lendable!: boolean;

  @Column({ type: "text" })
  @Field(() => ResourceState, { description: "How it stands." })
  state!: ResourceState;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  /** Somebody else than its owner may ask for it now. */
  get isToBeHad(): boolean {
    return this.lendable && this.state === "OFFERED";
  }
}
