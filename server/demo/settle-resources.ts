// What the organisations of the demo have and lend each other, and one request that waits for an answer.
import { LoanRequest, Resource } from "../resources/index.js";
import type { DemoLoan, DemoResource } from "./municipality.js";
import type { DemoWorld } from "./world.js";

export async function settleResources(world: DemoWorld): Promise<void> {
  const { resources = [], loans = [] } = world.municipality;
  for (const one of resources) await addOne(world, one);
  const owners = new Map(resources.map(({ key, partner }) => [key, partner]));
  for (const one of loans)
    await askForOne(world, one, owners.get(one.resource) ?? "");
}

async function addOne(world: DemoWorld, one: DemoResource): Promise<void> {
  const at = world.at("-20d 10:00");
  const resource = {
    centreId: world.centreId,
    id: world.id("resource", one.key),
    partnerId: world.partnerId(one.partner),
    kind: one.kind,
    name: one.name,
    description: one.description ?? null,
    availableWhen: one.availableWhen ?? null,
    quantity: one.quantity ?? 1,
    lendable: one.lendable ?? true,
    state: "OFFERED" as const,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  await world.work.manager.getRepository(Resource).insert(resource);
  const { kind, quantity, lendable, state, version, partnerId } = resource;
  world.past(at, world.staff("ous"), {
    type: "ResourceAdded",
    topic: "NETWORK",
    subjectId: resource.id,
    partnerId,
    facts: {
      kind,
      quantity,
      lendable,
      state,
      version,
      onBehalfOf: partnerId,
    },
  });
}

async function askForOne(
  world: DemoWorld,
  { resource, asking, from, to, note, at: when }: DemoLoan,
  owner: string,
): Promise<void> {
  const at = world.at(when);
  const loan = {
    centreId: world.centreId,
    id: world.id("loan", resource, asking),
    resourceId: world.id("resource", resource),
    partnerId: world.partnerId(owner),
    askingPartnerId: world.partnerId(asking),
    fromOn: world.day(from),
    toOn: world.day(to),
    quantity: 1,
    note,
    state: "ASKED" as const,
    askedAt: at,
    answeredAt: null,
    onBehalfReason: null,
    version: 1,
  };
  await world.work.manager.getRepository(LoanRequest).insert(loan);
  const { resourceId, partnerId, askingPartnerId, state, version } = loan;
  world.past(at, world.partnersOwn(asking), {
    type: "LoanAsked",
    topic: "NETWORK",
    subjectId: loan.id,
    partnerId,
    facts: {
      resourceId,
      askingPartnerId,
      state,
      version,
      from: loan.fromOn,
      to: loan.toOn,
      quantity: 1,
    },
  });
}
