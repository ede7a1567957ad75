// When an answer that has not come becomes the organiser's to look after: an emergency halfway, all else when it is due (domain 1.10).
import type { Referral } from "../referral.js";
import { answerable } from "../transitions.js";

type Clocked = Pick<Referral, "status" | "priority" | "sentAt" | "dueAt">;

/** Halfway between the sending and the due time. */
export function halfwayOf({ sentAt, dueAt }: Clocked): Date | null {
  return sentAt && dueAt && new Date((sentAt.getTime() + dueAt.getTime()) / 2);
}

export function escalatesAt(referral: Clocked): Date | null {
  if (!answerable.includes(referral.status)) return null;
  return referral.priority === "EMERGENCY"
    ? halfwayOf(referral)
    : referral.dueAt;
}
