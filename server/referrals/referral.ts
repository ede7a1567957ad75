// A referral: one coordinator asks one service for somebody's place; it moves by the table of transitions only (domain 2.9).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { DueRule } from "../agreements/index.js";
import { ReferralPriority } from "../agreements/index.js";
import { DisclosureLevel } from "../partners/index.js";
import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { PassedOver } from "./queue/passed-over.js";
import { ReferralKind } from "./referral-kind.js";
import {
  DeclineReason,
  DiscontinueReason,
  ReferralStatus,
} from "./referral-status.js";
import { SuspendReason } from "./suspension/suspend-reason.js";
import type { Side } from "./transitions.js";
import { mayMove, openStates } from "./transitions.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "A coordinator asks a service for somebody's place.",
})
export class Referral extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Number, e.g. SK/2026/00123." })
  number!: string;

  /** Told by its resolver: whoever bears it is let in. */
  @Column({ type: "text" })
  tokenCode!: string;

  @Column({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "text" })
  @Field(() => String, {
    name: "sender",
    description: "Name of the coordinator, as at the sending.",
  })
  senderName!: string;

  @Column({ name: "sent_as", type: "text", default: "SERVICE_REFERRAL" })
  @Field(() => ReferralKind, { description: "What goes to the partner." })
  kind!: ReferralKind;

  @Column({ type: "text" })
  @Field(() => ReferralPriority, {
    description: "How soon an answer is needed.",
  })
  priority!: ReferralPriority;

  @Column({ type: "text" })
  @Field(() => ReferralStatus, { description: "State of the referral." })
  status!: ReferralStatus;

  @Column({ type: "text" })
  @Field(() => DisclosureLevel, { description: "What travels with it." })
  disclosureLevel!: DisclosureLevel;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Units of the service's capacity." })
  units!: number;

  /** What it takes of the capacity now. */
  @Column({ type: "text" })
  takes!: "NOTHING" | "RESERVED" | "OCCUPIED";

  @Column({ type: "uuid", nullable: true })
  agreementId!: string | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the agreement's terms that was in force at the sending, or when a place was offered; null: without one.",
  })
  agreementRevision!: number | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it was sent." })
  sentAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When the answer is due." })
  dueAt!: Date | null;

  @Column({ type: "jsonb", nullable: true })
  dueRule!: DueRule | null;

  /** Of the question that waits for its answer: since when, and when the partner's own was due before. */
  @Column({ type: "timestamptz", nullable: true })
  askedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  dueWhenAsked!: Date | null;

  /** Since when the time for the answer runs after a question; null: since the sending. */
  @Column({ type: "timestamptz", nullable: true })
  clockFrom!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When a person of the partner first looked.",
  })
  openedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  waitingSince!: Date | null;

  /** The versions of the numbers at which it joined the queue, and at which a place last went past it. */
  @Column({ type: "int", nullable: true })
  queuedVersion!: number | null;

  @Column({ type: "int", nullable: true })
  passedVersion!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => PassedOver, {
    nullable: true,
    description:
      "Why a free place went past it, while it waits; null: none did.",
  })
  passedOver!: PassedOver | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description:
      "When the partner expects a place, as it said when it queued it.",
  })
  expectedOn!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "Until when the offered place is held.",
  })
  offeredUntil!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When it was accepted, declined or queued by the partner.",
  })
  decidedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When the service began." })
  startedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When its code was used at the door; null: it was not.",
  })
  redeemedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "Paused since then." })
  suspendedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => SuspendReason, {
    nullable: true,
    description: "Why it is paused; null: it is not.",
  })
  suspendReason!: SuspendReason | null;

  /** Told by its resolver, to the two sides. */
  @Column({ type: "text", nullable: true })
  suspendNote!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "When it is expected to go on.",
  })
  resumesOn!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it ended for good." })
  finishedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => DeclineReason, { nullable: true, description: "Why not." })
  declineReason!: DeclineReason | null;

  @Column({ type: "text", nullable: true })
  @Field(() => DiscontinueReason, {
    nullable: true,
    description: "Why it was broken off.",
  })
  discontinueReason!: DiscontinueReason | null;

  /** Told by its resolver: once masked, the sender's alone. */
  @Column({ type: "text", nullable: true })
  withdrawReason!: string | null;

  @Column({ type: "text", nullable: true })
  statutoryDocumentRef!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      "When what it said of the person was masked: number, dates and units stay.",
  })
  maskedAt!: Date | null;

  @Column({ type: "uuid", nullable: true })
  followsId!: string | null;

  @Column({ type: "int", default: 0 })
  @Field(() => Int, { description: "How often the person did not come." })
  noShows!: number;

  /** By the lists of attendance. */
  @Column({ type: "int", default: 0 })
  absencesInRow!: number;

  /** What was delivered in all, as somebody said at its end; null: what the lists of attendance come to. */
  @Column({ type: "int", nullable: true })
  deliveredUnits!: number | null;

  @Column({ type: "text", nullable: true })
  result!: string | null;

  /** What it rested on was taken back: it was withdrawn for that, or closed to its partner after its end. */
  @Column({ type: "boolean", default: false })
  basisWithdrawn!: boolean;

  /** Withdrawn before anybody at the partner opened it: it is its sender's and the hub's alone, as if nothing had been (domain 0.1 (7)). */
  @Column({ type: "boolean" })
  vanished!: boolean;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  @Field(() => Boolean, {
    description: "Units are held, reserved or occupied for it now.",
  })
  get holdsPlace(): boolean {
    return this.takes !== "NOTHING";
  }

  get isOpen(): boolean {
    return openStates.includes(this.status);
  }

  /** Why it paused is told while it does. */
  private goOn(): void {
    this.suspendedAt = null;
    this.suspendReason = null;
    this.suspendNote = null;
    this.resumesOn = null;
  }

  canMove(to: ReferralStatus, side: Side): boolean {
    return mayMove(this.status, to, side);
  }

  /** Follows the table; what else changes with the move is the use case's. False where it is no move of that side. */
  move(to: ReferralStatus, side: Side, now: Date): boolean {
    if (!this.canMove(to, side)) return false;
    this.status = to;
    // what is told of the queue is told while it waits
    if (to !== "WAITLISTED") this.passedOver = null;
    if (to !== "SUSPENDED") this.goOn();
    this.version += 1;
    this.updatedAt = now;
    return true;
  }
}

/** Whom a referral is for, as its sender knows it; apart, since everybody else reads the referral without it. */
@Entity()
export class ReferralSubject {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "uuid", nullable: true })
  caseId!: string | null;

  @Column({ type: "text", nullable: true })
  ownReference!: string | null;

  /** Kept for the sender, once the referral is masked for others. */
  @Column({ type: "text", nullable: true })
  statutoryDocumentRef!: string | null;

  @Column({ type: "text", nullable: true })
  withdrawReason!: string | null;

  @Column({ type: "text", nullable: true })
  result!: string | null;

  @Column({ type: "text", nullable: true })
  suspendNote!: string | null;
}
