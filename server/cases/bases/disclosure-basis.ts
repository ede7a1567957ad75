// The basis for telling one partner more than a number about one case: whose word, for which fields, from when to when (domain 2.10, 4.4).
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { ReferralPriority } from "../../agreements/index.js";
import { DisclosureLevel, reachesLevel } from "../../partners/index.js";
import { Node } from "../../platform/graphql/node.js";
import { PersonalDataField } from "../../programmes/index.js";
import { BasisForm, BasisGiver, BasisKind } from "./basis-kind.js";

/** By what a basis ended before its last day. */
export type BasisEnd = "WITHDRAWN" | "CASE_CLOSED";

/** Asked of a basis when something is to travel on it. */
export interface Covering {
  partnerId: string;
  serviceId: string;
  level: DisclosureLevel;
  priority: ReferralPriority;
}

@Entity()
@ObjectType({
  implements: Node,
  description:
    "On what one partner may be told more than a number about a case.",
})
export class DisclosureBasis extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  caseId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  /** Null: every service of the partner. */
  @Column({ type: "uuid", nullable: true })
  serviceId!: string | null;

  @Column({ type: "text" })
  @Field(() => DisclosureLevel, {
    name: "highestLevel",
    description: "How much may travel on it at most.",
  })
  maxLevel!: DisclosureLevel;

  @Column({ type: "text", array: true })
  @Field(() => [PersonalDataField], {
    name: "personFields",
    description: "Which fields may travel on it, and no other.",
  })
  fields!: PersonalDataField[];

  @Column({ type: "text" })
  @Field(() => BasisKind, { name: "kind", description: "Which it is." })
  basis!: BasisKind;

  @Column({ type: "text", nullable: true })
  @Field(() => BasisGiver, {
    nullable: true,
    description: "Who gave it, where somebody did.",
  })
  givenBy!: BasisGiver | null;

  @Column({ type: "text", nullable: true })
  @Field(() => BasisForm, { nullable: true, description: "How it was given." })
  form!: BasisForm | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Which version of the plain-language text was shown.",
  })
  textVersion!: string | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { name: "validFrom", description: "From when it works." })
  givenAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "From when it works no more; null: until it is withdrawn.",
  })
  validTo!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    name: "endedAt",
    description: "When it was withdrawn, or its case closed.",
  })
  revokedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  endedBy!: BasisEnd | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was recorded." })
  recordedAt!: Date;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "What the emergency was, in words that name nobody; only where it rests on one.",
  })
  note!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "By when that note is owed.",
  })
  noteDueAt!: Date | null;

  /** Begun on nobody's word, for emergencies alone. */
  get isEmergencys(): boolean {
    return this.basis === "VITAL_INTEREST";
  }

  /** Also what has run out, or ended with its case: words of it may be open to the partner. */
  get mayBeWithdrawn(): boolean {
    return this.endedBy !== "WITHDRAWN";
  }

  worksAt(now: Date): boolean {
    return (
      this.revokedAt === null &&
      this.givenAt <= now &&
      (this.validTo === null || this.validTo > now)
    );
  }

  /** The database asks the same (`is_covered`). */
  covers(
    { partnerId, serviceId, level, priority }: Covering,
    now: Date,
  ): boolean {
    return (
      this.worksAt(now) &&
      (!this.isEmergencys || priority === "EMERGENCY") &&
      this.partnerId === partnerId &&
      (this.serviceId === null || this.serviceId === serviceId) &&
      reachesLevel(level, this.maxLevel)
    );
  }

  allows(fields: readonly PersonalDataField[]): boolean {
    return fields.every((field) => this.fields.includes(field));
  }
}
