// When a service takes place next: its days and hours, without holidays, out of season and while it rests.
import { DateTime } from "luxon";

import { isHoliday, ZONE } from "../../platform/calendar.js";
import type { Service } from "../service.js";
import { weekdays } from "./service-hours.js";

/** Nobody plans further. */
const DAYS_AHEAD = 366;

type Scheduled = Pick<
  Service,
  | "hours"
  | "seasonFrom"
  | "seasonTo"
  | "restsOnHolidays"
  | "suspendedUntil"
  | "status"
>;

function isInSeason(
  { seasonFrom, seasonTo }: Scheduled,
  month: number,
): boolean {
  if (seasonFrom === null || seasonTo === null) return true;
  return seasonFrom <= seasonTo
    ? month >= seasonFrom && month <= seasonTo
    : month >= seasonFrom || month <= seasonTo;
}

function isNthOfMonth(day: DateTime, weekOfMonth: number | null): boolean {
  if (weekOfMonth === null) return true;
  return weekOfMonth === -1
    ? day.plus({ weeks: 1 }).month !== day.month
    : Math.ceil(day.day / 7) === weekOfMonth;
}

/** The hours at which it begins after this moment, the soonest first. */
export function nextDates(
  service: Scheduled,
  after: Date,
  most: number,
): Date[] {
  const found: Date[] = [];
  if (!isToTakePlace(service)) return found;
  const today = DateTime.fromJSDate(after, { zone: ZONE }).startOf("day");
  for (let ahead = 0; ahead <= DAYS_AHEAD && found.length < most; ahead += 1) {
    const day = today.plus({ days: ahead });
    if (!takesPlaceOn(service, day)) continue;
    const moments = service.hours
      .filter(({ days }) => days.includes(weekdays[day.weekday - 1] ?? "MO"))
      .filter(({ weekOfMonth }) => isNthOfMonth(day, weekOfMonth))
      .map(({ opensAt }) => momentOf(day, opensAt))
      .filter((moment) => moment > after)
      .toSorted((one, other) => one.getTime() - other.getTime());
    found.push(...moments);
  }
  return found.slice(0, most);
}

/** Not where it rests and nobody knows until when. */
function isToTakePlace({ status, suspendedUntil, hours }: Scheduled): boolean {
  if (status === "PAUSED" && suspendedUntil === null) return false;
  return status !== "WITHDRAWN" && hours.length > 0;
}

function takesPlaceOn(service: Scheduled, day: DateTime): boolean {
  const { suspendedUntil, restsOnHolidays } = service;
  return (
    isInSeason(service, day.month) &&
    !(restsOnHolidays && isHoliday(day)) &&
    !(suspendedUntil !== null && day.toFormat("yyyy-MM-dd") < suspendedUntil)
  );
}

function momentOf(day: DateTime, hour: string): Date {
  return DateTime.fromISO(`${day.toFormat("yyyy-MM-dd")}T${hour}`, {
    zone: ZONE,
  }).toJSDate();
}
