// The accounts of a period as the graph tells them: lines, sums, answers against the promise, and what has changed since.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { ReferralPriority, wordsOfRule } from "../agreements/index.js";
import { CapacityUnit } from "../offer/index.js";
import { isFew } from "../platform/graphql/masked-count.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Say } from "../platform/graphql/words.js";
import type { Figures, LineFigures } from "./figures.js";
import {
  costOf,
  deliveredOf,
  DeliverySource,
  missedOf,
  orderedCostOf,
  sourceOf,
  sumOf,
} from "./figures.js";
import { ServiceQuality } from "./quality.js";

registerEnumType(DeliverySource, {
  name: "DeliverySource",
  description: "How a delivered number came about.",
  valuesConfig: {
    REFERRALS: {
      description:
        "Reckoned from referrals, their days and lists of attendance.",
    },
    REPORT: { description: "Reported by the organisation." },
    UNKNOWN: { description: "Referrals cannot tell; the report is awaited." },
  },
});

@ObjectType({ description: "One service in the accounts of a period." })
export class SettledLine {
  @Field(() => String, { description: "Name of the service, as ordered." })
  serviceName!: string;

  @Field(() => CapacityUnit, { description: "What it is counted in." })
  unit!: CapacityUnit;

  @Field(() => Int, { description: "Ordered." })
  ordered!: number;

  @Field(() => Int, { description: "Delivered." })
  delivered!: number;

  @Field(() => DeliverySource, { description: "How that number came about." })
  source!: DeliverySource;

  @Field(() => Int, {
    nullable: true,
    description: "What referrals tell; null: they cannot.",
  })
  fromReferrals!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "What the organisation reported; null: nothing.",
  })
  reported!: number | null;

  @Field(() => Int, { description: "Ordered and not delivered." })
  missed!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Price of one, in grosze; null: not paid by the unit.",
  })
  unitPriceGrosze!: number | null;

  @Field(() => Int, {
    description: "Cost of what was delivered, up to what was ordered; grosze.",
  })
  costGrosze!: number;

  @Field(() => Int, {
    nullable: true,
    description: "People who did not come; null: 1 to 4, not the viewer's.",
  })
  noShows!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Referrals without a possibility to take; null: 1 to 4, not the viewer's.",
  })
  declined!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Referrals that nobody answered in time; null: 1 to 4, not the viewer's.",
  })
  unanswered!: number | null;
}

@ObjectType({ description: "Answers of one priority against the promise." })
export class AnswerRecord {
  @Field(() => ReferralPriority, { description: "For which priority." })
  priority!: ReferralPriority;

  @Field(() => String, { description: "What was promised, in words." })
  promise!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Answers that came, or were due and did not come; null: 1 to 4, not the viewer's.",
  })
  answers!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Within the promise, in percent; null: none or too few.",
  })
  inTime!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Usual answer time in minutes: the median.",
  })
  medianMinutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Longest answer time in minutes.",
  })
  worstMinutes!: number | null;
}

@ObjectType({ description: "The accounts of a period." })
export class Accounts {
  @Field(() => [SettledLine], { description: "Service by service." })
  lines!: SettledLine[];

  @Field(() => Int, { description: "What the order would cost, in grosze." })
  orderedGrosze!: number;

  @Field(() => Int, { description: "What is to be paid, in grosze." })
  costGrosze!: number;

  @Field(() => [AnswerRecord], { description: "Answers by priority." })
  answers!: AnswerRecord[];
}

@ObjectType({ description: "What came of an order in a period, as of now." })
export class Fulfilment {
  @Field(() => Day, { description: "First day." })
  from!: string;

  @Field(() => Day, { description: "Last day, included." })
  to!: string;

  @Field(() => Boolean, { description: "The last day has passed." })
  isOver!: boolean;

  @Field(() => Accounts, { description: "The accounts as they stand now." })
  accounts!: Accounts;

  @Field(() => Int, {
    nullable: true,
    description: "Version of the organisation's report; null: none yet.",
  })
  reportVersion!: number | null;

  @Field(() => [ServiceQuality], {
    nullable: true,
    description:
      "How the services hold their standards; null where checks are not the viewer's.",
  })
  quality!: ServiceQuality[] | null;
}

@ObjectType({
  description: "Where a frozen figure is not what is counted today.",
})
export class SettlementDifference {
  @Field(() => String, { description: "Name of the service." })
  serviceName!: string;

  @Field(() => Int, { description: "Delivered, in the sheet." })
  wasDelivered!: number;

  @Field(() => Int, { description: "Delivered, as counted now." })
  isDelivered!: number;

  @Field(() => Int, { description: "Cost in the sheet, in grosze." })
  wasCostGrosze!: number;

  @Field(() => Int, { description: "Cost as counted now, in grosze." })
  isCostGrosze!: number;
}

/** @param isExact the viewer reads each referral anyway */
export function toldAccounts(
  { lines, answers }: Figures,
  isExact: boolean,
  say: Say,
): Accounts {
  const people = (count: number | null): number | null =>
    count !== null && !isExact && isFew(count) ? null : count;
  return {
    lines: lines.map((line) => toldLine(line, people)),
    orderedGrosze: sumOf(lines, orderedCostOf),
    costGrosze: sumOf(lines, costOf),
    answers: answers.map(({ rule, ...figures }) => {
      const count = people(figures.answers);
      const isTold = count !== null && count > 0;
      return {
        priority: figures.priority,
        promise: say(wordsOfRule(rule)),
        answers: count,
        inTime:
          isTold && figures.inTime !== null
            ? Math.round((figures.inTime / count) * 100)
            : null,
        medianMinutes: isTold ? figures.medianMinutes : null,
        worstMinutes: isTold ? figures.worstMinutes : null,
      };
    }),
  };
}

function toldLine(
  line: LineFigures,
  people: (count: number | null) => number | null,
): SettledLine {
  return {
    ...line,
    delivered: deliveredOf(line),
    source: sourceOf(line),
    missed: missedOf(line),
    costGrosze: costOf(line),
    noShows: people(line.noShows),
    declined: people(line.declined),
    unanswered: people(line.unanswered),
  };
}
