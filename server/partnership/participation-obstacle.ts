// What stands in the way of an organisation that wants to take part, and the help that it gets (story O18, seed S001).
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";

/** Of one organisation so many stand in the list. */
export const MOST_OBSTACLES = 100;

export const ObstacleKind = {
  NO_EQUIPMENT: "NO_EQUIPMENT",
  NO_DEPUTY: "NO_DEPUTY",
  TRANSPORT: "TRANSPORT",
  SMALL_ORGANISATION: "SMALL_ORGANISATION",
  OTHER: "OTHER",
} as const;
export type ObstacleKind = keyof typeof ObstacleKind;

registerEnumType(ObstacleKind, {
  name: "ParticipationObstacleKind",
  description: "What stands in the way.",
  valuesConfig: {
    NO_EQUIPMENT: { description: "Nothing to work with." },
    NO_DEPUTY: { description: "Nobody stands in for the contact person." },
    TRANSPORT: { description: "It is hard to get there." },
    SMALL_ORGANISATION: { description: "There are too few of them." },
    OTHER: { description: "Something else, which the note says." },
  },
});

export const ObstacleState = {
  OPEN: "OPEN",
  BEING_HELPED: "BEING_HELPED",
  OVERCOME: "OVERCOME",
} as const;
export type ObstacleState = keyof typeof ObstacleState;

registerEnumType(ObstacleState, {
  name: "ParticipationObstacleState",
  description: "How far an obstacle is overcome.",
  valuesConfig: {
    OPEN: { description: "Known, without help yet." },
    BEING_HELPED: { description: "Help is under way." },
    OVERCOME: { description: "It stands in the way no more." },
  },
});

@Entity()
@ObjectType({
  description:
    "What stands in the way of an organisation that wants to take part, and the help that it gets.",
})
export class ParticipationObstacle {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => ObstacleKind, { description: "What stands in the way." })
  kind!: ObstacleKind;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "In more words." })
  note!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The help that is or was given; null: none yet.",
  })
  help!: string | null;

  @Column({ type: "text" })
  @Field(() => ObstacleState, { description: "How far it is overcome." })
  state!: ObstacleState;

  @Column({ type: "date" })
  @Field(() => Day, { description: "Noted on." })
  notedOn!: string;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Field(() => ID, { name: "id", description: "For every change of it." })
  get globalId(): string {
    return toGlobalId("ParticipationObstacle", this.id);
  }
}
