// A resident's request and its month (RODO art. 12 (3), 15 to 18, 20, 21): by pseudonym where she has a case, with words that name nobody.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Day } from "../../platform/graphql/scalars.js";

export const RequestKind = {
  ACCESS: "ACCESS",
  RECTIFICATION: "RECTIFICATION",
  RESTRICTION: "RESTRICTION",
  ERASURE: "ERASURE",
  OBJECTION: "OBJECTION",
  PORTABILITY: "PORTABILITY",
} as const;
export type RequestKind = keyof typeof RequestKind;

registerEnumType(RequestKind, {
  name: "RequestKind",
  description: "What a resident asks for.",
  valuesConfig: {
    ACCESS: { description: "To see what is kept of her (art. 15)." },
    RECTIFICATION: { description: "To put it right (art. 16)." },
    ERASURE: { description: "To erase it (art. 17)." },
    RESTRICTION: { description: "Not to use it for a while (art. 18)." },
    OBJECTION: { description: "Not to use it (art. 21)." },
    PORTABILITY: {
      description: "To get it in a form that another can read (art. 20).",
    },
  },
});

export const RequestState = {
  OPEN: "OPEN",
  GRANTED: "GRANTED",
  PARTLY: "PARTLY",
  REFUSED: "REFUSED",
} as const;
export type RequestState = keyof typeof RequestState;

registerEnumType(RequestState, {
  name: "RequestState",
  description: "What came of a request.",
  valuesConfig: {
    OPEN: { description: "It waits for its answer." },
    GRANTED: { description: "It was done as asked." },
    PARTLY: { description: "It was done in part." },
    REFUSED: { description: "It was not done, for the reason of the answer." },
  },
});

@Entity()
@ObjectType({ description: "What a resident asked for, and until when." })
export class ResidentRequest {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, { description: "Its number in the centre." })
  number!: number;

  @Column({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid", nullable: true })
  caseId!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Of her case; null: she has none, or none that is known.",
  })
  pseudonym!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Of the office's own file, where there is no case.",
  })
  fileReference!: string | null;

  @Column({ type: "text" })
  @Field(() => RequestKind, { description: "What she asks for." })
  kind!: RequestKind;

  @Column({ type: "date" })
  @Field(() => Day, { description: "When it came." })
  receivedOn!: string;

  @Column({ type: "date" })
  @Field(() => Day, { description: "Until when it is to be answered." })
  dueOn!: string;

  @Column({ type: "int", default: 0 })
  @Field(() => Int, { description: "Months that it was extended by." })
  extendedBy!: number;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was extended." })
  extensionReason!: string | null;

  @Column({ type: "text" })
  @Field(() => RequestState, { description: "What came of it." })
  state!: RequestState;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What was answered, in words that name nobody.",
  })
  answer!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it was answered." })
  answeredAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      "When a restriction ended; until then nothing is told to anybody new.",
  })
  liftedAt!: Date | null;

  @Column({ type: "int", default: 1 })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was written down." })
  filedAt!: Date;

  @Column({ type: "uuid" })
  filedByAccountId!: string;

  @Column({ type: "text" })
  @Field(() => String, {
    name: "filedBy",
    description: "Who wrote it down, by name as then.",
  })
  filedByName!: string;
}
