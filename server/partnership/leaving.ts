// Who is asked before an organisation leaves the networks of a centre: what still runs at it is handed over first.
import type { Work } from "../events/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import type { NetworkMembership } from "./membership.js";

/** Answers why it cannot leave yet. */
export type LeavingGuard = (
  work: Work,
  leaving: Pick<NetworkMembership, "partnerId" | "leavingOn">,
) => Promise<InvalidInput | null>;

const guards = new Set<LeavingGuard>();

/** Modules that stand on memberships say here what must be settled first; saying it twice is saying it once. */
export function guardLeaving(guard: LeavingGuard): void {
  guards.add(guard);
}

export async function whatHoldsLeaving(
  work: Work,
  leaving: Pick<NetworkMembership, "partnerId" | "leavingOn">,
): Promise<InvalidInput | null> {
  for (const guard of guards) {
    const problem = await guard(work, leaving);
    if (problem) return problem;
  }
  return null;
}
