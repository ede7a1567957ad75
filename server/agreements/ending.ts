// Who is asked before an agreement, or a party's part in it, ends: what still runs under it needs a plan first.
import type { Work } from "../events/index.js";
import type { Problem } from "../platform/graphql/problem.js";
import type { Agreement } from "./agreement.js";
import type { Kept } from "./narrowing.js";
import { leansOnIt } from "./processing.js";

export interface Ending {
  agreement: Agreement;
  /** The parties whose services it no longer opens. */
  partnerIds: readonly string[];
  /** In force to, that day included. */
  lastDay: string;
  /** It goes on, and opens less: what stays as it is needs no plan. */
  kept?: Kept;
}

/** Answers why it cannot end yet. */
export type EndingGuard = (
  work: Work,
  ending: Ending,
) => Promise<Problem | null>;

const guards = new Set<EndingGuard>();

/**
 * Modules that stand on agreements say here what must be settled first; saying it twice is saying it once.
 * @returns what takes it back
 */
export function guardEnding(guard: EndingGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

export async function whatHoldsBack(
  work: Work,
  ending: Ending,
): Promise<Problem | null> {
  const leaning = await leansOnIt(work, ending);
  if (leaning) return leaning;
  for (const guard of guards) {
    const problem = await guard(work, ending);
    if (problem) return problem;
  }
  return null;
}
