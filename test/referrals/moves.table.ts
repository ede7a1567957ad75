// Every verb from every state of a referral, as domain 1.10 says it; written by hand, so that code and table can differ.
import type { Verb } from "./referring.js";

export type State =
  | "SENT"
  | "RECEIVED"
  | "WAITLISTED"
  | "OFFERED"
  | "ACCEPTED"
  | "IN_PROGRESS"
  | "COMPLETED"
  | "DISCONTINUED"
  | "DECLINED"
  | "WITHDRAWN"
  | "EXPIRED";

export type Step = Verb | "expire";

/** How a referral that was sent comes to each state. */
export const ways: Record<State, readonly Step[]> = {
  SENT: [],
  RECEIVED: ["openReferral"],
  WAITLISTED: ["waitlistReferral"],
  OFFERED: ["waitlistReferral", "offerPlace"],
  ACCEPTED: ["acceptReferral"],
  IN_PROGRESS: ["acceptReferral", "startReferral"],
  COMPLETED: ["acceptReferral", "startReferral", "completeReferral"],
  DISCONTINUED: ["acceptReferral", "discontinueReferral"],
  DECLINED: ["declineReferral"],
  WITHDRAWN: ["withdrawReferral"],
  EXPIRED: ["expire"],
};

/** Where each verb leads from where; from everywhere else it is too late, or too early. */
export const leads: Record<Verb, Partial<Record<State, State>>> = {
  openReferral: { SENT: "RECEIVED" },
  acceptReferral: { SENT: "ACCEPTED", RECEIVED: "ACCEPTED" },
  declineReferral: { SENT: "DECLINED", RECEIVED: "DECLINED" },
  waitlistReferral: { SENT: "WAITLISTED", RECEIVED: "WAITLISTED" },
  offerPlace: { WAITLISTED: "OFFERED" },
  confirmPlace: { OFFERED: "ACCEPTED" },
  startReferral: { ACCEPTED: "IN_PROGRESS" },
  completeReferral: { IN_PROGRESS: "COMPLETED" },
  discontinueReferral: {
    ACCEPTED: "DISCONTINUED",
    IN_PROGRESS: "DISCONTINUED",
  },
  withdrawReferral: {
    SENT: "WITHDRAWN",
    RECEIVED: "WITHDRAWN",
    WAITLISTED: "WITHDRAWN",
    OFFERED: "WITHDRAWN",
    ACCEPTED: "WITHDRAWN",
    IN_PROGRESS: "WITHDRAWN",
  },
};

export const events: Record<Verb, string> = {
  openReferral: "ReferralOpened",
  acceptReferral: "ReferralAccepted",
  declineReferral: "ReferralDeclined",
  waitlistReferral: "ReferralWaitlisted",
  offerPlace: "PlaceOffered",
  confirmPlace: "PlaceConfirmed",
  startReferral: "ReferralStarted",
  completeReferral: "ReferralCompleted",
  discontinueReferral: "ReferralDiscontinued",
  withdrawReferral: "ReferralWithdrawn",
};

/** Whose verb it is. */
export const coordinators: ReadonlySet<Verb> = new Set([
  "confirmPlace",
  "withdrawReferral",
]);

/** What a standing place of one unit is in each state. */
export const takes: Record<
  State,
  { occupied: number; reserved: number; waiting: number }
> = {
  SENT: { occupied: 0, reserved: 1, waiting: 0 },
  RECEIVED: { occupied: 0, reserved: 1, waiting: 0 },
  WAITLISTED: { occupied: 0, reserved: 0, waiting: 1 },
  OFFERED: { occupied: 0, reserved: 1, waiting: 0 },
  ACCEPTED: { occupied: 0, reserved: 1, waiting: 0 },
  IN_PROGRESS: { occupied: 1, reserved: 0, waiting: 0 },
  COMPLETED: { occupied: 0, reserved: 0, waiting: 0 },
  DISCONTINUED: { occupied: 0, reserved: 0, waiting: 0 },
  DECLINED: { occupied: 0, reserved: 0, waiting: 0 },
  WITHDRAWN: { occupied: 0, reserved: 0, waiting: 0 },
  EXPIRED: { occupied: 0, reserved: 0, waiting: 0 },
};
