// Emergencies that somebody could not take a short while ago: where a place is free on paper, the word of a moment ago counts more.
import type { NotTakenEmergenciesQuery } from "../graphql/generated/graphql.js";

export type NotTaken = NonNullable<
  NotTakenEmergenciesQuery["centre"]
>["ended"]["nodes"][number];

type Ended = Pick<NotTaken, "decidedAt" | "finishedAt" | "followedBy"> & {
  fallbackPlan: {
    fallbacks: readonly { referral: { id: string } | null }[];
  } | null;
};

/** As long as a night. */
const RECENT_MS = 12 * 3_600_000;

export function endedAt({
  finishedAt,
  decidedAt,
}: Pick<Ended, "decidedAt" | "finishedAt">): Date | null {
  const at = finishedAt ?? decidedAt;
  return at === null ? null : new Date(at);
}

/** The latest first. */
export function lately<One extends Ended>(ended: readonly One[], now: Date) {
  const since = now.getTime() - RECENT_MS;
  const time = (one: One) => endedAt(one)?.getTime() ?? 0;
  return ended
    .filter((one) => time(one) > since)
    .toSorted((one, other) => time(other) - time(one));
}

/** When an organisation said a short while ago that it is full, to whomever. */
export function saidFullLately(
  saidFullAt: string | null,
  now: Date,
): Date | null {
  const at = saidFullAt === null ? null : new Date(saidFullAt);
  return at && at.getTime() > now.getTime() - RECENT_MS ? at : null;
}

/** How it went on: by the list that she had set, by her own hand, or not at all. */
export function wentOn({
  followedBy,
  fallbackPlan,
}: Pick<Ended, "followedBy" | "fallbackPlan">): "plan" | "hand" | "no" {
  if (!followedBy) return "no";
  const steps = fallbackPlan?.fallbacks ?? [];
  return steps.some(({ referral }) => referral?.id === followedBy.id)
    ? "plan"
    : "hand";
}
