// States, priorities, levels and reasons of referrals (domain 1.10, 1.13).
import { registerEnumType } from "type-graphql";

export const ReferralStatus = {
  DRAFT: "DRAFT",
  SENT: "SENT",
  RECEIVED: "RECEIVED",
  INFO_REQUESTED: "INFO_REQUESTED",
  WAITLISTED: "WAITLISTED",
  OFFERED: "OFFERED",
  ACCEPTED: "ACCEPTED",
  IN_PROGRESS: "IN_PROGRESS",
  SUSPENDED: "SUSPENDED",
  COMPLETED: "COMPLETED",
  DISCONTINUED: "DISCONTINUED",
  DECLINED: "DECLINED",
  EXPIRED: "EXPIRED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ReferralStatus = keyof typeof ReferralStatus;

registerEnumType(ReferralStatus, {
  name: "ReferralStatus",
  description: "State of a referral.",
  valuesConfig: {
    DRAFT: { description: "Not sent." },
    SENT: { description: "Sent; the units are held." },
    RECEIVED: { description: "Opened by the partner." },
    INFO_REQUESTED: { description: "The partner asked." },
    WAITLISTED: { description: "In the queue, nothing held." },
    OFFERED: { description: "A freed place is held for it." },
    ACCEPTED: { description: "Accepted; the units are reserved." },
    IN_PROGRESS: { description: "Running; the units are occupied." },
    SUSPENDED: { description: "Paused." },
    COMPLETED: { description: "Completed." },
    DISCONTINUED: { description: "Broken off." },
    DECLINED: { description: "No possibility to take." },
    EXPIRED: { description: "No answer in time." },
    WITHDRAWN: { description: "Withdrawn by the coordinator." },
  },
});

export const DeclineReason = {
  NO_CAPACITY: "NO_CAPACITY",
  OUT_OF_SCOPE: "OUT_OF_SCOPE",
  NOT_ELIGIBLE: "NOT_ELIGIBLE",
  OUT_OF_AREA: "OUT_OF_AREA",
  MISSING_INFORMATION: "MISSING_INFORMATION",
  RESIDENT_REFUSED: "RESIDENT_REFUSED",
  SAFETY: "SAFETY",
  OTHER: "OTHER",
} as const;
export type DeclineReason = keyof typeof DeclineReason;

registerEnumType(DeclineReason, {
  name: "DeclineReason",
  description: "Why a partner cannot take somebody.",
  valuesConfig: {
    NO_CAPACITY: { description: "No place." },
    OUT_OF_SCOPE: { description: "Not this service." },
    NOT_ELIGIBLE: { description: "Conditions not met." },
    OUT_OF_AREA: { description: "Too far." },
    MISSING_INFORMATION: { description: "Something is not known." },
    RESIDENT_REFUSED: { description: "The person resigned." },
    SAFETY: { description: "Safety." },
    OTHER: { description: "Something else." },
  },
});

export const DiscontinueReason = {
  RESIGNED: "RESIGNED",
  NO_SHOW: "NO_SHOW",
  NOT_SUITABLE: "NOT_SUITABLE",
  MOVED_AWAY: "MOVED_AWAY",
  GOAL_REACHED_EARLY: "GOAL_REACHED_EARLY",
  PROVIDER_CANNOT_CONTINUE: "PROVIDER_CANNOT_CONTINUE",
  OTHER: "OTHER",
} as const;
export type DiscontinueReason = keyof typeof DiscontinueReason;

registerEnumType(DiscontinueReason, {
  name: "DiscontinueReason",
  description: "Why a service was broken off.",
  valuesConfig: {
    RESIGNED: { description: "The person resigned." },
    NO_SHOW: { description: "The person did not come." },
    NOT_SUITABLE: { description: "It did not suit." },
    MOVED_AWAY: { description: "Moved away." },
    GOAL_REACHED_EARLY: { description: "The goal was reached early." },
    PROVIDER_CANNOT_CONTINUE: { description: "The provider cannot go on." },
    OTHER: { description: "Something else." },
  },
});
