// What a tap on free places means in the ledger: who came, who left, or how many places there are.

/** `walkIn`: occupied + change; `total`: places + by. */
export type Step =
  | { verb: "walkIn"; change: number }
  | { verb: "total"; by: number };

/**
 * Fewer free: somebody came without a referral. More free: they left, as long as such people are
 * counted; beyond them there are new places.
 */
export function stepsFor(moreFree: number, walkIns: number): Step[] {
  if (moreFree < 0) return [{ verb: "walkIn", change: -moreFree }];
  const left = Math.min(moreFree, walkIns);
  const steps: Step[] = [];
  if (left > 0) steps.push({ verb: "walkIn", change: -left });
  if (moreFree > left) steps.push({ verb: "total", by: moreFree - left });
  return steps;
}

/** The change that takes these back, itself a new change. */
export function undoOf(steps: readonly Step[]): Step[] {
  return steps
    .toReversed()
    .map((step) =>
      step.verb === "walkIn"
        ? { verb: "walkIn", change: -step.change }
        : { verb: "total", by: -step.by },
    );
}

/** The other meaning of the same free number: not people but places; null where there is none. */
export function otherMeaningOf(steps: readonly Step[]): Step[] | null {
  const [step, ...more] = steps;
  if (step?.verb !== "walkIn" || more.length > 0) return null;
  return [
    { verb: "walkIn", change: -step.change },
    { verb: "total", by: -step.change },
  ];
}
