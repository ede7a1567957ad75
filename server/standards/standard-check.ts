// How a service was found to hold its standard, and what is done where it does not; and which standard a service has.
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";
import { ActionOwner, CriterionResult } from "./standard-kind.js";

@Entity()
@ObjectType({ description: "A check of a service against its standard." })
export class StandardCheck {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Field(() => ID, { name: "id", description: "Opaque." })
  get globalId(): string {
    return toGlobalId("StandardCheck", this.id);
  }

  @Column({ type: "uuid" })
  standardId!: string;

  @Column({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "date" })
  @Field(() => Day, { description: "Checked on." })
  checkedOn!: string;

  @Column({ type: "text", array: true })
  @Field(() => [CriterionResult], {
    description: "Of each criterion of the standard, in its order.",
  })
  results!: CriterionResult[];

  @Column({ type: "text" })
  @Field(() => String, { description: "What was seen." })
  evidence!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Corrective action." })
  action!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => ActionOwner, { nullable: true, description: "Who sees to it." })
  actionOwner!: ActionOwner | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "To be done by." })
  actionDueOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Done on." })
  actionDoneOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Who checked." })
  byName!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Field(() => CriterionResult, { description: "The worst of its results." })
  get result(): CriterionResult {
    const worst = (["NOT_MET", "PARTLY"] as const).find((result) =>
      this.results.includes(result),
    );
    return worst ?? "MET";
  }
}

@Entity()
export class ServiceStandard {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "uuid" })
  standardId!: string;
}
