// What a count may tell: 1 to 4 never, and nothing from which they could be reckoned.
import { maskedCells } from "../../server/platform/graphql/masked-count.js";

function shown(cells: readonly (number | null)[], total: number | null) {
  return maskedCells(cells, total).map(({ value, reason }) => value ?? reason);
}

it("keeps back 1 to 4 and tells nought", () => {
  expect(shown([0, 1, 4, 5, 12], 22)).toEqual([0, "FEW", "FEW", 5, 12]);
});

it("keeps back the next smallest where a single one could be reckoned from the total", () => {
  expect(shown([0, 3, 9, 7], 19)).toEqual([0, "FEW", 9, "DERIVABLE"]);
});

it("keeps back one more where what is left of the total says what each is", () => {
  expect(shown([1, 1, 6, 9], 17)).toEqual(["FEW", "FEW", "DERIVABLE", 9]);
  expect(shown([4, 4, 6, 9], 23)).toEqual(["FEW", "FEW", "DERIVABLE", 9]);
  expect(shown([1, 4, 6, 9], 20)).toEqual(["FEW", "FEW", 6, 9]);
});

it("needs nothing more where the total itself is not told", () => {
  expect(shown([0, 3], 3)).toEqual([0, "FEW"]);
  expect(shown([null, 0], null)).toEqual(["FEW", 0]);
});
