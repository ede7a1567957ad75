// A line of the history of forming: a step was completed, or gone back to with a reason; only ever added to.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { PartnershipStep } from "../partnership/index.js";

export const StepChange = {
  COMPLETED: "COMPLETED",
  REOPENED: "REOPENED",
} as const;
export type StepChange = keyof typeof StepChange;

registerEnumType(StepChange, {
  name: "StepChange",
  description: "What happened to a step.",
  valuesConfig: {
    COMPLETED: { description: "It was done, the next one began." },
    REOPENED: { description: "The network went back to it." },
  },
});

@Entity("network_step")
@ObjectType({ description: "What happened to a step, and when." })
export class StepTaken {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  networkId!: string;

  @Column({ type: "text" })
  @Field(() => PartnershipStep, { description: "Which step." })
  step!: PartnershipStep;

  @Column({ type: "text" })
  @Field(() => StepChange, { description: "What happened." })
  change!: StepChange;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why the network went back; null where it went on.",
  })
  reason!: string | null;

  /** The version of the network that it made; null: from before that was kept. */
  @Column({ type: "int", nullable: true })
  networkVersion!: number | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;
}
