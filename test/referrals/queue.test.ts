// The queue of a service: who is first, to whom a freed place is offered, and what becomes of an offer that is not taken.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Referring, SeenReferral } from "./referring.js";
import {
  aReferring,
  move,
  numbersOf,
  offerFreed,
  runTask,
  runTimer,
  send,
} from "./referring.js";

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

/** Until an offer is over; somebody of each side is at work meanwhile, so that the session lives. */
async function passOfferTime({
  centre,
  kipus,
  team,
}: Referring): Promise<void> {
  const [offer] = await centre.asSystem((work) =>
    work.rows<{ until: Date }>(
      `select max(offered_until) as until from referral where centre_id = $1`,
      [centre.id],
    ),
  );
  if (!offer) throw new Error("nothing is offered");
  while (api.clock.now() < offer.until) {
    await Promise.all(
      [kipus, team].map((one) => one.ask("{ viewer { name } }")),
    );
    api.clock.pass({ hours: 8 });
  }
}

const lapse = ({ centre }: Referring, id: string) =>
  runTimer(api, "lapse-offer", centre.id, id);

async function statesOf({ kipus }: Referring, ids: string[]) {
  const { data } = await kipus.ask<{
    viewer: {
      centre: { referrals: { nodes: { id: string; status: string }[] } };
    };
  }>(`{ viewer { centre { referrals(first: 50) { nodes { id status } } } } }`);
  const nodes = data?.viewer.centre.referrals.nodes ?? [];
  return ids.map((id) => nodes.find((one) => one.id === id)?.status);
}

it("leaves time to take back a place that somebody freed by hand, and to nothing else", async () => {
  const world = await aReferring(api, { service: { total: 2 } });
  const answered = await world.sent({ units: 2 });
  const first = await waiting(world);
  const admin = await connectTo(adminUrlOf(api.database.name));
  const secondsAhead = async () => {
    const { rows } = await admin.query<{ ahead: number }>(
      `select extract(epoch from run_at - now())::float as ahead from graphile_worker.jobs
       where key = $1`,
      [`${world.centre.id}:offer-freed-place:${world.service.id}`],
    );
    return rows.map(({ ahead }) => ahead);
  };
  await setTotal(world, 3);
  const [ahead = 0] = await secondsAhead();
  expect(ahead).toBeGreaterThan(20);
  // taken back meanwhile: the job finds nothing to offer
  await setTotal(world, 2);
  await offerFreed(api, world);
  expect(await statesOf(world, [first])).toEqual(["WAITLISTED"]);
  await move(world.team, "declineReferral", answered);
  expect((await secondsAhead())[0]).toBeLessThanOrEqual(0);
  await admin.end();
});

it("offers a freed place by itself to the first, whoever freed it, and to nobody beyond the places", async () => {
  const world = await aReferring(api, { service: { total: 2 } });
  const running = await world.sent();
  const answered = await world.sent();
  const queue = [
    await waiting(world),
    await waiting(world),
    await waiting(world),
  ];
  await offerFreed(api, world);
  expect(await statesOf(world, queue)).toEqual(Array(3).fill("WAITLISTED"));

  await move(world.team, "declineReferral", answered);
  await Promise.all([1, 2, 3].map(() => offerFreed(api, world)));
  expect(await statesOf(world, queue)).toEqual([
    "OFFERED",
    "WAITLISTED",
    "WAITLISTED",
  ]);
  await move(world.team, "acceptReferral", running);
  await move(world.team, "startReferral", running);
  await move(world.team, "completeReferral", running);
  await offerFreed(api, world);
  expect(await statesOf(world, queue)).toEqual([
    "OFFERED",
    "OFFERED",
    "WAITLISTED",
  ]);

  // let go by her coordinator: it is the next one's
  await move(world.kipus, "withdrawReferral", queue[0] ?? "");
  await offerFreed(api, world);
  const [, second = "", third = ""] = queue;
  expect(await statesOf(world, queue)).toEqual([
    "WITHDRAWN",
    "OFFERED",
    "OFFERED",
  ]);
  const { timeline, ...confirmed } = await move(
    world.kipus,
    "confirmPlace",
    third,
  );
  expect(confirmed.status).toBe("ACCEPTED");
  expect(timeline?.slice(1).map(({ by }) => by)).toEqual([
    "Splot",
    expect.any(String),
  ]);
  expect((await move(world.kipus, "confirmPlace", second)).status).toBe(
    "ACCEPTED",
  );
  expect(await brokenRules(world.centre)).toEqual({});
});

