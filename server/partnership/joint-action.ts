// A joint action of a network, and who has which part in it: "kto co robi" (rule 1, domain 1.9).
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";

export const ActionPart = {
  RESPONSIBLE: "RESPONSIBLE",
  CONTRIBUTES: "CONTRIBUTES",
  INFORMED: "INFORMED",
} as const;
export type ActionPart = keyof typeof ActionPart;

registerEnumType(ActionPart, {
  name: "ActionPart",
  description: "What an organisation does in a joint action.",
  valuesConfig: {
    RESPONSIBLE: { description: "Answers for it; one organisation." },
    CONTRIBUTES: { description: "Does a part of it." },
    INFORMED: { description: "Is kept informed." },
  },
});

export const MOST_ACTIONS = 50;

@Entity()
@ObjectType({
  implements: Node,
  description: "What members of a network do together.",
})
export class JointAction extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  networkId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What is done." })
  title!: string;

  @Column({ type: "date", nullable: true })
  endedOn!: string | null;

  /** It ran until the network was closed. */
  @Column({ type: "boolean" })
  untilClosing!: boolean;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}

@Entity()
@ObjectType({ description: "The part of one organisation in a joint action." })
export class JointActionPart {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  jointActionId!: string;

  @PrimaryColumn({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => ActionPart, { description: "What it does there." })
  part!: ActionPart;
}
