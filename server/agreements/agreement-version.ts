// A version of the terms of an agreement: what they were, what changed, since when; and how each party signed it.
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Day } from "../platform/graphql/scalars.js";
import { SignatureKind, VersionStatus } from "./agreement-kind.js";
import type { AgreementParty } from "./agreement-party.js";
import type { Change, Terms } from "./terms.js";

@Entity()
@ObjectType({ description: "A version of the terms." })
export class AgreementVersion {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, { description: "The first is 1." })
  revision!: number;

  @Column({ type: "text" })
  @Field(() => VersionStatus, { description: "Whether it holds." })
  status!: VersionStatus;

  /** All terms but money, which stands apart. */
  @Column({ type: "jsonb" })
  terms!: Terms;

  @Column({ type: "jsonb" })
  changes!: Change[];

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Its first day." })
  effectiveFrom!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description:
      "Since when something keeps it from force, though all have signed it and its first day has come.",
  })
  heldOn!: string | null;

  @Column({ type: "uuid", nullable: true })
  madeBy!: string | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Written down at." })
  madeAt!: Date;
}

@Entity()
@ObjectType("VersionSignature", {
  description: "A party that is to sign an amendment, and whether it has.",
})
export class AgreementVersionParty {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "int" })
  revision!: number;

  @PrimaryColumn({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Signed on." })
  signedOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Who signed for it." })
  signatoryName!: string | null;

  /** In what capacity she signs, e.g. as the chair, or by what authority. */
  @Column({ type: "text", nullable: true })
  authority!: string | null;

  @Column({ type: "text", nullable: true })
  signatureKind!: SignatureKind | null;

  /** Who signed here, or noted what was signed on paper. */
  @Column({ type: "uuid", nullable: true })
  signedByAccount!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description:
      "When the hub noted it from paper; null: the party signed here itself, or not yet.",
  })
  signatureNotedOn!: string | null;
}

/** Nobody's signature is missing of those who still belong to it and whose word it needs. */
export function isSignedByAll(
  signatures: readonly AgreementVersionParty[],
  parties: readonly AgreementParty[],
  day: string,
): boolean {
  return parties
    .filter((one) => one.mustSpeak(day))
    .every(({ partnerId }) =>
      signatures.some(
        (one) => one.partnerId === partnerId && one.signedOn !== null,
      ),
    );
}
