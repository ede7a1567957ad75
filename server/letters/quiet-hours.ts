// When mails may go out: on working days from 7:00 to 20:00, unless somebody is in danger.
import { DateTime } from "luxon";

import { isWorkingDay, ZONE } from "../platform/calendar.js";

/** Hours of the day, Europe/Warsaw. */
const FROM = 7;
const TO = 20;

export function isQuiet(at: Date): boolean {
  const local = DateTime.fromJSDate(at, { zone: ZONE });
  return !isWorkingDay(local) || local.hour < FROM || local.hour >= TO;
}

/** The same moment, or the next morning that is not a Saturday, Sunday or holiday. */
export function outsideQuietHours(at: Date): Date {
  if (!isQuiet(at)) return at;
  let day = DateTime.fromJSDate(at, { zone: ZONE });
  if (day.hour >= FROM) day = day.plus({ days: 1 });
  day = day.startOf("day").set({ hour: FROM });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  return day.toJSDate();
}

/** So early in the day, if that is still to come and a working day; else on the next one. */
export function nextWorkingDayAt(hour: number, now: Date): Date {
  let day = DateTime.fromJSDate(now, { zone: ZONE }).startOf("day");
  while (!isWorkingDay(day) || day.set({ hour }).toJSDate() <= now)
    day = day.plus({ days: 1 });
  return day.set({ hour }).toJSDate();
}
