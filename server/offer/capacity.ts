// The places of a service: what is promised, taken and owed; every change stands in the ledger (domain 2.4).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import {
  CapacityStatus,
  CapacityUnit,
  ConfirmationSource,
} from "./capacity-unit.js";

const DAY = 86_400_000;
/** Without a duty in an agreement a number is stale after so many days; sooner while anybody waits (domain 1.6). */
const STALE_AFTER_DAYS = 30;
const STALE_AFTER_DAYS_WITH_QUEUE = 7;
/** LIMITED from this part of the total on, at least one unit. */
const LIMITED_PART = 0.15;

@Entity()
@ObjectType({ description: "Exact numbers of a service, in its unit." })
export class Capacity {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => CapacityUnit, { description: "What is counted." })
  unit!: CapacityUnit;

  @Column({ type: "int" })
  @Field(() => Int, { description: "All units." })
  total!: number;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Taken by who uses the service now." })
  occupied!: number;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Held for sent referrals and reserved for accepted ones.",
  })
  reserved!: number;

  @Column({ type: "int" })
  waitingReferred!: number;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Who waits at the provider without a referral; kept by hand.",
  })
  waitingOutside!: number;

  /** Of occupied: the units of running referrals. */
  @Column({ type: "int" })
  running!: number;

  @Column({ type: "int" })
  @Field(() => Int, {
    description:
      "Of occupied: who was counted in without a referral since counting began.",
  })
  walkIns!: number;

  @Column({ type: "boolean" })
  suspended!: boolean;

  /** Of the total: only for who is referred, as an agreement promises; set with the agreements. */
  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Of `total`: kept for the network by an agreement.",
  })
  kept = 0;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Number of that agreement; null: nothing is kept.",
  })
  keptBy: string | null = null;

  /** The most that an agreement keeps, or is going to: one that is signed for a day to come, or suspended. */
  @Column({ type: "int" })
  promised = 0;

  @Column({ type: "text", nullable: true })
  promisedBy: string | null = null;

  @Column({ type: "int", nullable: true })
  confirmEveryDays!: number | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When somebody last vouched for the number; null: never.",
  })
  confirmedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Who vouched for it; null: never, or a program.",
  })
  confirmedBy!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => ConfirmationSource, {
    nullable: true,
    description: "On which side that was.",
  })
  confirmedFrom!: ConfirmationSource | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  /** The last version that a confirmation alone did not make. */
  @Column({ type: "int" })
  numbersVersion!: number;

  /** The version at which a place last came free, other than by who was queued or let an offer pass. */
  @Column({ type: "int" })
  freedVersion = 0;

  @Field(() => Int, {
    description: "total - occupied - reserved, never negative.",
  })
  get available(): number {
    return this.total - this.occupied - this.reserved;
  }

  @Field(() => Int, {
    description: "Who waits, with and without a referral, in the same unit.",
  })
  get waiting(): number {
    return this.waitingReferred + this.waitingOutside;
  }

  @Field(() => Int, {
    description:
      "Units that the queue takes before anybody new does; who waits without a referral takes none of `kept`.",
  })
  get owedToQueue(): number {
    return this.waitingReferred + this.owedOutside;
  }

  /** Of it: what is owed to who waits without a referral. */
  get owedOutside(): number {
    return this.kept > 0
      ? Math.min(this.waitingOutside, this.leftForOutsiders)
      : this.waitingOutside;
  }

  /** Free and owed to nobody in the queue. */
  get offerable(): number {
    return Math.max(0, this.available - this.owedToQueue);
  }

  /** A never confirmed number counts as none free (domain 0.1 (5)). */
  takesNow(units: number): boolean {
    return (
      !this.suspended &&
      this.confirmedAt !== null &&
      this.available - this.owedToQueue >= units
    );
  }

  get staleAfterDays(): number {
    return (
      this.confirmEveryDays ??
      (this.waiting > 0 ? STALE_AFTER_DAYS_WITH_QUEUE : STALE_AFTER_DAYS)
    );
  }

  isStale(now: Date): boolean {
    return (
      this.confirmedAt === null ||
      now.getTime() - this.confirmedAt.getTime() > this.staleAfterDays * DAY
    );
  }

  /** The first that holds, in the order of domain 1.6. */
  bandAt(now: Date): CapacityStatus {
    if (this.suspended) return "SUSPENDED";
    if (this.available <= 0) return this.waiting > 0 ? "WAITLIST" : "FULL";
    if (this.isStale(now)) return "STALE";
    if (this.owedToQueue >= this.available) return "WAITLIST";
    return this.available <= Math.max(1, Math.floor(this.total * LIMITED_PART))
      ? "LIMITED"
      : "AVAILABLE";
  }

  /** What changed since a version is more than a confirmation. */
  movedSince(version: number): boolean {
    return this.numbersVersion > version;
  }

  /** Somebody new takes units; what is owed to the queue is not hers. */
  hold(units: number): boolean {
    if (!this.takesNow(units)) return false;
    this.reserved += units;
    return true;
  }

  /** One who waits, or whose hold had ended, takes any free units. */
  take(units: number): boolean {
    if (this.suspended || this.available < units) return false;
    this.reserved += units;
    return true;
  }

  release(units: number): void {
    this.reserved -= units;
  }

  queue(units: number): void {
    this.waitingReferred += units;
  }

  unqueue(units: number): void {
    this.waitingReferred -= units;
  }

  start(units: number): void {
    this.reserved -= units;
    this.occupied += units;
    this.running += units;
  }

  /** Standing loads come back; what was used up comes back with the next period only (domain 1.10, finish). */
  finish(units: number): void {
    this.running -= units;
    if (STANDING.has(this.unit)) this.occupied -= units;
  }

  /** Who is here without a referral; of what is used up within its period only those counted in by hand are known. */
  get outsiders(): number {
    return STANDING.has(this.unit)
      ? this.occupied - this.running
      : this.walkIns;
  }

  /** What is left for others once the kept places are left alone. */
  get leftForOutsiders(): number {
    return Math.max(0, this.total - this.kept - this.outsiders);
  }

  /** Somebody came (+) or left (-) without a referral; false where that cannot be. */
  walkIn(change: number): boolean {
    const occupied = this.occupied + change;
    if (occupied < this.running || occupied + this.reserved > this.total)
      return false;
    if (this.kept > 0 && change > this.leftForOutsiders) return false;
    this.occupied = occupied;
    this.walkIns = Math.max(0, this.walkIns + change);
    return true;
  }

  /** Below it a lowered total would eat what is taken, or what is kept for the network or promised to it. */
  get leastTotal(): number {
    const kept = this.kept > 0 ? this.kept + this.outsiders : 0;
    return Math.max(this.occupied + this.reserved, kept, this.promised);
  }

  /** False where more is taken than the new total, or where a lower one would eat kept places. */
  setTotal(total: number): boolean {
    if (total < this.occupied + this.reserved) return false;
    if (total < this.total && total < this.leastTotal) return false;
    this.total = total;
    return true;
  }

  confirm(now: Date, by: string | null): void {
    this.confirmedAt = now;
    this.confirmedBy = by;
    this.confirmedFrom = "PROVIDER";
  }
}

/** Units of a standing load; the others are used up within their period. */
const STANDING: ReadonlySet<CapacityUnit> = new Set([
  "PLACES",
  "HOURS_WEEK",
  "HOURS_MONTH",
]);
