// All moves that a referral can make, and whose move each is (domain 1.10). The database holds the same table.
import type { ReferralStatus } from "./referral-status.js";

export type Side = "COORDINATOR" | "PARTNER" | "SYSTEM";

interface Transition {
  from: ReferralStatus;
  to: ReferralStatus;
  side: Side;
}

function moves(
  side: Side,
  from: readonly ReferralStatus[],
  to: ReferralStatus,
): Transition[] {
  return from.map((status) => ({ from: status, to, side }));
}

const ANSWERABLE = ["SENT", "RECEIVED", "INFO_REQUESTED"] as const;
const TAKEN = ["ACCEPTED", "IN_PROGRESS", "SUSPENDED"] as const;
const OPEN = [...ANSWERABLE, "WAITLISTED", "OFFERED", ...TAKEN] as const;

export const transitions: readonly Transition[] = [
  ...moves("COORDINATOR", ["DRAFT"], "SENT"),
  ...moves("COORDINATOR", ["DRAFT"], "WAITLISTED"),
  ...moves("COORDINATOR", ["INFO_REQUESTED"], "RECEIVED"),
  ...moves("COORDINATOR", ["OFFERED"], "ACCEPTED"),
  ...moves("COORDINATOR", ["IN_PROGRESS"], "SUSPENDED"),
  ...moves("COORDINATOR", ["SUSPENDED"], "IN_PROGRESS"),
  ...moves("COORDINATOR", TAKEN, "DISCONTINUED"),
  ...moves("COORDINATOR", ["DRAFT", ...OPEN], "WITHDRAWN"),
  ...moves("PARTNER", ["SENT"], "RECEIVED"),
  ...moves("PARTNER", ["SENT", "RECEIVED"], "INFO_REQUESTED"),
  ...moves("PARTNER", ANSWERABLE, "ACCEPTED"),
  ...moves("PARTNER", ANSWERABLE, "DECLINED"),
  ...moves("PARTNER", ["SENT", "RECEIVED"], "WAITLISTED"),
  ...moves("PARTNER", ["WAITLISTED"], "OFFERED"),
  ...moves("PARTNER", ["ACCEPTED"], "IN_PROGRESS"),
  ...moves("PARTNER", ["IN_PROGRESS"], "SUSPENDED"),
  ...moves("PARTNER", ["SUSPENDED"], "IN_PROGRESS"),
  ...moves("PARTNER", ["IN_PROGRESS"], "COMPLETED"),
  ...moves("PARTNER", TAKEN, "DISCONTINUED"),
  ...moves("SYSTEM", ANSWERABLE, "EXPIRED"),
  // a consent is taken back whose coordinator is there no more
  ...moves("SYSTEM", OPEN, "WITHDRAWN"),
  ...moves("SYSTEM", ["WAITLISTED"], "OFFERED"),
  ...moves("SYSTEM", ["OFFERED"], "WAITLISTED"),
  // its service ends: there is no queue any more
  ...moves("SYSTEM", ["WAITLISTED", "OFFERED"], "DECLINED"),
  // a place goes past who cannot be placed today
  ...moves("SYSTEM", ["WAITLISTED"], "WAITLISTED"),
];

const allowed = new Set(
  transitions.map(({ from, to, side }) => `${from}>${to}:${side}`),
);

export function mayMove(
  from: ReferralStatus,
  to: ReferralStatus,
  side: Side,
): boolean {
  return allowed.has(`${from}>${to}:${side}`);
}

/** An answer is awaited. */
export const answerable: readonly ReferralStatus[] = ANSWERABLE;

/** States that end a referral for good; to refer again is a new referral that follows it (domain 0.1 (7)). */
export const terminal: readonly ReferralStatus[] = [
  "COMPLETED",
  "DISCONTINUED",
  "DECLINED",
  "EXPIRED",
  "WITHDRAWN",
];

/** Sent, and not ended. */
export const openStates: readonly ReferralStatus[] = OPEN;
