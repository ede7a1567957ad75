// What partner and coordinator wrote to each other about a referral: what is missing, and a few words without anybody's data (domain 2.9).
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export const QuestionTopic = {
  DATES: "DATES",
  CONTACT: "CONTACT",
  ACCESS_NEEDS: "ACCESS_NEEDS",
  ELIGIBILITY: "ELIGIBILITY",
  SCOPE: "SCOPE",
  DOCUMENT: "DOCUMENT",
  OTHER: "OTHER",
} as const;
export type QuestionTopic = keyof typeof QuestionTopic;

registerEnumType(QuestionTopic, {
  name: "QuestionTopic",
  description: "What a partner needs to know before it answers.",
  valuesConfig: {
    DATES: { description: "Which days and hours suit." },
    CONTACT: { description: "How and when to get in touch." },
    ACCESS_NEEDS: { description: "What is needed on the spot." },
    ELIGIBILITY: { description: "Whether the conditions are met." },
    SCOPE: { description: "How much, and for how long." },
    DOCUMENT: { description: "Which paper there is." },
    OTHER: { description: "Something else, in words." },
  },
});

@Entity({ name: "referral_message" })
@ObjectType({
  description: "A question about a referral, or the answer to it.",
})
export class ReferralMessage {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  /** The first is 1. */
  @PrimaryColumn({ type: "int" })
  number!: number;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "The organisation asked; else its coordinator answered.",
  })
  fromPartner!: boolean;

  @Column({ type: "uuid" })
  accountId!: string;

  @Column({ type: "text", array: true })
  @Field(() => [QuestionTopic], { description: "What it is about." })
  topics!: QuestionTopic[];

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "In a few words." })
  text!: string | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;
}
