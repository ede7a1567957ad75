// A day on which something is expected: from today on, and not so far away that it says nothing.
import type { Work } from "../../events/index.js";
import { addDays, localDate } from "../../platform/calendar.js";
import type { InvalidInput } from "../../platform/graphql/problem.js";
import { InputCheck } from "../../platform/graphql/problem.js";

const FARTHEST_DAYS = 2 * 366;

export function checkExpected(
  { say, now }: Work,
  day: string | null,
  path: string,
): InvalidInput | null {
  const today = localDate(now);
  return new InputCheck(say).that(
    day === null || (day >= today && day <= addDays(today, FARTHEST_DAYS)),
    path,
    {
      pl: "Podaj dzień od dziś, najwyżej za dwa lata.",
      en: "Give a day from today on, within two years.",
    },
  ).problem;
}
