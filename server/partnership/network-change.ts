// What may become of a network, and what is asked of the modules that stand on it before it rests or is closed.
import { registerEnumType } from "type-graphql";

import type { Work } from "../events/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import type { Network } from "./network.js";

export const NetworkChange = {
  REST: "REST",
  RESUME: "RESUME",
  CLOSE: "CLOSE",
} as const;
export type NetworkChange = keyof typeof NetworkChange;

registerEnumType(NetworkChange, {
  name: "NetworkChange",
  description: "What becomes of a network.",
  valuesConfig: {
    REST: {
      description: "It rests: who is in it stays, nothing new is begun.",
    },
    RESUME: { description: "One that rests goes on where it was." },
    CLOSE: { description: "It ends for good, and stays to be read." },
  },
});

/** Answers why it cannot rest or be closed yet. */
export type StoppingGuard = (
  work: Work,
  network: Network,
  change: NetworkChange,
) => Promise<InvalidInput | null>;

const guards = new Set<StoppingGuard>();

/** Modules that stand on networks say here what must be settled first; saying it twice is saying it once. */
export function guardStopping(guard: StoppingGuard): void {
  guards.add(guard);
}

export async function whatHoldsStopping(
  ...asked: Parameters<StoppingGuard>
): Promise<InvalidInput | null> {
  for (const guard of guards) {
    const problem = await guard(...asked);
    if (problem) return problem;
  }
  return null;
}
