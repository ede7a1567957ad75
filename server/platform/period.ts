// A month, a quarter or a year on the wall calendar: what reports and settlements are about.
import { DateTime } from "luxon";
import { registerEnumType } from "type-graphql";

import { ZONE } from "./calendar.js";

export const PeriodKind = {
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  YEAR: "YEAR",
} as const;
export type PeriodKind = keyof typeof PeriodKind;

registerEnumType(PeriodKind, {
  name: "PeriodKind",
  description: "How long a period is.",
  valuesConfig: {
    MONTH: { description: "A calendar month." },
    QUARTER: { description: "Three months, from January on." },
    YEAR: { description: "A calendar year." },
  },
});

/** Days, both included. */
export interface Period {
  from: string;
  to: string;
}

const UNIT = { MONTH: "month", QUARTER: "quarter", YEAR: "year" } as const;

/** The period of its kind that the day lies in. */
export function periodAround(kind: PeriodKind, day: string): Period {
  const at = DateTime.fromISO(day, { zone: ZONE });
  return {
    from: at.startOf(UNIT[kind]).toFormat("yyyy-MM-dd"),
    to: at.endOf(UNIT[kind]).toFormat("yyyy-MM-dd"),
  };
}

/** From the first moment of the first day up to that of the day after the last. */
export function momentsOf({ from, to }: Period): { since: Date; until: Date } {
  const startOf = (day: string) => DateTime.fromISO(day, { zone: ZONE });
  return {
    since: startOf(from).toJSDate(),
    until: startOf(to).plus({ days: 1 }).toJSDate(),
  };
}
