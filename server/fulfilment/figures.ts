// The accounts of a period: ordered, delivered, missed and paid, line by line, and how each number came about. No I/O.
import type { DueRule, ReferralPriority } from "../agreements/index.js";
import type { CapacityUnit } from "../offer/index.js";
import type { OrderedLine } from "./agreement-order.js";
import type { DeliveredLine } from "./delivery-report.js";

export const DeliverySource = {
  REFERRALS: "REFERRALS",
  REPORT: "REPORT",
  UNKNOWN: "UNKNOWN",
} as const;
export type DeliverySource = keyof typeof DeliverySource;

/** What the referrals of a service tell of a period. */
export interface Moved {
  serviceId: string;
  units: number;
  /** Units times the days on which they ran. */
  unitDays: number;
  /** What the lists of attendance count; null: there are none. */
  attended?: number | null;
  /** Null: 1 to 4 that are not the viewer's to know. */
  noShows: number | null;
  declined: number | null;
  unanswered: number | null;
}

export interface AnswerFigures {
  priority: ReferralPriority;
  /** What the agreement promised. */
  rule: DueRule;
  answers: number | null;
  inTime: number | null;
  medianMinutes: number | null;
  worstMinutes: number | null;
}

export interface LineFigures {
  serviceId: string;
  serviceName: string;
  unit: CapacityUnit;
  ordered: number;
  fromReferrals: number | null;
  reported: number | null;
  unitPriceGrosze: number | null;
  noShows: number | null;
  declined: number | null;
  unanswered: number | null;
}

export interface Figures {
  lines: LineFigures[];
  answers: AnswerFigures[];
}

/** The partner's report stands before what the referrals tell: it counts what nobody was referred for, and who came. */
export function sourceOf(line: LineFigures): DeliverySource {
  if (line.reported !== null) return "REPORT";
  return line.fromReferrals === null ? "UNKNOWN" : "REFERRALS";
}

export function deliveredOf(line: LineFigures): number {
  return line.reported ?? line.fromReferrals ?? 0;
}

export function missedOf(line: LineFigures): number {
  return Math.max(0, line.ordered - deliveredOf(line));
}

/** More than was ordered is not paid without a new order. */
export function costOf(line: LineFigures): number {
  const paid = Math.min(line.ordered, deliveredOf(line));
  return paid * (line.unitPriceGrosze ?? 0);
}

export function sumOf(
  lines: readonly LineFigures[],
  of: (line: LineFigures) => number,
): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}

export function orderedCostOf(line: LineFigures): number {
  return line.ordered * (line.unitPriceGrosze ?? 0);
}

const DAYS_OF_WEEK = 7;
const DAYS_OF_MONTH = 365 / 12;

/** Places are people that ran in the period, hours follow the lists of attendance, or else their days; visits, trips and tickets are known by the lists alone, or by the provider's report. */
function derived(unit: CapacityUnit, moved: Moved | undefined): number | null {
  const { units = 0, unitDays = 0, attended = null } = moved ?? {};
  // who begins to write lists is taken by them
  if (attended !== null && unit !== "PLACES") return attended;
  switch (unit) {
    case "PLACES":
      return units;
    case "HOURS_WEEK":
      return Math.round(unitDays / DAYS_OF_WEEK);
    case "HOURS_MONTH":
      return Math.round(unitDays / DAYS_OF_MONTH);
    case "APPOINTMENTS_MONTH":
    case "TRIPS_MONTH":
    case "TICKETS_MONTH":
    case "TICKETS_EVENT":
      return null;
  }
}

export function figuresOf(
  ordered: readonly OrderedLine[],
  moved: readonly Moved[],
  reported: readonly DeliveredLine[],
  answers: AnswerFigures[],
): Figures {
  const lines = ordered.map(({ quantity, ...line }): LineFigures => {
    const of = ({ serviceId }: { serviceId: string }) =>
      serviceId === line.serviceId;
    const came = moved.find(of);
    return {
      ...line,
      ordered: quantity,
      fromReferrals: derived(line.unit, came),
      reported: reported.find(of)?.delivered ?? null,
      noShows: came ? came.noShows : 0,
      declined: came ? came.declined : 0,
      unanswered: came ? came.unanswered : 0,
    };
  });
  return { lines, answers };
}

export interface Difference {
  serviceName: string;
  wasDelivered: number;
  isDelivered: number;
  wasCostGrosze: number;
  isCostGrosze: number;
}

/** Where what was frozen is not what would be counted today. */
export function differencesOf(frozen: Figures, now: Figures): Difference[] {
  const named = new Map(
    [...frozen.lines, ...now.lines].map((line) => [
      line.serviceId,
      line.serviceName,
    ]),
  );
  const lineOf = (figures: Figures, id: string) =>
    figures.lines.find(({ serviceId }) => serviceId === id);
  return [...named].flatMap(([id, serviceName]): Difference[] => {
    const was = lineOf(frozen, id);
    const is = lineOf(now, id);
    const difference = {
      serviceName,
      wasDelivered: was ? deliveredOf(was) : 0,
      isDelivered: is ? deliveredOf(is) : 0,
      wasCostGrosze: was ? costOf(was) : 0,
      isCostGrosze: is ? costOf(is) : 0,
    };
    const { wasDelivered, isDelivered, wasCostGrosze, isCostGrosze } =
      difference;
    return wasDelivered === isDelivered && wasCostGrosze === isCostGrosze
      ? []
      : [difference];
  });
}
