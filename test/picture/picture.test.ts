// The whole in numbers: the offer for who runs the centre, the flow of referrals without small counts.
import { move } from "../referrals/referring.js";
import { aReferring } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Picture {
  centre: {
    networks: {
      graph: {
        nodes: {
          partner: { id: string };
          openReferrals: number | null;
          isHub: boolean;
          agreementStatus: string | null;
          agreementUntil: string | null;
          degree: number;
        }[];
        edges: {
          from: string;
          to: string;
          kind: string;
          weight: number | null;
        }[];
      };
    }[];
  };
}

async function graphFor(person: Person, id: string) {
  const { data } = await person.ask<Picture>(
    `query ($id: ID!) { centre(id: $id) { networks { graph {
       nodes { partner { id } openReferrals isHub degree agreementStatus agreementUntil } edges { from to kind weight } } } } }`,
    { id },
  );
  const [network] = data?.centre.networks ?? [];
  if (!network) throw new Error("the centre has no network");
  return network.graph;
}

it("tells the flow from five on, and below it only that there is some", async () => {
  const world = await aReferring(api, { service: { total: 20 } });
  const authority = await world.centre.aPerson("AUTHORITY");
  const flow = async (person: Person) =>
    (await graphFor(person, world.centre.globalId)).edges.filter(
      ({ kind }) => kind === "REFERRALS",
    );
  const edge = {
    from: world.centre.hub.globalId,
    to: world.partner.globalId,
    kind: "REFERRALS",
  };
  for (let sent = 1; sent <= 6; sent += 1) {
    await world.sent();
    expect(await flow(authority)).toEqual([
      { ...edge, weight: sent < 5 ? null : sent },
    ]);
  }
  expect(await flow(world.kipus)).toEqual([]);
  expect(await flow(world.team)).toEqual([]);
});

it("counts open referrals by partner for the organiser of services alone", async () => {
  const world = await aReferring(api, { service: { total: 20 } });
  const id = await world.sent();
  await world.sent();
  await move(world.team, "declineReferral", id);
  const openOf = async (person: Person) => {
    const { nodes } = await graphFor(person, world.centre.globalId);
    return nodes.find(({ partner }) => partner.id === world.partner.globalId)
      ?.openReferrals;
  };
  expect(await openOf(await world.centre.aPerson("OUS"))).toBe(1);
  for (const other of [world.kipus, world.team])
    expect(await openOf(other)).toBeNull();
});

it("draws who left an agreement of several as bound no longer, though it goes on", async () => {
  const world = await aReferring(api);
  const ous = await world.centre.aPerson("OUS");
  const drawn = async () => {
    const { nodes, edges } = await graphFor(ous, world.centre.globalId);
    const node = nodes.find(
      ({ partner }) => partner.id === world.partner.globalId,
    );
    return {
      status: node?.agreementStatus,
      until: node?.agreementUntil,
      ties: edges.filter(({ kind }) => kind === "AGREEMENT").length,
    };
  };
  const leave = (day: string) =>
    world.centre.asSystem((work) =>
      work.rows(
        `update agreement_party set left_on = $1, leave_reason = 'X' where partner_id = $2`,
        [day, world.partner.id],
      ),
    );
  expect(await drawn()).toMatchObject({ status: "ACTIVE", ties: 1 });
  const today = api.clock.now();
  const day = (offset: number) =>
    new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  await leave(day(5));
  expect(await drawn()).toMatchObject({
    status: "ACTIVE",
    until: day(4),
    ties: 1,
  });
  await leave(day(0));
  expect(await drawn()).toMatchObject({
    status: "WITHDRAWN",
    until: day(-1),
    ties: 0,
  });
});

it("sums the offer up for who runs the centre", async () => {
  const world = await aReferring(api, {
    service: { total: 4, area: "HEALTH" },
  });
  await world.partner.aService({ total: 1, occupied: 1, area: "CULTURE" });
  await world.partner.aService({ total: 3, occupied: 1, waitingOutside: 2 });
  const unsure = await world.partner.aService({ confirmedDaysAgo: null });
  await world.partner.aService({ confirmedDaysAgo: 99 });
  // old, although nobody could be taken anyway
  await world.partner.aService({
    total: 1,
    occupied: 1,
    confirmedDaysAgo: 99,
  });
  await world.sent();
  await world.centre.asSystem((work) =>
    work.rows(
      `update capacity set kept = total + 1, kept_by = 'A7' where service_id = $1`,
      [unsure.id],
    ),
  );
  const ous = await world.centre.aPerson("OUS");
  const { data } = await ous.ask<{ centre: { overview: object } }>(
    `query ($id: ID!) { centre(id: $id) { overview { services withFreePlace withoutFreePlace withQueue freeDespiteQueue keptBeyondTotal
       stale neverConfirmed areasCovered unopenedReferrals overdueReferrals openReferrals } } }`,
    { id: world.centre.globalId },
  );
  expect(data?.centre.overview).toEqual({
    services: 6,
    withFreePlace: 2,
    withoutFreePlace: 2,
    withQueue: 1,
    freeDespiteQueue: 1,
    keptBeyondTotal: 1,
    stale: 2,
    neverConfirmed: 1,
    areasCovered: 3,
    unopenedReferrals: 1,
    overdueReferrals: 0,
    openReferrals: 1,
  });
});
