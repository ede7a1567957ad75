// A day of the wall calendar, as the graph gives it, in words.
import { useDates } from "./dates.js";
import { useNow } from "./use-now.js";

/** "1 grudnia", with the year where it is another one. */
export function useDay() {
  const { date } = useDates(useNow());
  return (day: string) => date(new Date(`${day}T12:00:00Z`));
}
