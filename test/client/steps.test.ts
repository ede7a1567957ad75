// What a tap on free places sends: people while they are counted, places beyond them.
import fc from "fast-check";

import {
  otherMeaningOf,
  type Step,
  stepsFor,
  undoOf,
} from "../../client/offer/steps.js";

describe("the steps of a tap", () => {
  it("counts one who came when there is one free less", () => {
    expect(stepsFor(-1, 0)).toEqual([{ verb: "walkIn", change: 1 }]);
  });

  it("counts one who left while such people are counted", () => {
    expect(stepsFor(1, 3)).toEqual([{ verb: "walkIn", change: -1 }]);
  });

  it("adds places where nobody who came is counted", () => {
    expect(stepsFor(2, 0)).toEqual([{ verb: "total", by: 2 }]);
  });

  it("lets those leave who are counted, and adds places for the rest", () => {
    expect(stepsFor(3, 1)).toEqual([
      { verb: "walkIn", change: -1 },
      { verb: "total", by: 2 },
    ]);
  });

  it("brings the free number back with an undo, whatever the taps were", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.nat(9), (more, ins) => {
        const steps = stepsFor(more, ins);
        expect(freeBy([...steps, ...undoOf(steps)])).toBe(0);
        expect(freeBy(steps)).toBe(more);
      }),
    );
  });

  it("offers places instead of people with the same free number", () => {
    const came = stepsFor(-2, 0);
    const other = otherMeaningOf(came) ?? [];
    expect(other.at(-1)).toEqual({ verb: "total", by: -2 });
    expect(freeBy(other)).toBe(0);
    expect(otherMeaningOf(stepsFor(1, 0))).toBeNull();
  });
});

function freeBy(steps: readonly Step[]): number {
  return steps.reduce(
    (free, step) => free + (step.verb === "walkIn" ? -step.change : step.by),
    0,
  );
}
