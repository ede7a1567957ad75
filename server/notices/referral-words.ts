// What a mail may say of a referral: its number and by when an answer is awaited (domain 4.3 (4)).
import { DateTime } from "luxon";

import { ZONE } from "../platform/calendar.js";
import type { Say, Words } from "../platform/graphql/words.js";

const at = (due: Date, language: "pl" | "en") =>
  DateTime.fromJSDate(due, { zone: ZONE })
    .setLocale(language)
    .toFormat("d MMMM, HH:mm");

/** Goes on from the number; empty where no answer is due at an hour. */
export function until(due: Date | null): Words {
  if (!due) return { pl: "", en: "" };
  return {
    pl: `, odpowiedz do ${at(due, "pl")}`,
    en: `, answer by ${at(due, "en")}`,
  };
}

/** Of the time that an organisation has for its answer; of a referral in SQL, as its columns are called. */
export const HALFWAY = `date_trunc('milliseconds',
  coalesce(clock_from, referral.sent_at) + (due_at - coalesce(clock_from, referral.sent_at)) / 2)`;

/** So many stand in a mail, one in each line; how many more there are is said, and the screen holds them all. */
export const MOST_LISTED = 20;

/** Beside each row of such a list: of how many. */
export const COUNTED = `(count(*) over ())::int as "ofAll"`;

export interface Counted {
  ofAll: number;
}

export function listed<Row extends Counted>(
  rows: readonly Row[],
  lineOf: (row: Row) => string,
  say: Say,
): string {
  const more = (rows[0]?.ofAll ?? 0) - rows.length;
  const rest = say({
    pl: `i jeszcze: ${String(more)}`,
    en: `and so many more: ${String(more)}`,
  });
  return [...rows.map(lineOf), ...(more > 0 ? [rest] : [])].join("\n");
}

export const toReferrals = (say: Say) => ({
  label: say({ pl: "Otwórz skierowania", en: "Open the referrals" }),
  path: "/skierowania",
});
