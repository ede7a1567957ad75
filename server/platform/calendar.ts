// Days as the centre lives them: Europe/Warsaw, with Polish public holidays.
import Holidays from "date-holidays";
import { DateTime } from "luxon";

import type { Words } from "./graphql/words.js";

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

const daysOff = new Map<number, ReadonlySet<string>>();

/** Public holidays of a year, reckoned once. */
function daysOffOf(year: number): ReadonlySet<string> {
  const known = daysOff.get(year);
  if (known) return known;
  const found = new Set(
    holidays
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice(0, 10)),
  );
  daysOff.set(year, found);
  return found;
}

export function isWorkingDay(day: DateTime): boolean {
  return (
    day.weekday <= 5 && !daysOffOf(day.year).has(day.toFormat("yyyy-MM-dd"))
  );
}

/** As people read a day: "19 listopada 2026". */
export function wordsOfDay(day: string): Words {
  const at = DateTime.fromISO(day, { zone: ZONE });
  return {
    pl: at.setLocale("pl").toFormat("d MMMM yyyy"),
    en: at.setLocale("en").toFormat("d MMMM yyyy"),
  };
}

/** As people read the hour: "9:05". */
export function timeOfDay(at: Date): string {
  return DateTime.fromJSDate(at, { zone: ZONE }).toFormat("H:mm");
}

/** When the week's work begins for who sends on a day off. */
const OPENING_HOUR = 8;

/** The same time of day, so many working days later; a day off counts as the morning after it. */
export function addWorkingDays(at: Date, days: number): Date {
  let day = DateTime.fromJSDate(at, { zone: ZONE });
  while (!isWorkingDay(day))
    day = day.plus({ days: 1 }).startOf("day").set({ hour: OPENING_HOUR });
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.toJSDate();
}
