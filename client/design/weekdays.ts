// The days of the week, Monday first, as people call them.
import type { Weekday } from "../graphql/generated/graphql.js";

export const weekdays = [
  "MO",
  "TU",
  "WE",
  "TH",
  "FR",
  "SA",
  "SU",
] as const satisfies readonly Weekday[];

/** The first of January 2024 was a Monday. */
export function weekdayIn(
  language: string,
  day: Weekday,
  weekday: "short" | "long",
): string {
  const on = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(
    on,
  );
}

/** 1 to 12. */
export const months: readonly number[] = Array.from(
  { length: 12 },
  (_, at) => at + 1,
);

export function monthIn(language: string, month: number): string {
  return new Intl.DateTimeFormat(language, {
    month: "long",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(2024, month - 1, 1)));
}

/** What the graph says in both languages; that of the page may name a country too. */
export function linesIn(
  language: string,
  said: { pl: readonly string[]; en: readonly string[] },
): readonly string[] {
  return language.startsWith("en") ? said.en : said.pl;
}
