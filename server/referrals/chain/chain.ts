// Where a referral goes next if nobody takes it: services in an order that its coordinator set, and what became of each (domain 1.10, K6).
import { registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { Referral } from "../referral.js";
import { answerable } from "../transitions.js";

/** Events that leave the referral where it is. */
export const FALLBACKS_PLANNED = "FallbacksPlanned";
export const FALLBACKS_MOVED = "FallbacksMoved";

export const FallbackState = {
  WAITING: "WAITING",
  SENT: "SENT",
  SKIPPED: "SKIPPED",
} as const;
export type FallbackState = keyof typeof FallbackState;

registerEnumType(FallbackState, {
  name: "FallbackState",
  description: "What became of one service of the list.",
  valuesConfig: {
    WAITING: { description: "Its turn has not come." },
    SENT: { description: "A referral went there." },
    SKIPPED: { description: "Its turn came, and nobody could be sent there." },
  },
});

export const FallbackSkip = {
  NO_FREE_PLACE: "NO_FREE_PLACE",
  AGREEMENT_MISSING: "AGREEMENT_MISSING",
  TOO_MANY_HELD: "TOO_MANY_HELD",
} as const;
export type FallbackSkip = keyof typeof FallbackSkip;

registerEnumType(FallbackSkip, {
  name: "FallbackSkip",
  description: "Why nobody could be sent there when its turn came.",
  valuesConfig: {
    NO_FREE_PLACE: { description: "No place was free." },
    AGREEMENT_MISSING: {
      description: "No agreement let anybody be referred there.",
    },
    TOO_MANY_HELD: {
      description: "The coordinator held as many places as she may.",
    },
  },
});

export const FallbackStop = {
  COORDINATOR: "COORDINATOR",
  REFERRED_ON: "REFERRED_ON",
  RESIDENT_REFUSED: "RESIDENT_REFUSED",
  SAFETY: "SAFETY",
  SENDER_LEFT: "SENDER_LEFT",
  CASE_CLOSED: "CASE_CLOSED",
  NOTHING_LEFT: "NOTHING_LEFT",
} as const;
export type FallbackStop = keyof typeof FallbackStop;

registerEnumType(FallbackStop, {
  name: "FallbackStop",
  description: "Why a list of fallbacks moves no further by itself.",
  valuesConfig: {
    COORDINATOR: { description: "The coordinator took the rest away." },
    REFERRED_ON: { description: "She referred elsewhere herself." },
    RESIDENT_REFUSED: { description: "The person resigned." },
    SAFETY: { description: "It was declined for safety: somebody decides." },
    SENDER_LEFT: {
      description: "Its coordinator coordinates nobody any more.",
    },
    CASE_CLOSED: { description: "The case is closed." },
    NOTHING_LEFT: { description: "Nobody could be sent to any of the rest." },
  },
});

/** The list that began with one referral. Whoever moves it holds its row. */
@Entity({ name: "referral_chain" })
export class Chain {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  /** The referral that it began with. */
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  /** The one that is waited for now, or that was the last. */
  @Column({ type: "uuid" })
  currentId!: string;

  @Column({ type: "int" })
  version!: number;

  @Column({ type: "text", nullable: true })
  stoppedBy!: FallbackStop | null;
}

@Entity({ name: "referral_fallback" })
export class FallbackRow {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  chainId!: string;

  @PrimaryColumn({ type: "int" })
  place!: number;

  @Column({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "text" })
  state!: FallbackState;

  @Column({ type: "text", nullable: true })
  skippedBecause!: FallbackSkip | null;

  @Column({ type: "uuid", nullable: true })
  nextId!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  decidedAt!: Date | null;
}

/** Of one list; more would be a search. */
export const MOST_FALLBACKS = 5;

/** While an answer is awaited, or somebody waits in a queue, what comes next may be set. */
export function mayPlanFallbacks({ status, kind }: Referral): boolean {
  const isWaiting = answerable.includes(status) || status === "WAITLISTED";
  // she applied to one office; nobody referred her, and its silence refers her nowhere
  return isWaiting && kind === "SERVICE_REFERRAL";
}

/** Why a list does not move on after such an end; null: it does. A person decides where one resigned or is in danger. */
export function stopsAfter({ status, declineReason }: Referral) {
  if (status !== "EXPIRED" && status !== "DECLINED") return "COORDINATOR";
  return declineReason === "RESIDENT_REFUSED" || declineReason === "SAFETY"
    ? declineReason
    : null;
}
