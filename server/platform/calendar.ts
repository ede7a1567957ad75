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

/** What is opened again waits two weeks at least. */
export function dueAgain(dueOn: string, today: string): string {
  const inTwoWeeks = addDays(today, 14);
  return dueOn > inTwoWeeks ? dueOn : inTwoWeeks;
}

/** The same day so many months on, or the last one of a shorter month. */
export function addMonths(day: string, months: number): string {
  return DateTime.fromISO(day, { zone: ZONE })
    .plus({ months })
    .toFormat("yyyy-MM-dd");
}

/** Reckoned from the first last day, so that no day is lost on the way; the last day of a month stays one. */
export function renewedTo(
  firstTo: string,
  months: number,
  day: string,
): string {
  const first = DateTime.fromISO(firstTo, { zone: ZONE });
  const isMonthsEnd = first.day === first.daysInMonth;
  for (let times = 0; ; times += 1) {
    const next = first.plus({ months: times * months });
    const to = (isMonthsEnd ? next.endOf("month") : next).toFormat(
      "yyyy-MM-dd",
    );
    if (to > day) return to;
  }
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

/** A public holiday. */
export function isHoliday(day: DateTime): boolean {
  return daysOffOf(day.year).has(day.toFormat("yyyy-MM-dd"));
}

export function isWorkingDay(day: DateTime): boolean {
  return day.weekday <= 5 && !isHoliday(day);
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

/** Hours of the day between which people are at work and answers fall due. */
const OPENS = 8;
const CLOSES = 16;
export const WORKING_HOURS_A_DAY = CLOSES - OPENS;

const closingOf = (day: DateTime) => day.startOf("day").set({ hour: CLOSES });

function nextOpening(day: DateTime): DateTime {
  let next = day;
  do next = next.plus({ days: 1 });
  while (!isWorkingDay(next));
  return next.startOf("day").set({ hour: OPENS });
}

/** The same moment where people are at work, else when they are back. */
function whenAtWork(at: Date): DateTime {
  const day = DateTime.fromJSDate(at, { zone: ZONE });
  if (!isWorkingDay(day) || day.hour >= CLOSES) return nextOpening(day);
  return day.hour < OPENS ? day.startOf("day").set({ hour: OPENS }) : day;
}

/** The same moment where people are at work, else when they last were. */
function lastAtWork(at: Date): DateTime {
  const day = DateTime.fromJSDate(at, { zone: ZONE });
  if (isWorkingDay(day) && day.hour >= OPENS)
    return day.hour >= CLOSES ? closingOf(day) : day;
  let last = day;
  do last = last.minus({ days: 1 });
  while (!isWorkingDay(last));
  return closingOf(last);
}

/** The same time of day, so many working days later; what comes when nobody is at work counts from the next opening. */
export function addWorkingDays(at: Date, days: number): Date {
  let day = whenAtWork(at);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.toJSDate();
}

/** The latest moment after which so many working days have passed by now. */
export function workingDaysBefore(at: Date, days: number): Date {
  let day = lastAtWork(at);
  for (let left = days; left > 0;) {
    day = day.minus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.toJSDate();
}

/** So many hours of work later, nights and days off left out. */
export function addWorkingHours(at: Date, hours: number): Date {
  const days = Math.floor(hours / WORKING_HOURS_A_DAY);
  const day = DateTime.fromJSDate(addWorkingDays(at, days), { zone: ZONE });
  const end = day.plus({ hours: hours % WORKING_HOURS_A_DAY });
  const over = end.diff(day.startOf("day").set({ hour: CLOSES }));
  return (over.toMillis() > 0 ? nextOpening(day).plus(over) : end).toJSDate();
}

/** How long people are at work between two moments, in milliseconds; nothing where the second is not later. */
export function workingTimeBetween(from: Date, to: Date): number {
  const end = DateTime.fromJSDate(to, { zone: ZONE });
  let total = 0;
  for (let day = whenAtWork(from); day < end; day = nextOpening(day))
    total += DateTime.min(end, closingOf(day)).diff(day).toMillis();
  return total;
}

/** So many milliseconds of work later. */
export function addWorkingTime(at: Date, milliseconds: number): Date {
  let day = whenAtWork(at);
  let left = milliseconds;
  for (;;) {
    const room = closingOf(day).diff(day).toMillis();
    if (left <= room) return day.plus(left).toJSDate();
    left -= room;
    day = nextOpening(day);
  }
}
