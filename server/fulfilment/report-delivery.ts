// The organisation reports in one form what it delivered in a period, service by service.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import { LessThanOrEqual, MoreThanOrEqual } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Period } from "../platform/period.js";
import { AgreementOrder } from "./agreement-order.js";
import type { DeliveredLine } from "./delivery-report.js";
import { DeliveryReport } from "./delivery-report.js";
import { agreementOf, findOrder, holdOrder, partyOf } from "./find-order.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { OrderMoved, orderMoved, unknownOrder } from "./fulfilment-problems.js";
import { SettlementSheet } from "./settlement-sheet.js";
import { isWithin, withoutAgreement } from "./within.js";

const LARGEST = 1_000_000;

@InputType({ description: "What was delivered of one service." })
export class DeliveredLineInput {
  @Field(() => ID, { description: "Which service of the order." })
  serviceId!: string;

  @Field(() => Int, { description: "How much, in the unit of the order." })
  delivered!: number;
}

@InputType({ description: "What was delivered in a period." })
export class ReportDeliveryInput {
  @Field(() => ID, { description: "Of which order." })
  orderId!: string;

  @Field(() => Day, { description: "A day of the period." })
  on!: string;

  @Field(() => [DeliveredLineInput], {
    description: "Services of the order, each at most once.",
  })
  lines!: DeliveredLineInput[];

  @Field(() => Int, {
    nullable: true,
    description: "Version of the report that was seen; null: there was none.",
  })
  ifVersion?: number | null;
}

export const ReportDeliveryPayload = createUnionType({
  name: "ReportDeliveryPayload",
  description: "Outcome of reporting what was delivered.",
  types: () => [AgreementOrder, OrderMoved, InvalidInput] as const,
});

export async function reportDelivery(
  work: Work,
  input: ReportDeliveryInput,
): Promise<typeof ReportDeliveryPayload> {
  signedIn(work);
  const seen = await findOrder(work, input.orderId);
  if (!seen) return unknownOrder(work.say);
  authorize(work, fulfilmentPolicy.report, seen);
  // of two reports at once the second finds the first
  const order = await holdOrder(work, seen);
  const { centreId, partnerId } = order;
  const period = order.periodAround(input.on);
  const lines = linesOf(input);
  const isOfItsTime = isWithin(
    await agreementOf(work, order),
    await partyOf(work, order),
    period,
  );
  const problem = faults(work, order, lines, isOfItsTime, period);
  if (problem) return problem;
  if (await isSettled(work, order, period))
    return unknownNoun(work.say, "on", {
      pl: "Ten okres jest rozliczony: obie strony potwierdziły liczby. Jeśli coś się nie zgadza, napisz do organizatorki usług.",
      en: "This period is settled: both sides confirmed its numbers. If something is not right, write to the organiser of services.",
    });
  const reports = work.manager.getRepository(DeliveryReport);
  const known = await reports.findOneBy({
    centreId,
    orderId: order.id,
    fromOn: period.from,
    toOn: period.to,
  });
  if (known && JSON.stringify(known.lines) === JSON.stringify(lines))
    return order;
  if ((known?.version ?? null) !== (input.ifVersion ?? null))
    return orderMoved(work.say, order);
  const report = {
    centreId,
    id: known?.id ?? randomUUID(),
    orderId: order.id,
    partnerId,
    fromOn: period.from,
    toOn: period.to,
    lines,
    version: (known?.version ?? 0) + 1,
    reportedAt: work.now,
  } satisfies Partial<DeliveryReport>;
  if (known) await reports.update({ centreId, id: known.id }, report);
  else await reports.insert(report);
  work.record({
    type: "DeliveryReported",
    topic: "NETWORK",
    subjectId: order.id,
    partnerId,
    facts: { from: period.from, to: period.to, version: report.version },
  });
  return order;
}

/** What both sides have confirmed, nobody reports otherwise. */
function isSettled(
  work: Work,
  { centreId, id }: AgreementOrder,
  { from, to }: Period,
): Promise<boolean> {
  return work.manager.getRepository(SettlementSheet).existsBy({
    centreId,
    orderId: id,
    status: "CONFIRMED",
    fromOn: LessThanOrEqual(to),
    toOn: MoreThanOrEqual(from),
  });
}

function linesOf({ lines }: ReportDeliveryInput): DeliveredLine[] {
  return lines.map(({ serviceId, delivered }) => ({
    delivered,
    serviceId: fromGlobalId("Service", serviceId),
  }));
}

function faults(
  work: Work,
  order: AgreementOrder,
  lines: readonly DeliveredLine[],
  isOfItsTime: boolean,
  period: Period,
): InvalidInput | null {
  const ordered = order.linesIn(period);
  const check = new InputCheck(work.say)
    .that(period.from <= localDate(work.now), "on", {
      pl: "Ten okres się jeszcze nie zaczął.",
      en: "This period has not begun yet.",
    })
    .that(isOfItsTime, "on", withoutAgreement);
  for (const [place, { serviceId, delivered }] of lines.entries())
    check
      .that(
        ordered.some((line) => line.serviceId === serviceId) &&
          lines.findIndex((line) => line.serviceId === serviceId) === place,
        `lines.${String(place)}.serviceId`,
        {
          pl: "Wybierz usługi z zamówienia, każdą raz.",
          en: "Choose services of the order, each once.",
        },
      )
      .that(
        delivered >= 0 && delivered <= LARGEST,
        `lines.${String(place)}.delivered`,
        {
          pl: "Podaj liczbę od 0 do 1 000 000.",
          en: "Give a number from 0 to 1,000,000.",
        },
      );
  return check.problem;
}
