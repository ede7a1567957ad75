// A card at the door: a code is good once, for the organisation whose service it is, and tells nobody else even that it is one (P14, domain 4.3 L0).
import { randomBytes } from "node:crypto";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import { aKey } from "../support/world.js";
import type { Outcome, Referring } from "./referring.js";
import {
  aReferring,
  endHold,
  move,
  numbersOf,
  offerFreed,
  outcomeOf,
  runTimer,
  send,
} from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface AtTheDoor extends Outcome {
  reason?: string;
  redeemedAt?: string | null;
}

const ANSWER = `__typename ... on Referral { id status redeemedAt } ... on InvalidInput { fields { path } }
  ... on Problem { message } ... on TokenRefused { reason referral { id number status version dueAt } }`;

const check = async (person: Person, code: string): Promise<AtTheDoor> =>
  outcomeOf(
    await person.ask(
      `mutation ($input: CheckTokenInput!) { outcome: checkToken(input: $input) { ${ANSWER} } }`,
      { input: { code } },
    ),
  );
const redeem = async (
  person: Person,
  code: string,
  requestKey = aKey(),
): Promise<AtTheDoor> =>
  outcomeOf(
    await person.ask(
      `mutation ($input: RedeemTokenInput!) { outcome: redeemToken(input: $input) { ${ANSWER} } }`,
      { input: { code, requestKey } },
    ),
  );

interface Seen {
  code: string;
  redeemedAt: string | null;
  deliveredSoFar: number | null;
  timeline: { status: string }[];
}

