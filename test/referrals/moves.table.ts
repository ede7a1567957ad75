// Every verb from every state of a referral, as domain 1.10 says it; written by hand, so that code and table can differ.
import type { Verb } from "./referring.js";

export type State =
  | "SENT"
  | "RECEIVED"
  | "INFO_REQUESTED"
  | "WAITLISTED"
  | "OFFERED"
  | "ACCEPTED"
  | "IN_PROGRESS"
  | "SUSPENDED"
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
  INFO_REQUESTED: ["askAboutReferral"],
  WAITLISTED: ["waitlistReferral"],
  OFFERED: ["waitlistReferral", "offerPlace"],
  ACCEPTED: ["acceptReferral"],
  IN_PROGRESS: ["acceptReferral", "startReferral"],
  SUSPENDED: ["acceptReferral", "startReferral", "suspendReferral"],
  COMPLETED: ["acceptReferral", "startReferral", "completeReferral"],
  DISCONTINUED: ["acceptReferral", "discontinueReferral"],
  DECLINED: ["declineReferral"],
  // unopened it would be gone without a trace
  WITHDRAWN: ["openReferral", "withdrawReferral"],
  EXPIRED: ["expire"],
};

/** Where each verb leads from where; from everywhere else it is too late, or too early. */
export const leads: Record<Verb, Partial<Record<State, State>>> = {
  openReferral: { SENT: "RECEIVED" },
  acceptReferral: {
    SENT: "ACCEPTED",
    RECEIVED: "ACCEPTED",
    INFO_REQUESTED: "ACCEPTED",
  },
  declineReferral: {
    SENT: "DECLINED",
    RECEIVED: "DECLINED",
    INFO_REQUESTED: "DECLINED",
  },
  waitlistReferral: { SENT: "WAITLISTED", RECEIVED: "WAITLISTED" },
  offerPlace: { WAITLISTED: "OFFERED" },
  confirmPlace: { OFFERED: "ACCEPTED" },
  startReferral: { ACCEPTED: "IN_PROGRESS" },
  completeReferral: { IN_PROGRESS: "COMPLETED" },
  discontinueReferral: {
    ACCEPTED: "DISCONTINUED",
    IN_PROGRESS: "DISCONTINUED",
    SUSPENDED: "DISCONTINUED",
  },
  withdrawReferral: {
    SENT: "WITHDRAWN",
    RECEIVED: "WITHDRAWN",
    INFO_REQUESTED: "WITHDRAWN",
    SUSPENDED: "WITHDRAWN",
    WAITLISTED: "WITHDRAWN",
    OFFERED: "WITHDRAWN",
    ACCEPTED: "WITHDRAWN",
    IN_PROGRESS: "WITHDRAWN",
  },
  askAboutReferral: { SENT: "INFO_REQUESTED", RECEIVED: "INFO_REQUESTED" },
  answerQuestion: { INFO_REQUESTED: "RECEIVED" },
  suspendReferral: { IN_PROGRESS: "SUSPENDED" },
  resumeReferral: { SUSPENDED: "IN_PROGRESS" },
};

/** What may be done again and again: a repeat is known by its key, and another one comes too late. */
export const recurring: ReadonlySet<Step> = new Set<Step>([
  "askAboutReferral",
  "answerQuestion",
  "suspendReferral",
  "resumeReferral",
]);

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
  askAboutReferral: "InformationRequested",
  answerQuestion: "InformationGiven",
  suspendReferral: "ReferralSuspended",
  resumeReferral: "ReferralResumed",
};

/** Whose verb it is. */
export const coordinators: ReadonlySet<Verb> = new Set([
  "confirmPlace",
  "withdrawReferral",
  "answerQuestion",
]);

/** What a standing place of one unit is in each state. */
export const takes: Record<
  State,
  { occupied: number; reserved: number; waiting: number }
> = {
  SENT: { occupied: 0, reserved: 1, waiting: 0 },
  RECEIVED: { occupied: 0, reserved: 1, waiting: 0 },
  INFO_REQUESTED: { occupied: 0, reserved: 1, waiting: 0 },
  WAITLISTED: { occupied: 0, reserved: 0, waiting: 1 },
  OFFERED: { occupied: 0, reserved: 1, waiting: 0 },
  ACCEPTED: { occupied: 0, reserved: 1, waiting: 0 },
  IN_PROGRESS: { occupied: 1, reserved: 0, waiting: 0 },
  SUSPENDED: { occupied: 1, reserved: 0, waiting: 0 },
  COMPLETED: { occupied: 0, reserved: 0, waiting: 0 },
  DISCONTINUED: { occupied: 0, reserved: 0, waiting: 0 },
  DECLINED: { occupied: 0, reserved: 0, waiting: 0 },
  WITHDRAWN: { occupied: 0, reserved: 0, waiting: 0 },
  EXPIRED: { occupied: 0, reserved: 0, waiting: 0 },
};
