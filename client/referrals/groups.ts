// The inbox in the order of who must act now.
import type {
  LiveReferralFragment,
  ReferralStatus,
} from "../graphql/generated/graphql.js";

export const groups = [
  { key: "toAnswer", statuses: ["SENT", "RECEIVED"] },
  { key: "asked", statuses: ["INFO_REQUESTED"] },
  { key: "accepted", statuses: ["ACCEPTED"] },
  { key: "running", statuses: ["IN_PROGRESS", "SUSPENDED"] },
  { key: "queue", statuses: ["WAITLISTED", "OFFERED"] },
  {
    key: "finished",
    statuses: ["COMPLETED", "DISCONTINUED", "DECLINED", "EXPIRED", "WITHDRAWN"],
  },
] as const satisfies readonly {
  key: string;
  statuses: readonly ReferralStatus[];
}[];

export type GroupKey = (typeof groups)[number]["key"] | "keeping";

/** Nobody comes any more: it ended, or never began. */
export function isFinished({ status }: LiveReferralFragment): boolean {
  const finished = groups.find(({ key }) => key === "finished");
  return finished?.statuses.some((one) => one === status) ?? false;
}

export interface Group {
  key: GroupKey;
  referrals: LiveReferralFragment[];
}

/** Groups without members are left out; what is due first stands first, then the place in the queue, then the newest. */
export function groupReferrals(
  referrals: readonly LiveReferralFragment[],
): Group[] {
  return groups
    .map(({ key, statuses }) => ({
      key,
      referrals: referrals
        .filter(({ status }) => statuses.some((one) => one === status))
        .toSorted(key === "toAnswer" ? byDueAt : byQueueThenNewest),
    }))
    .filter((group) => group.referrals.length > 0);
}

function byDueAt(one: LiveReferralFragment, other: LiveReferralFragment) {
  return (one.dueAt ?? "9").localeCompare(other.dueAt ?? "9");
}

function byQueueThenNewest(
  one: LiveReferralFragment,
  other: LiveReferralFragment,
) {
  const places = (one.queuePosition ?? 0) - (other.queuePosition ?? 0);
  return places || (other.sentAt ?? "").localeCompare(one.sentAt ?? "");
}
