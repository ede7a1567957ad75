// A month, a quarter or a year as it stands in an address (2026, 2026-K4, 2026-11) and as people say it.
import { useTranslation } from "react-i18next";

import type { PeriodKind } from "../graphql/generated/graphql.js";
import { timeInputOf } from "./dates.js";

export interface Period {
  kind: PeriodKind;
  /** Its first day. */
  on: string;
}

/** The day on the wall calendar of the centre, yyyy-mm-dd. */
export function calendarDay(at: Date): string {
  return timeInputOf(at).day;
}

const two = (count: number) => String(count).padStart(2, "0");

export function textOfPeriod({ kind, on }: Period): string {
  const [year = "", month = "01"] = on.split("-");
  if (kind === "YEAR") return year;
  if (kind === "MONTH") return `${year}-${month}`;
  return `${year}-K${String(Math.ceil(Number(month) / 3))}`;
}

/** Null where the text is none. */
export function periodOfText(text: string | null): Period | null {
  const [, year, quarter, month] =
    /^(2\d{3})(?:-K([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text ?? "") ?? [];
  if (!year) return null;
  if (quarter)
    return {
      kind: "QUARTER",
      on: `${year}-${two(Number(quarter) * 3 - 2)}-01`,
    };
  if (month) return { kind: "MONTH", on: `${year}-${month}-01` };
  return { kind: "YEAR", on: `${year}-01-01` };
}

/** The time that something holds; null: without a beginning, without an end. */
export interface Span {
  from: string | null;
  to: string | null;
}

const months = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const;

/** Whether some of its days are of the time. */
export function touches({ kind, on }: Period, { from, to }: Span): boolean {
  const [year = 0, month = 1] = on.split("-").map(Number);
  const next = year * 12 + month - 1 + months[kind];
  const end = `${String(Math.floor(next / 12))}-${two((next % 12) + 1)}-01`;
  return (to === null || on <= to) && (from === null || from < end);
}

/** The latest first: two years, eight quarters, twelve months; only those that touch the time. */
export function recentPeriods(
  day: string,
  time: Span = { from: null, to: null },
): Record<PeriodKind, Period[]> {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const back = (kind: PeriodKind, count: number): Period[] =>
    Array.from({ length: count }, (_, n) => {
      const of = months[kind];
      const first = Math.floor((month - 1) / of) * of - n * of;
      const at = year * 12 + first;
      return {
        kind,
        on: `${String(Math.floor(at / 12))}-${two((at % 12) + 1)}-01`,
      };
    }).filter((period) => touches(period, time));
  return {
    YEAR: back("YEAR", 2),
    QUARTER: back("QUARTER", 8),
    MONTH: back("MONTH", 12),
  };
}

/** "2026", "4. kwartał 2026", "listopad 2026" */
export function usePeriodWords(): (period: Period) => string {
  const { t, i18n } = useTranslation("design");
  return ({ kind, on }) => {
    const at = new Date(`${on}T12:00:00Z`);
    const year = on.slice(0, 4);
    if (kind === "YEAR") return year;
    if (kind === "QUARTER")
      return t("period.quarter", {
        number: Math.floor(at.getUTCMonth() / 3) + 1,
        year,
      });
    return new Intl.DateTimeFormat(i18n.language, {
      timeZone: "UTC",
      month: "long",
      year: "numeric",
    }).format(at);
  };
}
