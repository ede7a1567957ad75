// How a service was found to hold its standard, and what is done where it does not; and which standard a service has.
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { dueAgain } from "../platform/calendar.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";
import { ActionOwner, ActionState, CriterionResult } from "./standard-kind.js";

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
  @Field(() => Day, {
    nullable: true,
    description: "To be done by; later once it was opened again.",
  })
  actionDueOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Done on." })
  actionDoneOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => ActionState, {
    nullable: true,
    description: "How the action stands; null: there is none.",
  })
  actionState!: ActionState | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What the organisation says it did.",
  })
  actionAnswer!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "When it said so." })
  actionAnsweredOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What the organiser still misses, since it was opened again.",
  })
  actionMissing!: string | null;

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

  /** The organisation is to see to it, and it is not found done: a later answer takes the place of an earlier one. */
  get takesAnswer(): boolean {
    return (
      this.actionOwner === "PARTNER" &&
      (this.actionState === "OPEN" || this.actionState === "ANSWERED")
    );
  }

  answerWith(text: string, today: string): void {
    this.actionState = "ANSWERED";
    this.actionAnswer = text;
    this.actionAnsweredOn = today;
    this.version += 1;
  }

  /** False where there is none, or it is done. */
  finish(today: string): boolean {
    if (!this.action || this.actionState === "DONE") return false;
    this.actionState = "DONE";
    this.actionDoneOn = today;
    this.version += 1;
    return true;
  }

  /** False where nobody has said that it is done. */
  reopen(missing: string, today: string): boolean {
    if (this.actionState !== "ANSWERED" && this.actionState !== "DONE")
      return false;
    this.actionState = "OPEN";
    this.actionDoneOn = null;
    this.actionMissing = missing;
    this.actionDueOn = this.actionDueOn && dueAgain(this.actionDueOn, today);
    this.version += 1;
    return true;
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
