// The organiser writes down what is ordered of an organisation under an agreement; a later order takes the place of the former.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import { In } from "typeorm";

import type { AgreementParty } from "../agreements/index.js";
import { Agreement } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { Capacity, Service } from "../offer/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { PeriodKind } from "../platform/period.js";
import type { OrderedLine } from "./agreement-order.js";
import { AgreementOrder } from "./agreement-order.js";
import { holdAccounts, partyOf } from "./find-order.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { OrderMoved, orderMoved } from "./fulfilment-problems.js";
import { scopeOf, withoutGround } from "./order-ground.js";

const MOST_LINES = 50;
const LARGEST = 1_000_000;
/** 100 000 zł for one. */
const DEAREST = 10_000_000;
/** What the sum of an order may come to: 20 million zł, which an Int of the graph still holds. */
const LARGEST_SUM = 2_000_000_000;

@InputType({ description: "One service of an order." })
export class OrderedLineInput {
  @Field(() => ID, { description: "Which service of the organisation." })
  serviceId!: string;

  @Field(() => Int, { description: "How much in a period, from 1 on." })
  quantity!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Price of one, in grosze; null: not paid by the unit.",
  })
  unitPriceGrosze?: number | null;
}

@InputType({
  description: "What is ordered of an organisation under an agreement.",
})
export class PlaceOrderInput {
  @Field(() => ID, { description: "Under which agreement." })
  agreementId!: string;

  @Field(() => ID, { description: "Of which of its parties." })
  partnerId!: string;

  @Field(() => PeriodKind, {
    description: "The period of the quantities, and of the settlement.",
  })
  per!: PeriodKind;

  @Field(() => [OrderedLineInput], {
    description: "1 to 50 services, each once.",
  })
  lines!: OrderedLineInput[];

  @Field(() => Int, {
    nullable: true,
    description: "Version of the order that was seen; null: there was none.",
  })
  ifVersion?: number | null;
}

export const PlaceOrderPayload = createUnionType({
  name: "PlaceOrderPayload",
  description: "Outcome of ordering.",
  types: () => [AgreementOrder, OrderMoved, InvalidInput] as const,
});

export async function placeOrder(
  work: Work,
  input: PlaceOrderInput,
): Promise<typeof PlaceOrderPayload> {
  signedIn(work);
  const { centreId } = work;
  const agreementId = fromGlobalId("Agreement", input.agreementId);
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const agreement = await work.manager
    .getRepository(Agreement)
    .findOneBy({ centreId, id: agreementId });
  if (!agreement)
    return unknownNoun(work.say, "agreementId", {
      pl: "Nie ma takiej umowy.",
      en: "There is no such agreement.",
    });
  const party = await partyOf(work, { agreementId, partnerId });
  if (!party)
    return unknownNoun(work.say, "partnerId", {
      pl: "Ta organizacja nie jest stroną umowy.",
      en: "This organisation is no party to the agreement.",
    });
  authorize(work, fulfilmentPolicy.order, { centreId, partnerId });
  const day = localDate(work.now);
  const ungrounded = await withoutGround(work, agreement, party);
  if (ungrounded) return ungrounded;
  const lines = await linesOf(work, party, input);
  if (lines instanceof InvalidInput) return lines;
  // of two first orders at once the second finds the first
  await holdAccounts(work, { agreementId, partnerId });
  const orders = work.manager.getRepository(AgreementOrder);
  const known = await orders.findOneBy({ centreId, agreementId, partnerId });
  if (known && isSame(known, input.per, lines)) return known;
  if ((known?.version ?? null) !== (input.ifVersion ?? null))
    return known
      ? orderMoved(work.say, known)
      : unknownNoun(work.say, "ifVersion", {
          pl: "Tego zamówienia jeszcze nie ma.",
          en: "There is no such order yet.",
        });
  // the new order is for the running period and those that follow
  const begin = known?.beginOfNext(input.per, day);
  if (
    known &&
    begin &&
    known.per !== input.per &&
    (known.rewritesWhatIsOver(begin, day) ||
      (await isAccountedFrom(work, known, begin)))
  )
    return unknownNoun(work.say, "per", {
      pl: "Część tego czasu jest już zamówiona, zgłoszona albo rozliczona inaczej. Zmień okres zamówienia, gdy zacznie się następny.",
      en: "Some of this time is ordered, reported or settled otherwise already. Change the period of the order when the next one begins.",
    });
  const order = Object.assign(new AgreementOrder(), {
    centreId,
    id: known?.id ?? randomUUID(),
    agreementId,
    partnerId,
    per: input.per,
    lines,
    former: known && begin ? known.formerBefore(begin) : [],
    version: (known?.version ?? 0) + 1,
    createdAt: known?.createdAt ?? work.now,
    updatedAt: work.now,
  } satisfies Partial<AgreementOrder>);
  if (known)
    await orders.update({ centreId, id: known.id }, Object.assign({}, order));
  else await orders.insert(order);
  work.record({
    type: "OrderPlaced",
    topic: "NETWORK",
    subjectId: order.id,
    partnerId,
    facts: {
      agreementId,
      per: order.per,
      lines: lines.length,
      version: order.version,
    },
  });
  return order;
}

