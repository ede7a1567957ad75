// From acceptance to the end: papers, units that come back or are used up, withdrawal, and time that passes.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { connectTo } from "../support/database.js";
import { openSockets, type Sockets } from "../support/following.js";
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
let sockets: Sockets;
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

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
interface Asked {
  gone: { status: string } | null;
}
const TRACES = `query ($id: ID!, $gone: ID!, $again: ID!, $partnerId: ID!, $number: String!) {
  gone: node(id: $gone) { ... on Referral { status } }
  again: node(id: $again) { ... on Referral { follows { id } } }
  centre(id: $id) {
    byNumber: referrals(filter: { number: $number }) { totalCount }
    finished: referrals(filter: { partnerId: $partnerId, statuses: [WITHDRAWN] }) { totalCount nodes { id } }
    all: referrals { totalCount }
    activity(first: 20) { nodes { status referral { id } } } } }`;
const FOLLOW = `subscription ($id: ID!, $after: String) { change: referralChanged(centreId: $id, after: $after) {
  __typename ... on CaughtUp { cursor } ... on ReferralGone { cursor referralId }
  ... on ReferralChanged { cursor status referral { id } } } }`;
const LIST = `query ($id: ID!) { centre(id: $id) { referrals { totalCount nodes { id } } } }`;

it("leaves no trace at its partner when nobody had opened it, and open screens let go of it", async () => {
  const world = await aReferring(api);
  const { kipus, team, centre } = world;
  const listOf = async (person: Referring["team"]) => {
    const { data } = await person.ask<Listed>(LIST, {
      id: world.centre.globalId,
    });
    return data?.centre.referrals;
  };
  const admin = await world.partner.aPerson("PARTNER_ADMIN");
  const ous = await centre.aPerson("OUS");
  const stranger = await (await centre.aPartner()).aPerson("PARTNER_REFERRALS");
  const heard = async (person: Referring["team"], after: string | null) =>
    sockets.follow(person.token, FOLLOW, { id: centre.globalId, after });
  const { cursor: before } = await heard(team, null);
  const gone = await world.sent();
  const { cursor: between } = await heard(team, before);
  api.clock.pass({ hours: 20 });
  await move(kipus, "withdrawReferral", gone, { reason: "pomyłka" });
  const kept = await world.sent();
  await move(team, "openReferral", kept);
  await move(kipus, "withdrawReferral", kept);
  // to refer again names what came before, to its sender alone
  const again = await world.sent({ followsId: gone });

  const [row] = await centre.asSystem((work) =>
    work.rows<{ number: string }>(
      `select number from referral where id = $1 and vanished and status = 'WITHDRAWN'`,
      [fromGlobalId("Referral", gone)],
    ),
  );
  const ask = async (person: Referring["team"]) => {
    const { data } = await person.ask<Asked>(TRACES, {
      ...{ id: centre.globalId, gone, again, number: row?.number },
      partnerId: world.partner.globalId,
    });
    return data;
  };
  const id: unknown = expect.any(String);
  const line = (status: string): { status: string; referral: unknown } => ({
    status,
    referral: { id },
  });
  const nothing = {
    ...{ gone: null, again: { follows: null } },
    centre: {
      byNumber: { totalCount: 0 },
      finished: { totalCount: 1, nodes: [{ id: kept }] },
      all: { totalCount: 2 },
      activity: { nodes: ["SENT", "WITHDRAWN", "RECEIVED", "SENT"].map(line) },
    },
  };
  const walls = async () => {
    for (const person of [team, admin])
      expect(await ask(person)).toEqual(nothing);
    expect((await ask(stranger))?.gone).toBeNull();
    for (const person of [kipus, ous])
      expect(await ask(person)).toMatchObject({
        ...{ gone: { status: "WITHDRAWN" }, again: { follows: { id: gone } } },
      });
  };
  await walls();
  leaveItToTheDatabase(true);
  // the database lets through that something was withdrawn: an open screen is told by it
  nothing.centre.activity.nodes.push({ status: "WITHDRAWN", referral: null });
  await walls();
  leaveItToTheDatabase(false);
  expect(await listOf(kipus)).toMatchObject({ totalCount: 3 });
  // as to whoever may never have known of it
  const opens = (person: Referring["team"]) =>
    move(person, "openReferral", gone);
  expect(await opens(team)).toEqual(await opens(stranger));

  // an open screen lets go of it; whoever was away hears of nothing else of it
  const lost = { __typename: "ReferralGone", referralId: gone };
  for (const after of [between, before]) {
    const { deliveries } = await heard(team, after);
    expect(deliveries[0]).toMatchObject(lost);
    expect(
      deliveries.filter((one) => JSON.stringify(one).includes(gone)),
    ).toHaveLength(1);
  }
  const { deliveries } = await heard(kipus, before);
  expect(JSON.stringify(deliveries)).not.toContain("ReferralGone");
  const events = await centre.asSystem((work) =>
    work.rows(`select from event where type = 'ReferralWithdrawn'`),
  );
  expect(events).toHaveLength(2);
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
