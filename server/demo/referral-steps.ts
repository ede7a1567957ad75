// What each step of a demo referral leaves: its state, whose step it is, what it takes, and which time it is.
import type { Referral, ReferralStatus } from "../referrals/index.js";

export const STEPS: Record<
  string,
  {
    status: ReferralStatus;
    side: "COORDINATOR" | "PARTNER";
    takes: Referral["takes"];
    time: "sentAt" | "openedAt" | "decidedAt" | "startedAt" | "finishedAt";
  }
> = {
  ReferralSent: {
    status: "SENT",
    side: "COORDINATOR",
    takes: "RESERVED",
    time: "sentAt",
  },
  ReferralWaitlisted: {
    status: "WAITLISTED",
    side: "COORDINATOR",
    takes: "NOTHING",
    time: "sentAt",
  },
  ReferralOpened: {
    status: "RECEIVED",
    side: "PARTNER",
    takes: "RESERVED",
    time: "openedAt",
  },
  ReferralAccepted: {
    status: "ACCEPTED",
    side: "PARTNER",
    takes: "RESERVED",
    time: "decidedAt",
  },
  ReferralDeclined: {
    status: "DECLINED",
    side: "PARTNER",
    takes: "NOTHING",
    time: "decidedAt",
  },
  ReferralStarted: {
    status: "IN_PROGRESS",
    side: "PARTNER",
    takes: "OCCUPIED",
    time: "startedAt",
  },
  ReferralCompleted: {
    status: "COMPLETED",
    side: "PARTNER",
    takes: "NOTHING",
    time: "finishedAt",
  },
  ReferralDiscontinued: {
    status: "DISCONTINUED",
    side: "PARTNER",
    takes: "NOTHING",
    time: "finishedAt",
  },
};