/** Accounts of the other kind of period would count the same days twice. */
async function isAccountedFrom(
  work: Work,
  { centreId, id }: AgreementOrder,
  day: string,
): Promise<boolean> {
  const [found] = await work.rows<{ known: boolean }>(
    `select exists (select from settlement_sheet where centre_id = $1 and order_id = $2 and to_on >= $3 and status <> 'REPLACED')
       or exists (select from delivery_report where centre_id = $1 and order_id = $2 and to_on >= $3) as known`,
    [centreId, id, day],
  );
  return found?.known ?? false;
}

function isSame(
  known: AgreementOrder,
  per: PeriodKind,
  lines: readonly OrderedLine[],
): boolean {
  const asText = (some: readonly OrderedLine[]) =>
    some
      .map(({ serviceId, quantity, unitPriceGrosze }) =>
        [serviceId, quantity, unitPriceGrosze].join(),
      )
      .join(";");
  return known.per === per && asText(known.lines) === asText(lines);
}

async function linesOf(
  work: Work,
  { agreementId, partnerId }: AgreementParty,
  { lines }: PlaceOrderInput,
): Promise<OrderedLine[] | InvalidInput> {
  const { centreId } = work;
  const isInScope = await scopeOf(work, agreementId);
  const ids = lines
    .slice(0, MOST_LINES)
    .map((line) => fromGlobalId("Service", line.serviceId));
  const services = await work.manager
    .getRepository(Service)
    .findBy({ centreId, id: In(ids), partnerId });
  const numbers = await work.manager
    .getRepository(Capacity)
    .findBy({ centreId, serviceId: In(ids) });
  const check = new InputCheck(work.say).that(
    lines.length >= 1 && lines.length <= MOST_LINES,
    "lines",
    {
      pl: "Wpisz od 1 do 50 usług.",
      en: "Write 1 to 50 services.",
    },
  );
  const found: OrderedLine[] = [];
  for (const [place, line] of lines.slice(0, MOST_LINES).entries()) {
    const at = (field: string) => `lines.${String(place)}.${field}`;
    const serviceId = fromGlobalId("Service", line.serviceId);
    const service = services.find((one) => one.id === serviceId);
    const capacity = numbers.find((one) => one.serviceId === serviceId);
    const price = line.unitPriceGrosze ?? null;
    check
      .that(service !== undefined && capacity !== undefined, at("serviceId"), {
        pl: "Ta organizacja nie ma takiej usługi.",
        en: "This organisation has no such service.",
      })
      .that(!service || isInScope(serviceId), at("serviceId"), {
        pl: "Umowa nie obejmuje tej usługi.",
        en: "The agreement does not cover this service.",
      })
      .that(
        found.every((other) => other.serviceId !== serviceId),
        at("serviceId"),
        {
          pl: "Ta usługa jest już na liście.",
          en: "This service is on the list already.",
        },
      )
      .that(line.quantity >= 1 && line.quantity <= LARGEST, at("quantity"), {
        pl: "Podaj liczbę od 1 do 1 000 000.",
        en: "Give a number from 1 to 1,000,000.",
      })
      .that(
        price === null || (price >= 0 && price <= DEAREST),
        at("unitPriceGrosze"),
        {
          pl: "Podaj cenę od 0 do 100 000 zł.",
          en: "Give a price from 0 to 100,000 zł.",
        },
      );
    if (service && capacity)
      found.push({
        serviceId,
        serviceName: service.name,
        unit: capacity.unit,
        quantity: line.quantity,
        unitPriceGrosze: price,
      });
  }
  const sum = found.reduce(
    (total, { quantity, unitPriceGrosze }) =>
      total + quantity * (unitPriceGrosze ?? 0),
    0,
  );
  check.that(sum <= LARGEST_SUM, "lines", {
    pl: "Zamówienie może być warte najwyżej 20 000 000 zł w okresie.",
    en: "An order may come to at most 20,000,000 zł in a period.",
  });
  return check.problem ?? found;
}
