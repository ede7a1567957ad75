// When an answer that has not come becomes the organiser's to look after: an emergency halfway, all else when it is due (domain 1.10).
import type { Referral } from "../referral.js";
import type { ReferralStatus } from "../referral-status.js";

type Clocked = Pick<
  Referral,
  "status" | "priority" | "sentAt" | "clockFrom" | "dueAt"
>;

/** While a question waits it is the coordinator who owes an answer. */
const AWAITS_PARTNER: readonly ReferralStatus[] = ["SENT", "RECEIVED"];

/** Halfway between the sending, or the answer to a question, and the due time. */
function halfwayOf({ sentAt, clockFrom, dueAt }: Clocked): Date | null {
  const from = clockFrom ?? sentAt;
  return from && dueAt && new Date((from.getTime() + dueAt.getTime()) / 2);
}

export function escalatesAt(referral: Clocked): Date | null {
  if (!AWAITS_PARTNER.includes(referral.status)) return null;
  return referral.priority === "EMERGENCY"
    ? halfwayOf(referral)
    : referral.dueAt;
}
