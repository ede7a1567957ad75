// A month, a quarter or a year as it stands in an address (2026, 2026-K4, 2026-11) and as people say it.
import { useTranslation } from "react-i18next";

import type { PeriodKind } from "../graphql/generated/graphql.js";

export interface Period {
  kind: PeriodKind;
  /** Its first day. */
  on: string;
}

/** The day on the wall calendar of the centre, yyyy-mm-dd. */
export function calendarDay(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Warsaw",
  }).format(at);
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

/** The latest first: two years, eight quarters, twelve months. */
export function recentPeriods(day: string): Record<PeriodKind, Period[]> {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const back = (kind: PeriodKind, count: number, months: number): Period[] =>
    Array.from({ length: count }, (_, n) => {
      const first = Math.floor((month - 1) / months) * months - n * months;
      const at = year * 12 + first;
      return {
        kind,
        on: `${String(Math.floor(at / 12))}-${two((at % 12) + 1)}-01`,
      };
    });
  return {
    YEAR: back("YEAR", 2, 12),
    QUARTER: back("QUARTER", 8, 3),
    MONTH: back("MONTH", 12, 1),
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
