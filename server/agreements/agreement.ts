// An agreement: what parties promised each other, from when to when, and in which role they handle data (domain 2.5).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { DataRole } from "../partners/index.js";
import { daysBetween } from "../platform/calendar.js";
import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { AgreementKind, AgreementStatus, GrantForm } from "./agreement-kind.js";

/** Kinds under which nobody can be referred: they found, declare or protect, but promise no service (domain 1.10). */
const WITHOUT_REFERRALS: ReadonlySet<AgreementKind> = new Set([
  "LSR_ACCORD",
  "LETTER_OF_INTENT",
  "DATA_PROCESSING",
]);

export const SEVERAL_PARTIES: ReadonlySet<AgreementKind> = new Set([
  "LSR_ACCORD",
  "PROGRAMME_PARTNERSHIP",
]);

/** What may follow what (domain 1.7); days pass by themselves, see `statusOn`. */
const transitions: Record<AgreementStatus, readonly AgreementStatus[]> = {
  DRAFT: ["IN_NEGOTIATION"],
  IN_NEGOTIATION: ["AGREED", "REJECTED"],
  AGREED: ["IN_NEGOTIATION", "SIGNED", "REJECTED"],
  SIGNED: ["ACTIVE", "TERMINATED", "WITHDRAWN", "EXPIRED"],
  ACTIVE: ["SUSPENDED", "TERMINATED", "WITHDRAWN", "EXPIRED"],
  SUSPENDED: ["ACTIVE", "TERMINATED", "WITHDRAWN", "EXPIRED"],
  EXPIRED: [],
  TERMINATED: [],
  WITHDRAWN: [],
  REJECTED: [],
};

@Entity()
@ObjectType({
  implements: Node,
  description: "What the parties promised each other.",
})
export class Agreement extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Number inside the centre, e.g. A15." })
  number!: string;

  @Column({ type: "text" })
  @Field(() => AgreementKind, { description: "Kind of the agreement." })
  kind!: AgreementKind;

  /** As recorded; what holds today is `status`, since dates pass by themselves. */
  @Column({ type: "text", name: "status" })
  recordedStatus!: AgreementStatus;

  @Column({ type: "text" })
  @Field(() => String, { description: "Title." })
  title!: string;

  @Column({ type: "text", nullable: true })
  grantForm!: GrantForm | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Signed by all on." })
  signedOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "In force from." })
  validFrom!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "In force to, that day included; null: for good.",
  })
  validTo!: string | null;

  @Column({ type: "text" })
  @Field(() => DataRole, {
    description: "Part of the partner in the protection of data.",
  })
  dataRole!: DataRole;

  @Column({ type: "text", nullable: true })
  answerEmergency!: string | null;

  @Column({ type: "text", nullable: true })
  answerUrgent!: string | null;

  @Column({ type: "text", nullable: true })
  answerStandard!: string | null;

  @Column({ type: "int", nullable: true })
  offerUpdateDutyDays!: number | null;

  /** All parties that it ever had; kept by the database. */
  @Column({ type: "uuid", array: true, insert: false, update: false })
  partyIds!: string[];

  /** Those that have not left; see stay.ts. */
  @Column({ type: "uuid", array: true, insert: false, update: false })
  presentIds!: string[];

  @Column({ type: "text", nullable: true })
  purpose!: string | null;

  @Column({ type: "int", nullable: true })
  noticeDays!: number | null;

  @Column({ type: "boolean" })
  autoRenew!: boolean;

  /** By how much it is prolonged where it renews itself. */
  @Column({ type: "int", nullable: true })
  renewMonths!: number | null;

  @Column({ type: "int", nullable: true })
  meetingsPerYear!: number | null;

  @Column({ type: "text", nullable: true })
  reporting!: string | null;

  @Column({ type: "text", nullable: true })
  disputeClause!: string | null;

  @Column({ type: "uuid", nullable: true })
  networkId!: string | null;

  @Column({ type: "uuid", nullable: true })
  programmeId!: string | null;

  /** Data of the highest level may travel under it (domain 4.2). */
  @Column({ type: "boolean" })
  allowsSensitive!: boolean;

  /** The entrustment of data processing that it leans on. */
  @Column({ type: "uuid", nullable: true })
  dpaAgreementId!: string | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description:
      "Everybody who signs in at the centre may know that there is one, and between whom; its terms stay with its parties.",
  })
  isPublic!: boolean;

  /** Which version of the terms is in force. */
  @Column({ type: "int" })
  @Field(() => Int, { description: "Which version of the terms is in force." })
  revision!: number;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "Its last day where it was ended before its time.",
  })
  endedOn!: string | null;

  @Column({ type: "text", nullable: true })
  endReason!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Suspended since." })
  suspendedOn!: string | null;

  @Column({ type: "text", nullable: true })
  suspendReason!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Grows with each change; what an edit says it has seen.",
  })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  /** ACTIVE is set by the first day, EXPIRED by the last (domain 1.7); who gave notice ends it by its last day, and no suspension outlives it. */
  statusOn(day: string): AgreementStatus {
    const { recordedStatus, validFrom, validTo, endedOn } = this;
    if (!["ACTIVE", "SIGNED", "SUSPENDED"].includes(recordedStatus))
      return recordedStatus;
    if (endedOn !== null && endedOn < day) return "TERMINATED";
    if (validTo !== null && validTo < day) return "EXPIRED";
    if (recordedStatus === "SUSPENDED") return "SUSPENDED";
    return validFrom !== null && validFrom <= day ? "ACTIVE" : "SIGNED";
  }

  /** @returns whether it may become so today */
  mayBecome(next: AgreementStatus, day: string): boolean {
    return transitions[this.statusOn(day)].includes(next);
  }

  /** Its terms are still talked about. */
  isOpen(day: string): boolean {
    return ["DRAFT", "IN_NEGOTIATION", "AGREED"].includes(this.statusOn(day));
  }

  /** Signed by all, on record as not ended, and under no notice. */
  get isBinding(): boolean {
    return (
      ["SIGNED", "ACTIVE", "SUSPENDED"].includes(this.recordedStatus) &&
      this.endedOn === null
    );
  }

  /** Its terms may still be amended, and an amendment signed. */
  mayBeAmended(day: string): boolean {
    return this.isBinding && (this.validTo === null || this.validTo >= day);
  }

  get hasSeveralParties(): boolean {
    return SEVERAL_PARTIES.has(this.kind);
  }

  get carriesReferrals(): boolean {
    return !WITHOUT_REFERRALS.has(this.kind);
  }

  /** Null: for good, or as long as nobody gives notice. */
  get lastDay(): string | null {
    return this.endedOn ?? (this.autoRenew ? null : this.validTo);
  }

  endsInDays(day: string): number | null {
    return this.validTo === null ? null : daysBetween(day, this.validTo);
  }
}
