// Who stands on what agreements let an organisation do is told whenever that changes; listed in the composition root.
import type { Work } from "../events/index.js";

type ScopeFollower = (work: Work, partnerId: string) => Promise<void>;

const followers = new Set<ScopeFollower>();

/** Saying it twice is saying it once. */
export function followScope(follower: ScopeFollower): void {
  followers.add(follower);
}

export async function tellScopeFollowers(
  work: Work,
  partnerId: string,
): Promise<void> {
  for (const follow of followers) await follow(work, partnerId);
}
