// A day of the wall calendar, as the graph gives it, in words.
import { useDates } from "./dates.js";
import { useNow } from "./use-now.js";

/** "1 grudnia", with the year where it is another one. */
export function useDay() {
  const { date } = useDates(useNow());
  return (day: string) => date(noonOf(day));
}

/** The first and the last day of a span, each with its year where they are of different ones. */
export function useDays() {
  const { dates } = useDates(useNow());
  return (first: string, last: string) => {
    const [from, to] = dates(noonOf(first), noonOf(last));
    return { from, to };
  };
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
