// Whether what comes after the end of an agreement is still to be planned.
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

/** One that was made for an earlier end is none. */
export function awaitsPlan(
  referral: Pick<
    LiveReferralFragment,
    "partnerLeavesOn" | "agreementEndsOn"
  > & {
    continuation: { until: string } | null;
  },
): boolean {
  const { partnerLeavesOn, agreementEndsOn, continuation } = referral;
  const last = partnerLeavesOn ?? agreementEndsOn;
  return last !== null && (!continuation || continuation.until < last);
}
