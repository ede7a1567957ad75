// Who acts at the same time: exactly one wins, and the other is told how it stands; any mix of acts: queue/any-mix.test.ts.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { listenTo } from "../support/statements.js";
import type { Outcome, Referring } from "./referring.js";
import { aReferring, move, numbersOf, runTimer } from "./referring.js";

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
  for (const id of ids) {
    // unopened, it would be gone without a trace
    await move(world.team, "openReferral", id);
    expectOneWinner(
      await Promise.all([
        move(world.kipus, "withdrawReferral", id),
        move(world.team, "declineReferral", id),
      ]),
      ["WITHDRAWN", "DECLINED"],
    );
  }
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
      // withdrawn first and unopened, it was never there
      if (accepted.__typename !== "Referral")
        expect(accepted.__typename).toBe("InvalidInput");
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

it("expires what is due together at the first clock that rings, each in one statement and all in a few more", async () => {
  const world = await aReferring(api, { service: { total: 40 } });
  await world.centre.aPerson("OUS");
  const [first = "", ...others] = await Promise.all(
    Array.from({ length: 20 }, () => world.sent()),
  );
  api.clock.pass({ days: 8 });
  try {
    const statements = listenTo(api);
    await runTimer(api, "expire-referral", world.centre.id, first);
    // the line of its numbers: of one service each comes after the other
    expect(statements.taken().length).toBeLessThanOrEqual(20 + 16);
    await runTimer(api, "expire-referral", world.centre.id, others[0] ?? "");
    expect(statements.taken().length).toBeLessThanOrEqual(2);
    expect(await numbersOf(world.centre, world.service)).toMatchObject({
      reserved: 0,
    });
    expect(await brokenRules(world.centre)).toEqual({});
  } finally {
    api.clock.pass({ days: -8 });
  }
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
