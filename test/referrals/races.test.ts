// Who acts at the same time: exactly one wins, the other is told how it stands, and the books balance after any mix.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { chance } from "../support/chance.js";
import type { Person } from "../support/people.js";
import { aKey } from "../support/world.js";
import type { Outcome, Referring } from "./referring.js";
import {
  aReferring,
  move,
  numbersOf,
  runTimer,
  send,
  verbs,
} from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function timelineOf({ kipus }: Referring, id: string) {
  const { data } = await kipus.ask<{
    node: { status: string; timeline: { status: string }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status timeline { status } } } }`,
    { id },
  );
  return data?.node.timeline.map(({ status }) => status) ?? [];
}

/** The one of two that lost is told the winner's state. */
function expectOneWinner(outcomes: Outcome[], ends: string[]): void {
  const winners = outcomes.filter(
    ({ __typename }) => __typename === "Referral",
  );
  const losers = outcomes.filter(
    ({ __typename }) => __typename === "ReferralMoved",
  );
  expect(winners).toHaveLength(1);
  expect(losers).toHaveLength(1);
  expect(losers[0]?.referral?.status).toBe(winners[0]?.status);
  expect(ends).toContain(winners[0]?.status);
}

it("declines or withdraws, never both", async () => {
  const world = await aReferring(api, { service: { total: 40 } });
  const ids = await Promise.all(Array.from({ length: 20 }, () => world.sent()));
  for (const id of ids)
    expectOneWinner(
      await Promise.all([
        move(world.kipus, "withdrawReferral", id),
        move(world.team, "declineReferral", id),
      ]),
      ["WITHDRAWN", "DECLINED"],
    );
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 0,
  });
  expect(await brokenRules(world.centre)).toEqual({});
});

it("accepts and withdraws in one order that both sides are told", async () => {
  const world = await aReferring(api, { service: { total: 40 } });
  const ids = await Promise.all(Array.from({ length: 20 }, () => world.sent()));
  await Promise.all(
    ids.map(async (id) => {
      const [withdrawn, accepted] = await Promise.all([
        move(world.kipus, "withdrawReferral", id),
        move(world.team, "acceptReferral", id),
      ]);
      // an accepted one may still be withdrawn: then both took effect, one after the other
      expect(withdrawn.__typename).toBe("Referral");
      const timeline = await timelineOf(world, id);
      expect(timeline).toEqual(
        accepted.__typename === "Referral"
          ? ["SENT", "ACCEPTED", "WITHDRAWN"]
          : ["SENT", "WITHDRAWN"],
      );
      if (accepted.__typename !== "Referral")
        expect(accepted).toMatchObject({
          __typename: "ReferralMoved",
          referral: { status: "WITHDRAWN" },
        });
    }),
  );
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 0,
  });
  expect(await brokenRules(world.centre)).toEqual({});
});

it("accepts or expires, never both", async () => {
  const world = await aReferring(api, { service: { total: 40 } });
  const ids = await Promise.all(
    Array.from({ length: 20 }, () => world.sent({ priority: "EMERGENCY" })),
  );
  api.clock.pass({ hours: 4 });
  await Promise.all(
    ids.map(async (id) => {
      const [accepted] = await Promise.all([
        move(world.team, "acceptReferral", id),
        runTimer(api, "expire-referral", world.centre.id, id),
      ]);
      const timeline = await timelineOf(world, id);
      if (accepted.__typename === "Referral")
        expect(timeline).toEqual(["SENT", "ACCEPTED"]);
      else {
        expect(accepted.referral?.status).toBe("EXPIRED");
        expect(timeline).toEqual(["SENT", "EXPIRED"]);
      }
    }),
  );
  expect(await brokenRules(world.centre)).toEqual({});
});

it("moves once, however many of one organisation say it at once", async () => {
  const world = await aReferring(api);
  const id = await world.sent();
  const colleague = await world.partner.aPerson("PARTNER_REFERRALS");
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      move(place % 2 ? world.team : colleague, "acceptReferral", id),
    ),
  );
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ status: "ACCEPTED", version: 2 });
  expect(await brokenRules(world.centre)).toEqual({});
});

const SET = `mutation ($input: SetCapacityInput!) { outcome: setCapacity(input: $input) { __typename } }`;
const WALK = `mutation ($input: RecordWalkInInput!) { outcome: recordWalkIn(input: $input) { __typename } }`;

async function change(
  person: Person,
  document: string,
  input: Record<string, unknown>,
): Promise<string> {
  const { data, errors } = await person.ask<{
    outcome: { __typename: string };
  }>(document, { input });
  return data?.outcome.__typename ?? String(errors?.[0]?.extensions?.["code"]);
}

it.each([1, 2, 3])("balances the books after any mix (%i)", async (seed) => {
  const world = await aReferring(api, {
    service: { total: 4, occupied: 1, unit: "PLACES" },
  });
  const { centre, service, kipus, team } = world;
  const pick = chance(seed);
  const known: string[] = [];
  const act = async (): Promise<string> => {
    const id = known[pick(Math.max(1, known.length))];
    switch (id ? pick(8) : 0) {
      case 0:
      case 1: {
        const sent = await send(kipus, service, {
          units: 1 + pick(2),
          waitIfFull: pick(2) === 0,
          priority: "EMERGENCY",
        });
        if (sent.id) known.push(sent.id);
        return sent.__typename;
      }
      case 2:
        return change(team, SET, {
          serviceId: service.globalId,
          total: pick(9),
          waitingOutside: pick(3),
        });
      case 3:
        return change(team, WALK, {
          requestKey: aKey(),
          serviceId: service.globalId,
          change: pick(2) ? 1 : -1,
        });
      case 4:
        api.clock.pass({ minutes: 40 });
        await runTimer(api, "expire-referral", centre.id, id ?? "");
        await runTimer(api, "lapse-offer", centre.id, id ?? "");
        return "timer";
      default: {
        const verb = verbs[pick(verbs.length)] ?? "openReferral";
        const mine = ["confirmPlace", "withdrawReferral"].includes(verb);
        return (await move(mine ? kipus : team, verb, id ?? "")).__typename;
      }
    }
  };
  for (let round = 0; round < 12; round += 1) {
    const outcomes = await Promise.all(Array.from({ length: 12 }, act));
    expect(outcomes).not.toContain("INTERNAL_SERVER_ERROR");
    expect(outcomes).not.toContain("FORBIDDEN");
  }
  expect(await brokenRules(centre)).toEqual({});
});
