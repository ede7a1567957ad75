// Three processes on one PostgreSQL: whoever is killed, nothing acknowledged is lost, doubled or overbooked, and nobody misses an event.
import { rmSync } from "node:fs";

import { chance } from "../support/chance.js";
import { freshDataFolder } from "../support/server.js";
import type { Fault } from "./faults.js";
import { kills } from "./faults.js";
import { type Fleet, openFleet } from "./fleet.js";
import { Record } from "./record.js";
import { Round } from "./round.js";
import { aTown, type Town } from "./town.js";

let folder: string;
let fleet: Fleet;
const rounds: Round[] = [];
beforeAll(async () => {
  folder = await freshDataFolder();
  fleet = await openFleet(folder);
}, 60_000);
afterAll(async () => {
  // one whose test failed is still at work
  await Promise.all(rounds.map((round) => round.leave()));
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

interface Played {
  round: Round;
  town: Town;
  record: Record;
}

async function aRound(places?: readonly number[]): Promise<Played> {
  const town = await aTown(fleet.postgres.database, places);
  const record = new Record();
  const round = new Round({
    fleet,
    town,
    record,
    pick: chance(1),
    prefix: "t",
    walkers: 8,
    longestPauseMs: 1_500,
  });
  rounds.push(round);
  await round.open();
  return { round, town, record };
}

const times = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index));

it("begins as three at once on an empty database, which is migrated once", () => {
  expect(fleet.falls).toEqual([]);
});

it("does once what comes twenty times at once, at any process", async () => {
  const { round, town, record } = await aRound([5]);
  const [service] = town.services;
  const by = town.coordinators[0]?.accountId ?? "";
  const send = {
    verb: "sendReferral",
    by,
    subject: service?.id ?? "",
    amount: 1,
  } as const;
  const repeats = "t0";
  record.asked({ ...send, name: repeats });
  await Promise.all([
    round.load.finishOpen(),
    ...times(19, () => round.load.do({ ...send, repeats })),
    round.load.do({ ...send, repeats, amount: 2 }).then((name) => {
      expect(record.answers.get(name)?.told).toBe("RequestKeyReused");
    }),
  ]);
  const ids = [...record.answers.values()].flatMap(({ id }) => id ?? []);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(1);
  expect((await round.close()).broken).toEqual({});
}, 120_000);

it("gives away exactly the places that there are, to whichever of 200 come first", async () => {
  const places = [1, 2, 3, 4, 5];
  const { round, town, record } = await aRound(places);
  await Promise.all(
    times(200, (index) =>
      round.load.do(
        {
          verb: "sendReferral",
          by: town.coordinators[index % 3]?.accountId ?? "",
          subject: town.services[index % 5]?.id ?? "",
          amount: 1,
        },
        // nobody of an odd name waits
        `t${index}1`,
      ),
    ),
  );
  const won = town.services.map(
    ({ id }) =>
      [...record.answers].filter(
        ([name, { told }]) =>
          told === "Referral" && record.deeds.get(name)?.subject === id,
      ).length,
  );
  expect(won).toEqual(places);
  expect((await round.close()).broken).toEqual({});
}, 120_000);

it("is only slower when the lines are cut on which processes wake each other", async () => {
  const { round, record } = await aRound();
  await round.play(
    () => true,
    async () => {
      for (let cut = 0; cut < 6; cut += 1) {
        const before = record.answers.size;
        await round.inflict("line");
        await round.until(() => record.answers.size > before + 8);
      }
    },
  );
  const sum = await round.close();
  expect(sum.broken).toEqual({});
  expect(sum.deliveries).toBeGreaterThan(0);
}, 120_000);

/** Twelve times `kill -9`; between them processes stand still, lines are cut, and time passes. */
const troubles: readonly Fault[] = [
  "process",
  "backend",
  "clock",
  "postmaster",
  "process",
  "pause",
  "process",
  "backend",
  "line",
  "postmaster",
  "clock",
  "backend",
  "process",
  "postmaster",
  "pause",
  "backend",
  "clock",
  "process",
];

it("loses, doubles and overbooks nothing under a dozen kills, and everybody hears all of it", async () => {
  const { round, record } = await aRound();
  await round.play(
    () => true,
    async () => {
      const left = [...troubles];
      for (let turn = 0; left.length > 0 || record.kills.length < 12; turn++) {
        const before = record.answers.size;
        await round.until(() => record.answers.size > before + 15);
        await round.inflict(
          left.shift() ?? kills[turn % kills.length] ?? "process",
        );
      }
    },
  );
  const sum = await round.close();
  expect(sum.broken).toEqual({});
  expect(sum.kills).toBeGreaterThanOrEqual(12);
  expect(sum.sends).toBeGreaterThan(60);
}, 300_000);
