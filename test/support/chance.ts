// Repeatable chance: the same seed makes the same choices.

/** A whole number below the bound, and never that itself. */
export type Chance = (below: number) => number;

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export function oneOf<Entry>(pick: Chance, entries: readonly Entry[]): Entry {
  const entry = entries[pick(entries.length)];
  if (entry === undefined) throw new Error("there is nothing to choose from");
  return entry;
}
