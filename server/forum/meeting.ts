// A meeting of a network: announced with its agenda, then held or called off; who was there stands by organisation (domain 1.12, 2.6).
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";

export const MeetingKind = {
  FIRST: "FIRST",
  INFORMATION: "INFORMATION",
  WORKING: "WORKING",
  FOCUS: "FOCUS",
  FORUM: "FORUM",
  PROGRAMME: "PROGRAMME",
  MEDIATION: "MEDIATION",
  TRAINING: "TRAINING",
} as const;
export type MeetingKind = keyof typeof MeetingKind;

registerEnumType(MeetingKind, {
  name: "MeetingKind",
  description: "Kind of a meeting.",
  valuesConfig: {
    FIRST: { description: "The first one, where goals are set." },
    INFORMATION: { description: "Cyclic, also when there is no problem." },
    WORKING: { description: "Working meeting." },
    FOCUS: { description: "On one topic." },
    FORUM: { description: "Forum of partners." },
    PROGRAMME: { description: "Of the partnership of a programme." },
    MEDIATION: { description: "To ease a tension." },
    TRAINING: { description: "Training." },
  },
});

export const MeetingStatus = {
  PLANNED: "PLANNED",
  HELD: "HELD",
  CANCELLED: "CANCELLED",
} as const;
export type MeetingStatus = keyof typeof MeetingStatus;

registerEnumType(MeetingStatus, {
  name: "MeetingStatus",
  description: "State of a meeting.",
  valuesConfig: {
    PLANNED: { description: "Announced." },
    HELD: { description: "It took place." },
    CANCELLED: { description: "Called off." },
  },
});

@Entity()
@ObjectType({ implements: Node, description: "A meeting of a network." })
export class Meeting extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  networkId!: string;

  @Column({ type: "text" })
  @Field(() => MeetingKind, { description: "Kind of the meeting." })
  kind!: MeetingKind;

  @Column({ type: "text" })
  @Field(() => String, { description: "What it is about." })
  title!: string;

  @Column({ type: "text", array: true })
  @Field(() => [String], { description: "What is to be talked about." })
  agenda!: string[];

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Begins." })
  startsAt!: Date;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Ends." })
  endsAt!: Date;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Where." })
  place!: string | null;

  @Column({ type: "text" })
  @Field(() => MeetingStatus, { description: "State." })
  status!: MeetingStatus;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was called off.",
  })
  cancelReason!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What was said and settled, in paragraphs; null: not written.",
  })
  minutes!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "Since when the minutes stand; null: not approved yet.",
  })
  minutesApprovedAt!: Date | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}

@Entity()
@ObjectType({ description: "Whether an organisation was at a meeting." })
export class MeetingAttendance {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  meetingId!: string;

  @PrimaryColumn({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "boolean" })
  @Field(() => Boolean, { description: "Somebody of it was there." })
  present!: boolean;
}
