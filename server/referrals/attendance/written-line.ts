// What is written of one person on a list: whether it can be so, and whether it says anything new.
import type { CapacityUnit } from "../../offer/index.js";
import { localDate } from "../../platform/calendar.js";
import type { InputCheck } from "../../platform/graphql/problem.js";
import type { Referral } from "../referral.js";
import {
  type Attendance,
  type AttendanceState,
  isListOfDay,
} from "./attendance.js";

const MOST_UNITS = 10_000;

export interface Written {
  from: string;
  to: string;
  entry: {
    referralId: string;
    state?: AttendanceState | null;
    quantity?: number | null;
    ifRevision: number;
  };
  place: number;
  referral: Referral;
  unit: CapacityUnit;
  /** The standing ones. */
  lines: Attendance[];
}

export const knownOf = ({ lines, from }: Written) =>
  lines.find(({ day }) => day === from);

export function saysTheSame(one: Written): boolean {
  const known = knownOf(one);
  const { state, quantity } = one.entry;
  return (
    known !== undefined &&
    known.until === one.to &&
    known.state === (state ?? null) &&
    known.quantity === (quantity ?? null)
  );
}

export function tellFaults(
  check: InputCheck,
  { from, to, entry, place, referral, unit, lines }: Written,
): void {
  const isOfDay = isListOfDay(unit);
  const { state, quantity } = entry;
  const path = `entries.${String(place)}`;
  const { startedAt, finishedAt } = referral;
  const began = startedAt && localDate(startedAt);
  const ended = finishedAt && localDate(finishedAt);
  check
    .that(
      isOfDay
        ? !!state && typeof quantity !== "number" && from === to
        : !state &&
            typeof quantity === "number" &&
            quantity >= 0 &&
            quantity <= MOST_UNITS,
      path,
      isOfDay
        ? {
            pl: "Tu zapisuje się, kto był danego dnia.",
            en: "Here one writes who was there on a day.",
          }
        : {
            pl: "Tu wpisuje się liczbę od 0 do 10 000 za okres.",
            en: "Here one writes a number from 0 to 10,000 for a period.",
          },
    )
    .that(
      began !== null && began <= to && (ended === null || from <= ended),
      path,
      {
        pl: "Usługa dla tej osoby wtedy nie trwała.",
        en: "The service for this person did not run then.",
      },
    )
    .that(
      // what begins on the same day is corrected by it, its end as well
      lines.every(({ day, until }) => until < from || day > to || day === from),
      path,
      {
        pl: "Ten okres nachodzi na inny, który jest już zapisany.",
        en: "This period overlaps another one that is written already.",
      },
    );
}
