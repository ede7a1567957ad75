// Days as the centre lives them: working days, holidays, days off and the change of the clocks.
import {
  addWorkingDays,
  daysBetween,
  localDate,
  renewedTo,
  workingDaysBefore,
} from "../../server/platform/calendar.js";

it.each([
  ["a Tuesday", "2026-11-24T08:43:00Z", 1, "2026-11-25T08:43:00.000Z"],
  ["over a weekend", "2026-11-26T08:43:00Z", 3, "2026-12-01T08:43:00.000Z"],
  ["a Sunday night", "2026-11-22T00:02:00Z", 1, "2026-11-24T07:00:00.000Z"],
  ["over Christmas", "2026-12-23T09:00:00Z", 2, "2026-12-29T09:00:00.000Z"],
  [
    "over Independence Day",
    "2026-11-10T09:00:00Z",
    1,
    "2026-11-12T09:00:00.000Z",
  ],
  ["an evening", "2026-11-24T18:00:00Z", 1, "2026-11-26T07:00:00.000Z"],
  [
    "over the end of summer time",
    "2026-10-23T08:00:00Z",
    1,
    "2026-10-26T09:00:00.000Z",
  ],
])("counts working days from %s", (_, from, days, to) => {
  expect(addWorkingDays(new Date(from), days).toISOString()).toBe(to);
});

it.each([
  ["at noon on a Friday", "2026-11-27T11:00:00Z"],
  ["on a Monday before work", "2026-11-23T05:00:00Z"],
  ["on a Sunday", "2026-11-22T12:00:00Z"],
  ["in the evening", "2026-11-24T19:30:00Z"],
  ["at the end of summer time", "2026-10-26T09:30:00Z"],
  ["after Christmas", "2026-12-29T12:00:00Z"],
])("asks %s for the last moment since which so many have passed", (_, at) => {
  const now = new Date(at);
  for (const days of [1, 3]) {
    const last = workingDaysBefore(now, days);
    const missedAt = (ms: number) =>
      addWorkingDays(new Date(last.getTime() + ms), days);
    expect(missedAt(-1).getTime()).toBeLessThanOrEqual(now.getTime());
    expect(missedAt(1).getTime()).toBeGreaterThan(now.getTime());
  }
});

it("knows the day in Warsaw, not in London", () => {
  expect(localDate(new Date("2026-11-24T23:30:00Z"))).toBe("2026-11-25");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
});

it.each([
  ["2026-12-31", 6, "2026-12-31", "2027-06-30"],
  ["2026-12-31", 6, "2027-06-30", "2027-12-31"],
  ["2026-12-31", 2, "2027-02-27", "2027-02-28"],
  ["2026-12-30", 2, "2027-02-28", "2027-04-30"],
  ["2026-12-30", 2, "2027-06-30", "2027-08-30"],
])(
  "renews what ends on %s by %i months, on %s to %s",
  (first, months, on, to) => {
    expect(renewedTo(first, months, on)).toBe(to);
  },
);
