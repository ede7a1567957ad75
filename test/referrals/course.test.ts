// From acceptance to the end: papers, units that come back or are used up, withdrawal, and time that passes.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { connectTo } from "../support/database.js";
import type { ServiceGiven } from "../support/settling.js";
import type { Referring } from "./referring.js";
import {
  aReferring,
  endHold,
  move,
  numbersOf,
  runTimer,
  send,
} from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function aRunning(
  service: Partial<ServiceGiven>,
  units = 2,
): Promise<Referring & { id: string }> {
  const world = await aReferring(api, { service: { total: 9, ...service } });
  const id = await world.sent({ units });
  await move(world.team, "acceptReferral", id);
  await move(world.team, "startReferral", id);
  return { ...world, id };
}

const standing = ["PLACES", "HOURS_WEEK", "HOURS_MONTH"] as const;
const usedUp = [
  "APPOINTMENTS_MONTH",
  "TRIPS_MONTH",
  "TICKETS_MONTH",
  "TICKETS_EVENT",
] as const;

describe.each([
  ["completeReferral", "team"],
  ["discontinueReferral", "team"],
  ["discontinueReferral", "kipus"],
  ["withdrawReferral", "kipus"],
] as const)("%s by %s", (verb, side) => {
  it.each([
    ...standing.map((unit) => [unit, 0] as const),
    ...usedUp.map((unit) => [unit, 2] as const),
  ])("of %s leaves %i taken", async (unit, occupied) => {
    const world = await aRunning({ unit });
    await move(world[side], verb, world.id);
    expect(await numbersOf(world.centre, world.service)).toMatchObject({
      occupied,
      reserved: 0,
      running: 0,
    });
    expect(await brokenRules(world.centre)).toEqual({});
  });
});

it("gives a reservation back whole, whatever its unit", async () => {
  for (const unit of [...standing, ...usedUp]) {
    const world = await aReferring(api, { service: { unit } });
    const id = await world.sent({ units: 3 });
    await move(world.team, "acceptReferral", id);
    await move(world.team, "discontinueReferral", id);
    expect(await numbersOf(world.centre, world.service)).toMatchObject({
      occupied: 0,
      reserved: 0,
    });
  }
});

it.each([
  ["STATUTORY_REFERRAL", "DocumentMissing"],
  ["ADMIN_DECISION", "DocumentMissing"],
  ["REFERRAL", "Referral"],
  ["OPEN", "Referral"],
  ["PROGRAMME_QUALIFICATION", "Referral"],
] as const)("starts %s without a paper: %s", async (entryMode, outcome) => {
  const world = await aReferring(api, { service: { entryMode } });
  const id = await world.sent();
  await move(world.team, "acceptReferral", id);
  const started = await move(world.team, "startReferral", id);
  expect(started.__typename).toBe(outcome);
  if (outcome === "Referral") return;
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    occupied: 0,
    reserved: 1,
  });
  const faulty = await move(world.team, "startReferral", id, {
    statutoryDocumentRef: "44051401359",
  });
  expect(faulty).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "statutoryDocumentRef" }],
  });
  const withPaper = await move(world.team, "startReferral", id, {
    statutoryDocumentRef: "DPS.5021.7.2026",
  });
  expect(withPaper).toMatchObject({
    status: "IN_PROGRESS",
    statutoryDocumentRef: "DPS.5021.7.2026",
  });
});

it("takes a free place for one whose hold had ended, or says that there is none", async () => {
  const world = await aReferring(api, { service: { total: 2, occupied: 1 } });
  const id = await world.sent();
  await endHold(api, world, id);
  const winner = await world.sent();
  expect((await move(world.team, "acceptReferral", id)).__typename).toBe(
    "NoFreePlace",
  );
  await move(world.kipus, "withdrawReferral", winner);
  expect(await move(world.team, "acceptReferral", id)).toMatchObject({
    status: "ACCEPTED",
    service: { capacity: { reserved: 1 } },
  });
});

interface Listed {
  centre: { referrals: { totalCount: number; nodes: { id: string }[] } };
}
const LIST = `query ($id: ID!) { centre(id: $id) { referrals { totalCount nodes { id } } } }`;

it("leaves the partner's list as if nothing had been, within a minute only", async () => {
  const world = await aReferring(api);
  const listOf = async (person: Referring["team"]) => {
    const { data } = await person.ask<Listed>(LIST, {
      id: world.centre.globalId,
    });
    return data?.centre.referrals;
  };
  const soon = await world.sent();
  api.clock.pass({ minutes: 1 });
  await move(world.kipus, "withdrawReferral", soon, { reason: "pomyłka" });
  expect(await listOf(world.team)).toEqual({ totalCount: 0, nodes: [] });
  expect(await listOf(world.kipus)).toMatchObject({ nodes: [{ id: soon }] });
  const late = await world.sent();
  api.clock.pass({ minutes: 2 });
  await move(world.kipus, "withdrawReferral", late);
  expect(await listOf(world.team)).toMatchObject({
    totalCount: 1,
    nodes: [{ id: late }],
  });
  const kept = await world.centre.asSystem((work) =>
    work.rows(`select from event where type = 'ReferralWithdrawn'`),
  );
  expect(kept).toHaveLength(2);
});

it("refuses a PESEL in the reason of a withdrawal", async () => {
  const world = await aReferring(api);
  const id = await world.sent();
  const outcome = await move(world.kipus, "withdrawReferral", id, {
    reason: "pesel 44051401359",
  });
  expect(outcome).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "reason" }],
  });
});

it("expires when the answer is due and did not come, not before, and once", async () => {
  const world = await aReferring(api);
  const id = await world.sent({ priority: "EMERGENCY" });
  const due = () => runTimer(api, "expire-referral", world.centre.id, id);
  api.clock.pass({ hours: 3, minutes: 59 });
  await due();
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: 1,
  });
  api.clock.pass({ minutes: 1 });
  await due();
  await due();
  const late = await move(world.team, "acceptReferral", id);
  expect(late).toMatchObject({
    __typename: "ReferralMoved",
    referral: { status: "EXPIRED", version: 2, holdsPlace: false },
  });
  expect(late.referral?.timeline.at(-1)).toEqual({
    status: "EXPIRED",
    by: "Splot",
    reason: null,
  });
  expect(await brokenRules(world.centre)).toEqual({});
});

it("stands in the durable queue with the referral, for when the answer is due", async () => {
  const world = await aReferring(api);
  const outcome = await send(world.kipus, world.service, {
    priority: "URGENT",
  });
  const id = Buffer.from(outcome.id ?? "", "base64url")
    .toString()
    .split(":")[1];
  const owner = await connectTo(api.database.ownerUrl);
  const { rows } = await owner.query<{ run_at: Date }>(
    `select run_at from graphile_worker.jobs where key = $1`,
    [`${world.centre.id}:expire-referral:${id ?? ""}`],
  );
  await owner.end();
  expect(rows.map(({ run_at }) => run_at.toISOString())).toEqual([
    outcome.dueAt,
  ]);
});
