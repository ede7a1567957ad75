// A party of an agreement: whether it must sign, who signs for it, and when it left.
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { addDays } from "../platform/calendar.js";
import { Day } from "../platform/graphql/scalars.js";
import { SignatureKind } from "./agreement-kind.js";

@Entity()
@ObjectType({
  description:
    "A party of an agreement: whether it must sign, and what it has said so far.",
})
export class AgreementParty {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "uuid" })
  partnerId!: string;

  /** Without its signature the agreement does not come into force. */
  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description:
      "Without its signature the agreement does not come into force.",
  })
  isRequired!: boolean;

  /** The person named in the agreement for working contacts. */
  @Column({ type: "uuid", nullable: true })
  contactPersonId!: string | null;

  /** Said yes to the terms, before it signs. */
  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "Said yes to the terms on.",
  })
  agreedOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Why the hub said yes in its place; null: it said so itself, or not yet.",
  })
  onBehalfReason!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Signed on." })
  signedOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Who signed for it; null where that is not the viewer's.",
  })
  signatoryName!: string | null;

  /** In what capacity she signs, e.g. as the chair, or by what authority. */
  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "On what authority she signed.",
  })
  authority!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => SignatureKind, {
    nullable: true,
    description: "How it was signed.",
  })
  signatureKind!: SignatureKind | null;

  /** Who signed here, or noted what was signed on paper. */
  @Column({ type: "uuid", nullable: true })
  signedByAccount!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description:
      "When the hub noted its signature from paper; null: it signed here itself, or not yet.",
  })
  signatureNotedOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Left the agreement on." })
  leftOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it left." })
  leaveReason!: string | null;

  /** Who has given notice belongs to it to the day before it leaves. */
  isPresent(day: string): boolean {
    return this.leftOn === null || this.leftOn > day;
  }

  /** It still belongs to it, and its word is needed. */
  mustSpeak(day: string): boolean {
    return this.isRequired && this.isPresent(day);
  }

  /** On which it still belongs to it; null: it stays. */
  get lastDay(): string | null {
    return this.leftOn === null ? null : lastDayBefore(this.leftOn);
  }
}

/** From the day on which it left it is no party: the one before is its last. */
export function lastDayBefore(leftOn: string): string {
  return addDays(leftOn, -1);
}
