// Reads what the network brought an organisation: one statement, told exactly only to whom the referrals are known anyway.
import type { CapacityUnit } from "../offer/index.js";
import type { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import type { MaskedCount } from "../platform/graphql/masked-count.js";
import {
  isFew,
  kept,
  maskedCells,
  told,
} from "../platform/graphql/masked-count.js";
import type { PeriodKind } from "../platform/period.js";
import { momentsOf, periodAround } from "../platform/period.js";
import { allows } from "../platform/permission/allows.js";
import type { Contribution, ContributionLine } from "./contribution.js";
import { jointPartOf } from "./joint-part.reads.js";
import { picturePolicy } from "./picture.policy.js";

interface Row {
  /** Null in the line of all together. */
  name: string | null;
  unit: CapacityUnit | null;
  /** Null: 1 to 4 that the database keeps from who asks. */
  received: number | null;
  accepted: number | null;
  served: number | null;
  served_units: number | null;
  begun: number | null;
  filled_units: number | null;
  answers: number | null;
  in_time: number | null;
  median_minutes: number | null;
  vouched: number | null;
}

/** Counts of which the units follow: where the one is kept back, the other would tell it. */
type Counted = "received" | "accepted" | "served" | "begun";

export async function contributionOf(
  context: Context,
  partner: Partner,
  asked: { kind: PeriodKind; on: string | null; hideFew: boolean },
): Promise<Contribution | null> {
  const { actor, now } = context;
  if (!allows(picturePolicy.contribution, actor, partner)) return null;
  const period = periodAround(asked.kind, asked.on ?? localDate(now));
  const { since, until } = momentsOf(period);
  const rows = await context.reads.rows<Row>(
    `select * from partner_contribution($1, $2, $3, $4)`,
    [partner.id, since, until, now],
  );
  const all = rows.find(({ name }) => name === null);
  if (!all) return null;
  const isMasked =
    asked.hideFew || !allows(picturePolicy.exactContribution, actor, partner);
  return {
    ...period,
    asOf: now,
    isMasked,
    ...linesOf(
      all,
      rows.filter((row) => row !== all),
      isMasked,
    ),
    ...promiseOf(all, isMasked),
    ...(await jointPartOf(context, partner.id, period)),
  };
}

function linesOf(
  all: Row,
  rows: readonly Row[],
  isMasked: boolean,
): Pick<Contribution, "total" | "services"> {
  const columnOf = (count: Counted): MaskedCount[] => {
    const cells = rows.map((row) => row[count]);
    if (isMasked) return maskedCells(cells, all[count]);
    return cells.map((cell) => (cell === null ? kept("FEW") : told(cell)));
  };
  const columns = {
    received: columnOf("received"),
    accepted: columnOf("accepted"),
    served: columnOf("served"),
    begun: columnOf("begun"),
  };
  return {
    total: lineOf(all, (count) => single(all[count], isMasked)),
    services: rows.map((row, at) =>
      lineOf(row, (count) => columns[count][at] ?? kept("FEW")),
    ),
  };
}

function lineOf(
  row: Row,
  countOf: (count: Counted) => MaskedCount,
): ContributionLine {
  const unitsOf = (count: Counted, units: number | null) => {
    if (!row.unit) return null;
    const { reason } = countOf(count);
    return reason === null ? told(units ?? 0) : kept(reason);
  };
  return {
    serviceName: row.name,
    unit: row.unit,
    received: countOf("received"),
    accepted: countOf("accepted"),
    served: countOf("served"),
    servedUnits: unitsOf("served", row.served_units),
    filledUnits: unitsOf("begun", row.filled_units),
  };
}

function single(count: number | null, isMasked: boolean): MaskedCount {
  return count === null || (isMasked && isFew(count))
    ? kept("FEW")
    : told(count);
}

/** Of fewer than five answers neither a usual time nor a share says anything, but of single people. */
function promiseOf(
  row: Row,
  isMasked: boolean,
): Pick<
  Contribution,
  "answers" | "medianAnswerMinutes" | "answeredInTime" | "confirmedInTime"
> {
  const { answers, in_time, median_minutes, vouched } = row;
  const isTold = answers !== null && answers > 0 && !isFew(answers);
  return {
    answers: single(answers, isMasked),
    medianAnswerMinutes: isTold ? median_minutes : null,
    answeredInTime:
      isTold && in_time !== null ? Math.round((in_time / answers) * 100) : null,
    confirmedInTime: vouched === null ? null : Math.round(vouched * 100),
  };
}
