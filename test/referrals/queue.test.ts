// The queue of a service: who is first, to whom a freed place is offered, and what becomes of an offer that is not taken.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import type { Referring } from "./referring.js";
import { aReferring, move, numbersOf, runTimer, send } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** A full service whose only place can be freed by one more. */
async function aQueue(): Promise<Referring> {
  return aReferring(api, { service: { total: 1, occupied: 1 } });
}

async function waiting(
  { kipus, service }: Referring,
  priority = "STANDARD",
): Promise<string> {
  api.clock.pass({ minutes: 1 });
  const outcome = await send(kipus, service, { waitIfFull: true, priority });
  if (outcome.status !== "WAITLISTED" || !outcome.id)
    throw new Error(`not queued: ${outcome.__typename}`);
  return outcome.id;
}

async function setTotal({ service, team }: Referring, total: number) {
  const { errors } = await team.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: service.globalId, total } },
  );
  if (errors) throw new Error(errors[0]?.message);
}

interface Seen {
  node: { queuePosition: number | null; status: string };
}

async function positionOf({ kipus }: Referring, id: string) {
  const { data } = await kipus.ask<Seen>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { queuePosition status } } }`,
    { id },
  );
  return data?.node.queuePosition;
}

it("is ordered by urgency, then by how long one waits", async () => {
  const world = await aQueue();
  const standard = await waiting(world);
  const later = await waiting(world);
  const urgent = await waiting(world, "URGENT");
  const emergency = await waiting(world, "EMERGENCY");
  const order = [emergency, urgent, standard, later];
  const positions = await Promise.all(order.map((id) => positionOf(world, id)));
  expect(positions).toEqual([1, 2, 3, 4]);
  await move(world.kipus, "withdrawReferral", urgent);
  expect(await positionOf(world, standard)).toBe(2);
  expect(await positionOf(world, urgent)).toBeNull();
});

it("shows the first to who may offer her a place, and to nobody else", async () => {
  const world = await aQueue();
  const first = await waiting(world);
  await waiting(world);
  const ask = `query ($id: ID!) { node(id: $id) { ... on Service { firstWaitingReferral { id } } } }`;
  const asked = { id: world.service.globalId };
  const mine = await world.team.ask(ask, asked);
  expect(mine.data?.["node"]).toEqual({ firstWaitingReferral: { id: first } });
  const editor = await world.partner.aPerson("PARTNER_EDITOR");
  for (const other of [editor, world.kipus]) {
    const { data } = await other.ask(ask, asked);
    expect(data?.["node"]).toEqual({ firstWaitingReferral: null });
  }
});

it("offers a freed place to the first, held for 48 hours, and takes it when it is confirmed", async () => {
  const world = await aQueue();
  const first = await waiting(world);
  const nobodyFree = await move(world.team, "offerPlace", first, {});
  expect(nobodyFree.__typename).toBe("NoFreePlace");
  await setTotal(world, 2);
  const until = new Date(api.clock.now().getTime() + 48 * 3_600_000);
  expect(await move(world.team, "offerPlace", first, {})).toMatchObject({
    status: "OFFERED",
    offeredUntil: until.toISOString(),
    holdsPlace: true,
    queuePosition: null,
    service: { capacity: { reserved: 1, waiting: 0 } },
  });
  expect(await move(world.kipus, "confirmPlace", first)).toMatchObject({
    status: "ACCEPTED",
    offeredUntil: null,
    service: { capacity: { reserved: 1, waiting: 0 } },
  });
  expect(await brokenRules(world.centre)).toEqual({});
});

it("places nobody under an agreement that has ended, and lets be taken what was offered before", async () => {
  const world = await aReferring(api, {
    partner: { agreement: { toDays: 0 } },
    service: { total: 1, occupied: 1 },
  });
  const first = await waiting(world);
  const second = await waiting(world);
  await setTotal(world, 3);
  expect((await move(world.team, "offerPlace", first, {})).status).toBe(
    "OFFERED",
  );
  for (const person of [1, 2, 3].flatMap(() => [world.team, world.kipus])) {
    // whoever is at work stays signed in
    api.clock.pass({ hours: 4 });
    await person.ask("{ viewer { name } }");
  }
  const refused = await move(world.team, "offerPlace", second, {});
  expect(refused.__typename).toBe("AgreementMissing");
  expect(refused.message).toMatch(/wygasła .* Poproś organizatorkę usług\.$/);
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 1,
    waiting: 1,
  });
  expect((await move(world.kipus, "confirmPlace", first)).status).toBe(
    "ACCEPTED",
  );
});

it("jumps the queue for a reason only, and the ledger keeps it", async () => {
  const world = await aQueue();
  await waiting(world);
  const second = await waiting(world);
  await setTotal(world, 2);
  for (const reason of [undefined, "  ", "PESEL 44051401359"])
    expect(
      await move(world.team, "offerPlace", second, { reason }),
    ).toMatchObject({
      __typename: "InvalidInput",
      fields: [{ path: "reason" }],
    });
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 0,
    waiting: 2,
  });
  const reason = "traci mieszkanie";
  expect(
    (await move(world.team, "offerPlace", second, { reason })).status,
  ).toBe("OFFERED");
  const lines = await world.centre.asSystem((work) =>
    work.rows(`select kind, reason from capacity_event order by version desc`),
  );
  expect(lines[0]).toEqual({ kind: "RESERVE", reason });
});

it("keeps a place for who waits outside as for who was referred", async () => {
  const world = await aReferring(api, {
    service: { total: 2, occupied: 1, waitingOutside: 1 },
  });
  expect((await send(world.kipus, world.service)).__typename).toBe(
    "NoFreePlace",
  );
});

it("gives an offer that was not taken back to the queue, at the old place, and offers anew", async () => {
  const world = await aQueue();
  const first = await waiting(world);
  const second = await waiting(world);
  await setTotal(world, 2);
  await move(world.team, "offerPlace", first, {});
  const lapse = () => runTimer(api, "lapse-offer", world.centre.id, first);
  for (let passed = 0; passed < 48; passed += 8) {
    await lapse();
    expect(await positionOf(world, first)).toBeNull();
    // a session lives as long as it is used
    await world.team.ask("{ viewer { name } }");
    api.clock.pass({ hours: 8 });
  }
  await lapse();
  await lapse();
  expect(await positionOf(world, first)).toBe(1);
  expect(await positionOf(world, second)).toBe(2);
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 0,
    waiting: 2,
  });
  const tooLate = await move(world.kipus, "confirmPlace", first);
  expect(tooLate).toMatchObject({
    __typename: "ReferralMoved",
    referral: { status: "WAITLISTED" },
  });
  expect((await move(world.team, "offerPlace", first, {})).status).toBe(
    "OFFERED",
  );
  expect(await brokenRules(world.centre)).toEqual({});
});
