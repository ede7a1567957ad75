// The list of fallbacks of one referral and where else it may go, read anew when the log tells of any of the coordinator's referrals.
import { useQuery } from "@apollo/client/react";
import { useCallback } from "react";

import { useReadAnew } from "../../app/live/use-read-anew.js";
import type { ReferralFallbacksQuery } from "../../graphql/generated/graphql.js";
import { useStanding } from "../../graphql/use-standing.js";
import { Fallbacks } from "./fallbacks.documents.js";

export type Listed = Extract<
  NonNullable<ReferralFallbacksQuery["node"]>,
  { __typename: "Referral" }
>;
export type FallbackStep = NonNullable<
  Listed["fallbackPlan"]
>["fallbacks"][number];

export function useFallbacks(referralId: string) {
  const { data, error, refetch } = useQuery(Fallbacks, {
    variables: { referralId },
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const read = useCallback(() => refetch(), [refetch]);
  useReadAnew(["REFERRAL"], read);
  const node = useStanding(data, referralId)?.node;
  const listed = node?.__typename === "Referral" ? node : null;
  return { listed, hasFailed: error !== undefined, read };
}

/** What is still to come of a list that moves. */
export function toCome(listed: Pick<Listed, "fallbackPlan"> | null) {
  const plan = listed?.fallbackPlan;
  return plan && plan.stoppedBy === null
    ? plan.fallbacks.filter(({ state }) => state === "WAITING")
    : [];
}
