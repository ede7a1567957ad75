// The last day on which a basis works, where it ends with the midnight after.
import { calendarDay } from "../design/period.js";

const DAY_MS = 86_400_000;

export function lastDayOf(validTo: string): string {
  return calendarDay(new Date(Date.parse(validTo) - DAY_MS / 2));
}
