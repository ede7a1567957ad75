// Where a new referral would hold a place, and where it would stand in the queue.
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";

type Places = Pick<
  ReferableServiceFragment,
  "offerable" | "availability" | "capacity"
>;

/** Nobody has vouched for the number yet, so that no place of it can be held. */
export function isNeverConfirmed({
  capacity,
}: Pick<Places, "capacity">): boolean {
  return capacity?.confirmedAt === null;
}

/** More is asked than is free beyond what the queue is owed; where the number is not the viewer's, the band says it. */
export function wouldWait(service: Places, units: number): boolean {
  if (isNeverConfirmed(service)) return true;
  const { offerable, availability } = service;
  return offerable === null
    ? availability === "WAITLIST" || availability === "FULL"
    : offerable < units;
}
