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

/** Told once of all of a kind that one work has recorded, so that what is done for many costs little more than for one. */
type Gathered = (work: Work, events: readonly NewEvent[]) => Promise<void>;

const gathered = new Map<string, Set<Gathered>>();

export function onAll(type: string, reaction: Gathered): void {
  const known = gathered.get(type) ?? new Set();
  gathered.set(type, known.add(reaction));
}

export function gatheredReactionsTo(type: string): Iterable<Gathered> {
  return gathered.get(type) ?? [];
}

export function reactionsTo(type: string): Iterable<Reaction> {
  return reactions.get(type) ?? [];
}
