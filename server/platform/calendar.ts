// Days as the centre lives them: Europe/Warsaw, with Polish public holidays.
import Holidays from "date-holidays";
import { DateTime } from "luxon";

export const ZONE = "Europe/Warsaw";

const holidays = new Holidays("PL");

/** The day on the wall calendar, as yyyy-mm-dd. */
export function localDate(at: Date): string {
  return DateTime.fromJSDate(at, { zone: ZONE }).toFormat("yyyy-MM-dd");
}

export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: ZONE })
    .plus({ days })
    .toFormat("yyyy-MM-dd");
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    DateTime.fromISO(to, { zone: "utc" }).diff(
      DateTime.fromISO(from, { zone: "utc" }),
      "days",
    ).days,
  );
}

/** Days already looked up: the calendar of holidays takes milliseconds for each. */
const working = new Map<string, boolean>();

export function isWorkingDay(day: DateTime): boolean {
  if (day.weekday > 5) return false;
  const name = day.toFormat("yyyy-MM-dd");
  const known = working.get(name);
  if (known !== undefined) return known;
  const found = holidays.isHoliday(day.toJSDate());
  const works = !found || found.every(({ type }) => type !== "public");
  working.set(name, works);
  return works;
}

/** The same time of day, so many working days later. */
export function addWorkingDays(at: Date, days: number): Date {
  let day = DateTime.fromJSDate(at, { zone: ZONE });
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.toJSDate();
}
