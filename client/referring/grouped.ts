// Sent referrals grouped by who must act.
import type {
  LiveReferralFragment,
  ReferralStatus,
} from "../graphql/generated/graphql.js";
import { awaitsDecision } from "./awaits.js";
import { awaitsPlan } from "./awaits-plan.js";

export type Group =
  | "nagle"
  | "zdecyduj"
  | "odpowiedz"
  | "potwierdz"
  | "propozycje"
  | "sprawdz"
  | "czekaja"
  | "kolejka"
  | "przyjete"
  | "trwaja"
  | "niewyslane"
  | "zakonczone";

export const groups: readonly Group[] = [
  "nagle",
  "zdecyduj",
  "odpowiedz",
  "potwierdz",
  "propozycje",
  "sprawdz",
  "niewyslane",
  "czekaja",
  "kolejka",
  "przyjete",
  "trwaja",
  "zakonczone",
];

const groupOfStatus: Record<ReferralStatus, Group> = {
  DRAFT: "niewyslane",
  SENT: "czekaja",
  RECEIVED: "czekaja",
  INFO_REQUESTED: "odpowiedz",
  WAITLISTED: "kolejka",
  OFFERED: "potwierdz",
  ACCEPTED: "przyjete",
  IN_PROGRESS: "trwaja",
  SUSPENDED: "trwaja",
  COMPLETED: "zakonczone",
  DISCONTINUED: "zakonczone",
  DECLINED: "zakonczone",
  EXPIRED: "zakonczone",
  WITHDRAWN: "zakonczone",
};

export type Listed = Pick<
  LiveReferralFragment,
  | "id"
  | "status"
  | "priority"
  | "openSuggestions"
  | "dueAt"
  | "offeredUntil"
  | "sentAt"
  | "isOftenAbsent"
  | "partnerLeavesOn"
  | "agreementEndsOn"
> & {
  appointment: Pick<
    NonNullable<LiveReferralFragment["appointment"]>,
    "state" | "answer"
  > | null;
  continuation: { until: string } | null;
};

/** First what is counted in hours, then whatever waits for the coordinator herself. */
function groupOf(referral: Listed): Group {
  if (awaitsDecision(referral)) return "zdecyduj";
  const group = groupOfStatus[referral.status];
  if (group === "czekaja" && referral.priority === "EMERGENCY") return "nagle";
  const waitsForHer = group === "odpowiedz" || group === "potwierdz";
  if (referral.openSuggestions > 0 && !waitsForHer) return "propozycje";
  const mayWait = group === "przyjete" || group === "trwaja";
  return mayWait && (referral.isOftenAbsent || awaitsPlan(referral))
    ? "sprawdz"
    : group;
}

/** The groups that hold anything, in order; where a clock runs the nearest end stands first. */
export function grouped<One extends Listed>(
  referrals: readonly One[],
): [Group, One[]][] {
  const once = [...new Map(referrals.map((one) => [one.id, one])).values()];
  return groups.flatMap((group): [Group, One[]][] => {
    const held = once.filter((one) => groupOf(one) === group);
    if (held.length === 0) return [];
    const hasClock = ["nagle", "odpowiedz", "potwierdz", "czekaja"].includes(
      group,
    );
    return [[group, hasClock ? held.toSorted(byClock) : held]];
  });
}

function byClock(one: Listed, other: Listed): number {
  return endOf(one) - endOf(other);
}

function endOf({ offeredUntil, dueAt }: Listed): number {
  const end = offeredUntil ?? dueAt;
  return end ? Date.parse(end) : Infinity;
}