it("lets a place that was not taken go past her: she keeps her place in the queue, and the next is offered, each once", async () => {
  const world = await aQueue();
  const first = await waiting(world);
  const second = await waiting(world);
  await setTotal(world, 2);
  await offerFreed(api, world);
  await passOfferTime(world);
  await lapse(world, first);
  await lapse(world, first);
  expect(await positionOf(world, first)).toBe(1);
  await offerFreed(api, world);
  expect(await statesOf(world, [first, second])).toEqual([
    "WAITLISTED",
    "OFFERED",
  ]);
  const tooLate = await move(world.kipus, "confirmPlace", first);
  expect(tooLate).toMatchObject({
    __typename: "ReferralMoved",
    referral: { status: "WAITLISTED", passedOver: "OFFER_LAPSED" },
  });
  expect(tooLate.referral?.timeline.at(-1)).toMatchObject({
    reason: "OFFER_LAPSED",
  });

  await passOfferTime(world);
  await lapse(world, second);
  await offerFreed(api, world);
  // nobody is offered the same place again and again, and it stays theirs
  expect(await statesOf(world, [first, second])).toEqual([
    "WAITLISTED",
    "WAITLISTED",
  ]);
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 0,
    waiting: 2,
  });
  // whoever joins now is placed at once
  const third = await waiting(world);
  await offerFreed(api, world);
  expect(await statesOf(world, [first, second, third])).toEqual([
    "WAITLISTED",
    "WAITLISTED",
    "OFFERED",
  ]);
  // the next place that comes free is offered anew, in the old order; by hand it may be at any time
  await setTotal(world, 3);
  await offerFreed(api, world);
  expect(await statesOf(world, [first, second])).toEqual([
    "OFFERED",
    "WAITLISTED",
  ]);
  expect(await brokenRules(world.centre)).toEqual({});
});

it("goes past whom no basis lets be placed, tells her coordinator why, and comes back when it does", async () => {
  const world = await aQueue();
  const { centre, partner, kipus } = world;
  const caseId = await centre.aCase(kipus);
  const basis = (revoked: boolean) =>
    centre.aBasis({
      caseId: fromGlobalId("Case", caseId),
      partnerId: partner.id,
      serviceId: null,
      maxLevel: "L2_IDENTITY",
      revoked,
    });
  await basis(false);
  const { id: first = "" } = await send(kipus, world.service, {
    ...{ waitIfFull: true, caseId, disclosureLevel: "L2_IDENTITY" },
  });
  const second = await waiting(world);
  await centre.asSystem((work) =>
    work.rows(
      `update disclosure_basis set revoked_at = $2 where centre_id = $1`,
      [centre.id, work.now],
    ),
  );
  await setTotal(world, 2);
  await offerFreed(api, world);
  await offerFreed(api, world);
  expect(await statesOf(world, [first, second])).toEqual([
    "WAITLISTED",
    "OFFERED",
  ]);
  const { data } = await kipus.ask<{ node: SeenReferral }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { version passedOver timeline { status reason by } } } }`,
    { id: first },
  );
  // told once
  expect(data?.node).toMatchObject({
    version: 2,
    passedOver: "BASIS",
    timeline: [{}, { status: "WAITLISTED", reason: "BASIS", by: "Splot" }],
  });
  await setTotal(world, 3);
  api.clock.pass({ minutes: 1 });
  await basis(false);
  await runTask(api, "offer-freed-places", {});
  expect(await statesOf(world, [first, second])).toEqual([
    "OFFERED",
    "OFFERED",
  ]);
  expect(await brokenRules(centre)).toEqual({});
});

it("leaves what was free to who waits outside, and gives back nothing to whom the partner queued beside it", async () => {
  const world = await aReferring(api, {
    service: { total: 2, occupied: 1, waitingOutside: 1 },
  });
  const late = await waiting(world);
  await offerFreed(api, world);
  expect(await statesOf(world, [late])).toEqual(["WAITLISTED"]);
  // a place that comes free after she joined is offered to who was referred
  await setTotal(world, 3);
  await offerFreed(api, world);
  expect(await statesOf(world, [late])).toEqual(["OFFERED"]);

  const other = await aReferring(api, { service: { total: 1 } });
  const queued = await other.sent();
  for (const expectedOn of ["2020-01-01", "2099-01-01"])
    expect(
      await move(other.team, "waitlistReferral", queued, { expectedOn }),
    ).toMatchObject({ fields: [{ path: "expectedOn" }] });
  expect(
    await move(other.team, "waitlistReferral", queued, {
      expectedOn: "2027-03-01",
    }),
  ).toMatchObject({ status: "WAITLISTED", expectedOn: "2027-03-01" });
  const behind = await waiting(other);
  await offerFreed(api, other);
  expect(await statesOf(other, [queued, behind])).toEqual([
    "WAITLISTED",
    "WAITLISTED",
  ]);
  // nobody goes before her without a reason
  expect((await move(other.team, "offerPlace", behind, {})).__typename).toBe(
    "InvalidInput",
  );
  expect((await move(other.team, "offerPlace", queued, {})).status).toBe(
    "OFFERED",
  );
});

it("never lets her be overtaken by who needs less", async () => {
  const world = await aReferring(api, { service: { total: 4, occupied: 4 } });
  const { id: large = "" } = await send(world.kipus, world.service, {
    waitIfFull: true,
    units: 2,
  });
  const small = await waiting(world);
  await setTotal(world, 5);
  await offerFreed(api, world);
  expect(await statesOf(world, [large, small])).toEqual([
    "WAITLISTED",
    "WAITLISTED",
  ]);
  await setTotal(world, 6);
  await offerFreed(api, world);
  expect(await statesOf(world, [large, small])).toEqual([
    "OFFERED",
    "WAITLISTED",
  ]);
});
