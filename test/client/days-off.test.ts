// Days that a date is hinted at: the client reckons them as the calendar of the server does.
import { DateTime } from "luxon";

import { isDayOff, isNight } from "../../client/design/days-off.js";
import { isWorkingDay } from "../../server/platform/calendar.js";

it("knows the days off of ten years, and that Saturdays are none", () => {
  for (
    let day = DateTime.utc(2026, 1, 1);
    day.year < 2036;
    day = day.plus({ days: 1 })
  ) {
    const written = day.toFormat("yyyy-MM-dd");
    if (day.weekday <= 5)
      expect({ written, isOff: isDayOff(written) }).toEqual({
        written,
        isOff: !isWorkingDay(day),
      });
    if (day.weekday === 7) expect(isDayOff(written)).toBe(true);
  }
  expect(isDayOff("2026-11-28")).toBe(false);
  expect(isDayOff("")).toBe(false);
});

it("knows the night", () => {
  expect(
    ["05:59", "06:00", "21:59", "22:00", ""].map((time) => isNight(time)),
  ).toEqual([true, false, false, true, false]);
});