async function seen(person: Person, id: string): Promise<Seen> {
  const { data } = await person.ask<{ node: Seen }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { code: tokenCode redeemedAt deliveredSoFar timeline { status } } } }`,
    { id },
  );
  if (!data) throw new Error("not seen");
  return data.node;
}

const codeOf = async ({ kipus }: Referring, id: string) =>
  (await seen(kipus, id)).code;

/** Of the letters of a code, and none that was given. */
const someCode = () =>
  [...randomBytes(8)].map((byte) => "ABCDEFGH"[byte % 8]).join("");

const tickets = (total = 10) =>
  aReferring(api, {
    service: { unit: "TICKETS_MONTH", entryMode: "TOKEN", total },
  });

it("gives a ticket for a code, once: nobody has answered before, the ticket is counted, its coordinator sees when", async () => {
  const world = await tickets();
  const { team, kipus, centre, service } = world;
  const id = await world.sent({ units: 2 });
  const code = await codeOf(world, id);
  // looked at with blanks and small letters; it is opened by that, and not used
  const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
  expect(await check(team, typed)).toMatchObject({
    id,
    status: "RECEIVED",
    redeemedAt: null,
  });
  const key = aKey();
  const given = await redeem(team, typed, key);
  expect(given).toMatchObject({
    __typename: "Referral",
    id,
    status: "COMPLETED",
  });
  // its answer was lost, and it is asked again: no second ticket, and nobody is sent away
  expect(await redeem(team, code, key)).toEqual(given);
  expect(await redeem(team, code)).toMatchObject({
    ...{ __typename: "TokenRefused", reason: "USED" },
    referral: { id },
  });
  expect(await check(team, code)).toMatchObject({ reason: "USED" });
  expect(await seen(kipus, id)).toEqual({
    code,
    redeemedAt: api.clock.now().toISOString(),
    deliveredSoFar: 2,
    timeline: ["SENT", "RECEIVED", "ACCEPTED", "IN_PROGRESS", "COMPLETED"].map(
      (status) => ({ status }),
    ),
  });
  expect(await numbersOf(centre, service)).toMatchObject({
    ...{ occupied: 2, reserved: 0, running: 0 },
  });
  const other = await codeOf(world, await world.sent());
  expect((await redeem(team, other, key)).__typename).toBe("RequestKeyReused");
  expect(await brokenRules(centre)).toEqual({});
  const admin = await connectTo(adminUrlOf(api.database.name));
  const {
    rows: [told],
  } = await admin.query<{ all: string }>(
    `select (select string_agg(e::text, '') from event e where e.centre_id = $1)
       || (select string_agg(k::text, '') from request_key k where k.centre_id = $1)
       || (select string_agg(l::text, '') from access_log l where l.centre_id = $1) as all`,
    [centre.id],
  );
  await admin.end();
  expect(told?.all).toContain("ReferralCompleted");
  expect(told?.all).not.toContain(code);
});

it("is used by one of many at the same moment, and withdrawn or used in one order", async () => {
  const world = await tickets(40);
  const colleague = await world.partner.aPerson("PARTNER_REFERRALS");
  const ids = await Promise.all(Array.from({ length: 6 }, () => world.sent()));
  for (const id of ids) {
    const code = await codeOf(world, id);
    const outcomes = await Promise.all(
      [world.team, colleague, world.team, colleague, world.team].map((person) =>
        redeem(person, code),
      ),
    );
    expect(outcomes.map(({ reason }) => reason ?? "given").toSorted()).toEqual([
      "USED",
      "USED",
      "USED",
      "USED",
      "given",
    ]);
  }
  const torn = await Promise.all(Array.from({ length: 8 }, () => world.sent()));
  for (const id of torn) {
    const code = await codeOf(world, id);
    const [withdrawn, given] = await Promise.all([
      move(world.kipus, "withdrawReferral", id),
      redeem(world.team, code),
    ]);
    expect([
      ["Referral", "UNKNOWN"],
      ["ReferralMoved", undefined],
    ]).toContainEqual([withdrawn.__typename, given.reason]);
  }
  expect(await brokenRules(world.centre)).toEqual({});
});

it("says why not of what is of this organisation, and of all else that there is no such code", async () => {
  const world = await tickets(4);
  const { team, kipus, centre, partner } = world;
  const stranger = await (await centre.aPartner()).aPerson("PARTNER_REFERRALS");
  const of = async (id: string) => redeem(team, await codeOf(world, id));

  const foreign = await world.sent();
  const answers = [
    await check(stranger, await codeOf(world, foreign)),
    await redeem(stranger, await codeOf(world, foreign)),
    await check(team, someCode()),
    await redeem(team, someCode()),
  ];
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toMatchObject({ reason: "UNKNOWN", referral: null });
  // withdrawn unopened it leaves no trace, however late; opened before, it is over
  const gone = await world.sent();
  api.clock.pass({ minutes: 2 });
  await move(kipus, "withdrawReferral", gone);
  expect(await of(gone)).toEqual(answers[0]);
  const over = await world.sent();
  await move(team, "openReferral", over);
  await move(kipus, "withdrawReferral", over);
  expect(await of(over)).toMatchObject({ reason: "OVER" });
  expect(await check(team, "K7MP-2XR")).toMatchObject({
    ...{ __typename: "InvalidInput", fields: [{ path: "code" }] },
  });

  await of(foreign);
  const late = await world.sent({ units: 3 });
  const waiting = await world.sent({ units: 3, waitIfFull: true });
  expect(await of(waiting)).toMatchObject({ reason: "NOT_YET" });
  // a place is held for her, and nobody is told that there is none
  const offered = await partner.aService({ entryMode: "TOKEN", total: 1 });
  const [holding, next] = [
    (await send(kipus, offered)).id ?? "",
    (await send(kipus, offered, { waitIfFull: true })).id ?? "",
  ];
  await move(team, "declineReferral", holding);
  await offerFreed(api, { centre, service: offered });
  const ofOffered = await of(next);
  expect(ofOffered).toMatchObject({
    ...{ __typename: "TokenRefused", reason: "OFFERED" },
    referral: { id: next, status: "OFFERED" },
  });
  expect(ofOffered.message).toMatch(/potwierdzi je koordynatorka/);

  // a paper is missing: a code alone opens nothing
  const decided = await partner.aService({ entryMode: "ADMIN_DECISION" });
  const statutory = await send(kipus, decided);
  expect(await of(statutory.id ?? "")).toMatchObject({
    reason: "NOT_AT_THE_DOOR",
  });
  // of an evening that will be over
  const evening = await partner.aService({
    unit: "TICKETS_EVENT",
    entryMode: "TOKEN",
  });
  const [first, second, early] = [
    await send(kipus, evening),
    await send(kipus, evening),
    await send(kipus, evening),
  ];
  const isOn = (days: number) =>
    centre.asSystem((work) =>
      work.rows(
        `update service set event_on = $2::date + $3::int where id = $1`,
        [evening.id, api.clock.now().toISOString().slice(0, 10), days],
      ),
    );
  await isOn(1);
  expect(await of(early.id ?? "")).toMatchObject({
    reason: "TOO_EARLY",
    referral: { status: "SENT" },
  });
  await isOn(0);
  expect(await of(early.id ?? "")).toMatchObject({ status: "COMPLETED" });
  expect(await of(first.id ?? "")).toMatchObject({ status: "COMPLETED" });

  const codes = await Promise.all(
    [late, second.id ?? ""].map((id) => codeOf(world, id)),
  );
  api.clock.pass({ hours: 24 * 20 });
  await runTimer(api, "expire-referral", centre.id, late);
  const later = await partner.aPerson("PARTNER_REFERRALS");
  for (const code of codes)
    expect(await redeem(later, code)).toMatchObject({ reason: "OVER" });
  expect(await brokenRules(centre)).toEqual({});
});

it("answers where its hold has ended and nothing is free, and moves nothing", async () => {
  const world = await aReferring(api, {
    service: { entryMode: "TOKEN", total: 1 },
  });
  const { team } = world;
  const id = await world.sent();
  await endHold(api, world, id);
  const quicker = await world.sent();
  const code = await codeOf(world, id);
  for (const key of [aKey(), aKey()])
    expect(await redeem(team, code, key)).toMatchObject({
      ...{ __typename: "TokenRefused", reason: "NO_PLACE" },
    });
  expect(await seen(team, id)).toMatchObject({
    redeemedAt: null,
    timeline: [{ status: "SENT" }],
  });
  await move(world.kipus, "withdrawReferral", quicker);
  expect(await redeem(team, code)).toMatchObject({ status: "IN_PROGRESS" });
});

it("begins what is no ticket, and ends what was begun by hand", async () => {
  const world = await aReferring(api, { service: { unit: "HOURS_MONTH" } });
  const { team, kipus, partner, centre } = world;
  const id = await world.sent();
  const code = await codeOf(world, id);
  await move(team, "acceptReferral", id);
  expect(await redeem(team, code)).toMatchObject({ status: "IN_PROGRESS" });
  // it runs: whoever comes again is not sent away as with a ticket that was given
  expect(await check(team, code)).toMatchObject({ reason: "RUNNING" });
  const byHand = await world.sent();
  for (const verb of ["acceptReferral", "startReferral"] as const)
    await move(team, verb, byHand);
  const itsCode = await codeOf(world, byHand);
  expect(await check(team, itsCode)).toMatchObject({ reason: "RUNNING" });
  await move(team, "suspendReferral", byHand);
  expect(await check(team, itsCode)).toMatchObject({ reason: "PAUSED" });

  const { id: ticket = "" } = await send(
    kipus,
    await partner.aService({ unit: "TICKETS_MONTH", entryMode: "TOKEN" }),
  );
  for (const verb of ["acceptReferral", "startReferral"] as const)
    await move(team, verb, ticket);
  expect(await redeem(team, await codeOf(world, ticket))).toMatchObject({
    status: "COMPLETED",
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("slows down who tries codes, the right ones too, and nobody else", async () => {
  const world = await tickets();
  const { team, partner } = world;
  const code = await codeOf(world, await world.sent());
  const [given, key] = [await codeOf(world, await world.sent()), aKey()];
  expect(await redeem(team, given, key)).toMatchObject({ status: "COMPLETED" });
  const colleague = await partner.aPerson("PARTNER_REFERRALS");
  for (let nth = 0; nth < 20; nth += 1)
    expect(await check(team, someCode())).toMatchObject({ reason: "UNKNOWN" });
  const slowed = await redeem(team, someCode());
  expect(slowed).toMatchObject({ reason: "TOO_MANY", referral: null });
  expect(await redeem(team, code)).toEqual(slowed);
  // what was used before is answered again; a key tells nothing of other codes
  expect(await redeem(team, given, key)).toMatchObject({ status: "COMPLETED" });
  expect(await redeem(team, given)).toEqual(slowed);
  expect(await redeem(team, code, key)).toEqual(slowed);
  expect(await redeem(team, code, "")).toEqual(slowed);
  expect(await check(colleague, code)).toMatchObject({ status: "RECEIVED" });
  api.clock.pass({ minutes: 11 });
  expect(await redeem(team, code)).toMatchObject({ status: "COMPLETED" });
});
