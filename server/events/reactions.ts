// What a module does in the same transaction when it hears of another's event; listed in the composition root.
import type { NewEvent } from "./event.js";
import type { Work } from "./transact.js";

export type Reaction = (work: Work, event: NewEvent) => Promise<void>;

const reactions = new Map<string, Set<Reaction>>();

/** Upstream never knows downstream: whoever cares says so here. Saying it twice is saying it once. */
export function on(type: string, reaction: Reaction): void {
  const known = reactions.get(type) ?? new Set();
  reactions.set(type, known.add(reaction));
}

export function reactionsTo(type: string): Iterable<Reaction> {
  return reactions.get(type) ?? [];
}
