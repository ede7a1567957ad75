// A partner that works with somebody suggests another service; the coordinator decides with the resident (P11, CUS art. 49).
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../../platform/graphql/node.js";

export const SuggestionOutcome = {
  TAKEN_OVER: "TAKEN_OVER",
  DECLINED: "DECLINED",
} as const;
export type SuggestionOutcome = keyof typeof SuggestionOutcome;

registerEnumType(SuggestionOutcome, {
  name: "SuggestionOutcome",
  description: "What the coordinator decided with the resident.",
  valuesConfig: {
    TAKEN_OVER: { description: "The coordinator referred somebody." },
    DECLINED: { description: "It was not taken up." },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    "A partner suggests another service for whom it was referred; its coordinator decides.",
})
export class ServiceSuggestion extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  referralId!: string;

  /** Who suggests. */
  @Column({ type: "uuid" })
  partnerId!: string;

  /** Who decides: the coordinator of that referral. */
  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Why, in a line; null: it was not said, or is masked with its referral.",
  })
  reason!: string | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was suggested." })
  madeAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When it was decided; null: the coordinator has not yet.",
  })
  decidedAt!: Date | null;
}

/** What was decided, and to whom she referred: the coordinator's alone, so that who suggested learns only that it is decided. */
@Entity()
export class SuggestionDecision {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  suggestionId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "text" })
  outcome!: SuggestionOutcome;

  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "text", nullable: true })
  reason!: string | null;
}
