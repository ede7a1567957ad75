// Periods that are offered for something that holds for a time: those that touch it, and none beside.
import { recentPeriods, touches } from "../../client/design/period.js";

it("offers the periods that touch the time", () => {
  const time = { from: "2026-02-15", to: "2026-10-01" };
  const { YEAR, QUARTER, MONTH } = recentPeriods("2026-11-30", time);
  expect(YEAR.map(({ on }) => on)).toEqual(["2026-01-01"]);
  expect(QUARTER.map(({ on }) => on)).toEqual([
    "2026-10-01",
    "2026-07-01",
    "2026-04-01",
    "2026-01-01",
  ]);
  expect(MONTH).toHaveLength(9);
  expect(recentPeriods("2026-11-30").QUARTER).toHaveLength(8);
  const december = { kind: "MONTH", on: "2026-12-01" } as const;
  expect(touches(december, { from: "2026-12-31", to: null })).toBe(true);
  expect(touches(december, { from: "2027-01-01", to: null })).toBe(false);
});
