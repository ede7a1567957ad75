// The demo's orders under agreements: what was reported of the last period, a sheet that waits for the partner, and a talk.
import { Agreement } from "../agreements/index.js";
import {
  accountsOf,
  AgreementOrder,
  DeliveryReport,
  SettlementSheet,
  Shortfall,
} from "../fulfilment/index.js";
import type { Service } from "../offer/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import type { Period } from "../platform/period.js";
import { periodAround } from "../platform/period.js";
import type { DemoOrder } from "./municipality.js";
import type { DemoWorld } from "./world.js";

export async function settleAccounts(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
): Promise<void> {
  for (const one of world.municipality.orders ?? []) {
    const { from } = periodAround(one.per, localDate(world.work.now));
    const last = periodAround(one.per, addDays(from, -1));
    const order = await place(world, services, one);
    await report(world, services, order, one, last);
    if (one.settled) await draft(world, order, last);
    if (one.talk) await talk(world, services, order, one.talk, last);
  }
}

async function place(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  { agreement, partner, per, lines }: DemoOrder,
): Promise<AgreementOrder> {
  const { work, centreId } = world;
  const offers = new Map(
    world.municipality.partners.flatMap(({ services: offered }) =>
      offered.map((offer) => [offer.code, offer]),
    ),
  );
  const at = world.at("-90d 09:00");
  const order = Object.assign(new AgreementOrder(), {
    centreId,
    id: world.id("order", agreement, partner),
    agreementId: world.id("agreement", agreement),
    partnerId: world.partnerId(partner),
    per,
    lines: lines.map(({ service, quantity, unitPriceGrosze }) => {
      const offer = offers.get(service);
      if (!offer) throw new Error(`no service ${service}`);
      return {
        serviceId: idOf(services, service),
        serviceName: offer.name,
        unit: offer.unit,
        quantity,
        unitPriceGrosze,
      };
    }),
    former: [],
    version: 1,
    createdAt: at,
    updatedAt: at,
  } satisfies Partial<AgreementOrder>);
  await work.manager.getRepository(AgreementOrder).insert(order);
  world.past(at, world.staff("ous"), {
    type: "OrderPlaced",
    topic: "NETWORK",
    subjectId: order.id,
    partnerId: order.partnerId,
    facts: {
      agreementId: order.agreementId,
      per,
      lines: lines.length,
      version: 1,
    },
  });
  return order;
}

function idOf(services: ReadonlyMap<string, Service>, code: string): string {
  const service = services.get(code);
  if (!service) throw new Error(`no service ${code}`);
  return service.id;
}

async function report(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  order: AgreementOrder,
  { partner, lines }: DemoOrder,
  { from, to }: Period,
): Promise<void> {
  const { work, centreId } = world;
  const at = world.at("-6d 10:00");
  const { partnerId } = order;
  await work.manager.getRepository(DeliveryReport).insert({
    centreId,
    id: world.id("report", order.id),
    orderId: order.id,
    partnerId,
    fromOn: from,
    toOn: to,
    lines: lines.map(({ service, delivered }) => ({
      serviceId: idOf(services, service),
      delivered,
    })),
    version: 1,
    reportedAt: at,
  });
  world.past(at, world.partnersOwn(partner), {
    type: "DeliveryReported",
    topic: "NETWORK",
    subjectId: order.id,
    partnerId,
    facts: { from, to, version: 1 },
  });
}

/** Confirmed by the centre; the partner's word is awaited. */
async function draft(
  world: DemoWorld,
  order: AgreementOrder,
  period: Period,
): Promise<void> {
  const { work, centreId } = world;
  const at = world.at("-5d 11:00");
  const agreement = await work.manager
    .getRepository(Agreement)
    .findOneByOrFail({ centreId, id: order.agreementId });
  const { partnerId } = order;
  const id = world.id("sheet", order.id);
  await work.manager.getRepository(SettlementSheet).insert({
    centreId,
    id,
    orderId: order.id,
    partnerId,
    fromOn: period.from,
    toOn: period.to,
    revision: 1,
    status: "OPEN",
    figures: await accountsOf(work, order, agreement, period),
    draftedAt: at,
    hubConfirmedAt: at,
  });
  const said = { topic: "NETWORK", subjectId: id, partnerId } as const;
  world.past(at, world.staff("ous"), {
    ...said,
    type: "SettlementDrafted",
    facts: { orderId: order.id, from: period.from, to: period.to, revision: 1 },
  });
  world.past(at, world.staff("ous"), {
    ...said,
    type: "SettlementConfirmed",
    facts: { side: "HUB", status: "OPEN", revision: 1 },
  });
}

async function talk(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  order: AgreementOrder,
  { service, reason, due }: NonNullable<DemoOrder["talk"]>,
  { from, to }: Period,
): Promise<void> {
  const { work, centreId } = world;
  const at = world.at("-4d 12:00");
  const { partnerId } = order;
  const id = world.id("shortfall", order.id);
  const dueOn = world.day(due);
  await work.manager.getRepository(Shortfall).insert({
    centreId,
    id,
    orderId: order.id,
    partnerId,
    serviceId: idOf(services, service),
    fromOn: from,
    toOn: to,
    kind: "TALK",
    reason,
    owner: "PARTNER",
    dueOn,
    state: "OPEN",
    version: 1,
    raisedAt: at,
  });
  world.past(at, world.staff("ous"), {
    type: "ShortfallRaised",
    topic: "NETWORK",
    subjectId: id,
    partnerId,
    facts: { orderId: order.id, kind: "TALK", owner: "PARTNER", dueOn },
  });
}
