// Whether what comes after the end of an agreement is still to be planned.
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

type Planned = Pick<
  LiveReferralFragment,
  "status" | "partnerLeavesOn" | "agreementEndsOn"
> & {
  continuation: { until: string } | null;
};

const unanswered: ReadonlySet<LiveReferralFragment["status"]> = new Set([
  "SENT",
  "RECEIVED",
  "INFO_REQUESTED",
]);

/** Nobody has taken it yet: its own clock ends long before the agreement does. */
export function isNotTaken({ status }: Pick<Planned, "status">): boolean {
  return unanswered.has(status);
}

/** A plan that was made for an earlier end is none. */
export function awaitsPlan(referral: Planned): boolean {
  const { partnerLeavesOn, agreementEndsOn, continuation } = referral;
  const last = partnerLeavesOn ?? agreementEndsOn;
  if (partnerLeavesOn === null && isNotTaken(referral)) return false;
  return last !== null && (!continuation || continuation.until < last);
}
