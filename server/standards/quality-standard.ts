// A standard of quality: what a service is to hold, between a minimum and a maximum (domain 2.7, CUS art. 13(1)(7)).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { ServiceArea } from "../offer/index.js";
import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import type { StandardStatus } from "./standard-kind.js";

@ObjectType({ description: "What is looked at, by what, and its range." })
export class Criterion {
  @Field(() => String, { description: "What is to hold." })
  text!: string;

  @Field(() => String, { description: "By what it is measured." })
  measure!: string;

  @Field(() => String, { description: "The least that is asked." })
  minimum!: string;

  @Field(() => String, { description: "The most that can be asked." })
  maximum!: string;
}

@Entity()
@ObjectType({
  implements: Node,
  description: "A standard of quality of the centre's services.",
})
export class QualityStandard extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name." })
  name!: string;

  @Column({ type: "text", array: true })
  @Field(() => [ServiceArea], { description: "Areas that it is about." })
  areas!: ServiceArea[];

  @Column({ type: "jsonb" })
  @Field(() => [Criterion], { description: "Its criteria, in order." })
  criteria!: Criterion[];

  /** As recorded; what holds today is `statusOn`, since dates pass by themselves. */
  @Column({ type: "text", name: "status" })
  recordedStatus!: Exclude<StandardStatus, "IN_FORCE">;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Consulted from." })
  consultedFrom!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Consulted to, included." })
  consultedTo!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Approved on." })
  approvedOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The director who approved it.",
  })
  approvedByName!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "In force from." })
  inForceFrom!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description:
      "Out of force since; later than today: from when its next edition takes its place.",
  })
  retiredOn!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Which edition; each change of one in force is the next.",
  })
  edition!: number;

  @Column({ type: "uuid", nullable: true })
  previousId!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  statusOn(day: string): StandardStatus {
    if (this.recordedStatus !== "APPROVED") return this.recordedStatus;
    if (this.retiredOn !== null && this.retiredOn <= day) return "RETIRED";
    return (this.inForceFrom ?? day) <= day ? "IN_FORCE" : "APPROVED";
  }

  /** In force, or for later. */
  isApprovedOn(day: string): boolean {
    return ["APPROVED", "IN_FORCE"].includes(this.statusOn(day));
  }

  takesCommentsOn(day: string): boolean {
    return (
      this.recordedStatus === "CONSULTED" &&
      (this.consultedFrom ?? day) <= day &&
      (this.consultedTo ?? day) >= day
    );
  }

  /** Who was asked has had her time. */
  hasBeenConsulted(day: string): boolean {
    return (
      this.recordedStatus === "CONSULTED" &&
      this.consultedTo !== null &&
      this.consultedTo <= day
    );
  }
}
