// A settlement sheet: the accounts of one period as they stood when it was drafted, until both sides confirm them.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Figures } from "./figures.js";

export const SettlementStatus = {
  OPEN: "OPEN",
  OBJECTED: "OBJECTED",
  CONFIRMED: "CONFIRMED",
  REPLACED: "REPLACED",
} as const;
export type SettlementStatus = keyof typeof SettlementStatus;

registerEnumType(SettlementStatus, {
  name: "SettlementStatus",
  description: "State of a settlement sheet.",
  valuesConfig: {
    OPEN: { description: "Waits for one side, or for both." },
    OBJECTED: { description: "A side objected: a new version is due." },
    CONFIRMED: { description: "Confirmed by both sides; it stays as it is." },
    REPLACED: { description: "A newer version took its place." },
  },
});

export const AgreementSide = { HUB: "HUB", PARTNER: "PARTNER" } as const;
export type AgreementSide = keyof typeof AgreementSide;

registerEnumType(AgreementSide, {
  name: "AgreementSide",
  description: "Whose it is to act.",
  valuesConfig: {
    HUB: { description: "The centre, which ordered." },
    PARTNER: { description: "The organisation, which delivers." },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description: "The accounts of a period, frozen, for both sides to confirm.",
})
export class SettlementSheet extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  orderId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "date" })
  @Field(() => Day, { name: "from", description: "First day." })
  fromOn!: string;

  @Column({ type: "date" })
  @Field(() => Day, { name: "to", description: "Last day, included." })
  toOn!: string;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Version of the sheet for this period, from 1 on.",
  })
  revision!: number;

  @Column({ type: "text" })
  @Field(() => SettlementStatus, { description: "State." })
  status!: SettlementStatus;

  @Column({ type: "jsonb" })
  figures!: Figures;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When the figures were frozen." })
  draftedAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When the centre confirmed.",
  })
  hubConfirmedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When the organisation confirmed.",
  })
  partnerConfirmedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => AgreementSide, {
    nullable: true,
    description: "Which side objected.",
  })
  objectedBy!: AgreementSide | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Why it objected." })
  objection!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  objectedAt!: Date | null;

  confirmedBy(side: AgreementSide): Date | null {
    return side === "HUB" ? this.hubConfirmedAt : this.partnerConfirmedAt;
  }

  /** False where it waits for no confirmation any more. */
  confirm(side: AgreementSide, now: Date): boolean {
    if (this.status !== "OPEN") return false;
    if (side === "HUB") this.hubConfirmedAt ??= now;
    else this.partnerConfirmedAt ??= now;
    if (this.hubConfirmedAt && this.partnerConfirmedAt)
      this.status = "CONFIRMED";
    return true;
  }

  object(side: AgreementSide, reason: string, now: Date): boolean {
    if (this.status !== "OPEN") return false;
    this.status = "OBJECTED";
    this.objectedBy = side;
    this.objection = reason;
    this.objectedAt = now;
    return true;
  }
}
