// She takes back what she agreed to: referrals are withdrawn, places come back, and the partner's next byte holds nothing of her (K4, done-when 3).
import { followAgreements } from "../../../server/agreements/follow-agreements.js";
import { addDays, localDate } from "../../../server/platform/calendar.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../../server/platform/graphql/global-id.js";
import { fieldsOfLevel } from "../../../server/programmes/index.js";
import { agree } from "../../agreements/agreeing.js";
import { linesOf } from "../../audit/recorded.js";
import { ANNA, doCase } from "../../cases/keeping.js";
import { attempt, memberOf } from "../../permission/second-wall.js";
import { hangUp, Talk } from "../../platform/socket-talk.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { brokenRules } from "../../support/books.js";
import { connectTo } from "../../support/database.js";
import type { Doors } from "../../support/doors.js";
import { openDoors } from "../../support/doors.js";
import { COMMITS, holding, untilHeldUp } from "../../support/holding.js";
import type { Person } from "../../support/people.js";
import { insertProgramme } from "../../support/programmes.js";
import { aKey } from "../../support/world.js";
import { dateOf } from "../appointments/arranging.js";
import {
  move,
  numbersOf,
  outcomeOf,
  runTask,
  runTimer,
  send,
} from "../referring.js";
import { aTravelling, basisInput, L1, L2, travel } from "./travelling.js";

let api: Api;
let doors: Doors;
beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
});
afterAll(async () => {
  await hangUp();
  await doors.close();
  await api.close();
});

const CHANGES = `subscription ($centreId: ID!) { referralChanged(centreId: $centreId) { __typename
  ... on ReferralChanged { status referral { id number status personFields viewerCanShowPerson viewerCanConfirmKeeping
    disclosureLevel ownReference case { pseudonym } withdrawReason result messages { text } keeping { answer } } } } }`;

async function follow(token: string, centreId: string): Promise<Talk> {
  const talk = await Talk.open({ url: doors.socketUrl });
  talk.say({
    type: "connection_init",
    payload: { authorization: `Bearer ${token}` },
  });
  await talk.until(({ heard, closed }) => closed ?? heard[0]);
  talk.ask("changes", CHANGES, { centreId });
  await talk.until(() => talk.closed ?? talk.to("changes")[0]);
  return talk;
}

/** In how many hours the timer of its sight rings. */
async function waitingLooks(api: Api, referralId: string): Promise<number[]> {
  const owner = await connectTo(api.database.ownerUrl);
  const { rows } = await owner.query<{ in_hours: number }>(
    `select round(extract(epoch from run_at - $2::timestamptz) / 3600)::integer as in_hours
     from graphile_worker.jobs where task_identifier = 'end-sight' and key like '%' || $1`,
    [fromGlobalId("Referral", referralId), api.clock.now()],
  );
  await owner.end();
  return rows.map((row) => row.in_hours);
}

it("withdraws all that rests on it, and the partner's next byte holds nothing of the case", async () => {
  const world = await aTravelling(api, { service: { total: 5 } });
  const { kipus, team, centre, basisId, service, caseId } = world;
  const sent = await world.sendsPerson();
  const accepted = await world.sendsPerson({ units: 2 });
  await move(team, "acceptReferral", accepted);
  // a number alone rests on nothing
  const number = await world.sent({ caseId });
  const show = (referralId: string) =>
    travel(team, "showPerson", { referralId, purpose: "CONTACT" });
  expect((await show(sent)).told?.length).toBeGreaterThan(4);
  const talk = await follow(team.token, centre.globalId);
  const before = talk.heard.length;
  const withdrawn = await travel(kipus, "withdrawBasis", { basisId });
  expect(withdrawn).toMatchObject({ isWorking: false });
  await talk.until(
    () =>
      JSON.stringify(talk.heard.slice(before)).split("WITHDRAWN").length > 4,
  );
  const after = JSON.stringify(talk.heard.slice(before));
  expect(after).toContain(`"viewerCanShowPerson":false`);
  expect(after).toContain(`"personFields":[]`);
  for (const word of [
    ...Object.values(ANNA),
    "Nauka rozmowy",
    "JAR-",
    "SURNAME",
  ])
    expect(after).not.toContain(word);
  for (const id of [sent, accepted])
    expect(await show(id)).toMatchObject({ __typename: "SightEnded" });
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 1 });
  expect(await brokenRules(centre)).toEqual({});
  const seen = await kipus.ask<{ node: { status: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status } } }`,
    { id: number },
  );
  expect(seen.data?.node.status).toBe("SENT");
  // twice is once
  expect(await travel(kipus, "withdrawBasis", { basisId })).toMatchObject({
    isWorking: false,
  });
  expect(
    (await send(kipus, service, { caseId, disclosureLevel: "L1_CONTACT" }))
      .__typename,
  ).toBe("BasisMissing");
});

it("closes to the partner what was written about the person, and says that a basis was taken back", async () => {
  const world = await aTravelling(api);
  const { kipus, team, centre, partner, basisId } = world;
  const id = await world.sendsPerson();
  await move(team, "askAboutReferral", id);
  await move(kipus, "answerQuestion", id);
  await move(team, "acceptReferral", id, { appointment: dateOf(api) });
  await move(team, "startReferral", id, { statutoryDocumentRef: "DPS/12/26" });
  const further = await partner.aService();
  await travel(team, "suggestService", {
    ...{ requestKey: aKey(), referralId: id, serviceId: further.globalId },
    reason: "Warto połączyć z terapią.",
  });
  const read = async (who: typeof team, of = id) =>
    (
      await who.ask<{ node: unknown }>(
        `query ($id: ID!) { node(id: $id) { ... on Referral {
           status basisWithdrawn messages { text } appointment { place } timeline { appointment }
           statutoryDocumentRef withdrawReason suggestions { reason } } } }`,
        { id: of },
      )
    ).data?.node;
  const written = {
    messages: [{ text: null }, { text: "we wtorki" }],
    appointment: { place: dateOf(api).place },
    statutoryDocumentRef: "DPS/12/26",
    suggestions: [{ reason: "Warto połączyć z terapią." }],
  };
  const dates = (timeline: unknown) =>
    JSON.stringify(timeline).split("ARRANGED").length - 1;
  for (const who of [team, kipus])
    expect(await read(who)).toMatchObject({
      basisWithdrawn: false,
      ...written,
    });
  const closed = { statutoryDocumentRef: null, suggestions: [] };
  const ous = await centre.aPerson("OUS");
  const around = [ous, await partner.aPerson("PARTNER_ADMIN")];
  for (const who of around) expect(await read(who)).toMatchObject(closed);
  await travel(kipus, "withdrawBasis", { basisId });
  const hidden = {
    ...{ status: "WITHDRAWN", messages: null, appointment: null },
    ...closed,
  };
  const seen = await read(team);
  expect(seen).toMatchObject({ ...hidden, basisWithdrawn: true });
  expect(dates(seen)).toBe(0);
  const hers = await read(kipus);
  expect(hers).toMatchObject({ basisWithdrawn: true, ...written });
  expect(dates(hers)).toBe(1);
  for (const who of around) expect(await read(who)).toMatchObject(hidden);
  // the database alone
  const member = memberOf(team, centre.id, partner.id, "PARTNER_REFERRALS");
  for (const table of ["referral_message", "appointment", "service_suggestion"])
    expect(
      await attempt(api, member, [
        `select from ${table} where referral_id = '${fromGlobalId("Referral", id)}'`,
      ]),
    ).toBe("nothing");
  // one that is withdrawn for another reason says nothing of a basis
  const other = await world.sent();
  await move(team, "openReferral", other);
  await move(kipus, "withdrawReferral", other, { reason: "zmiana planu" });
  const withdrawn = { status: "WITHDRAWN", basisWithdrawn: false };
  for (const [who, withdrawReason] of [
    [team, "zmiana planu"],
    [ous, null],
    [kipus, "zmiana planu"],
  ] as const)
    expect(await read(who, other)).toMatchObject({
      ...{ ...withdrawn, withdrawReason },
    });
});

it("closes what has ended as well, tells the partner of it on open screens, and asks what it must keep", async () => {
  const world = await aTravelling(api, { service: { total: 9 } });
  const { kipus, team, centre, partner, basisId, caseId } = world;
  const WORDS = ["o wózku", "we wtorki", "Umowa podpisana"];
  const read = async (who: Person, of: string) =>
    (
      await who.ask<{ node: Record<string, unknown> }>(
        `query ($id: ID!) { node(id: $id) { ... on Referral { status version basisWithdrawn messages { text }
           appointment { place } statutoryDocumentRef withdrawReason result suggestions { reason } keeping { answer }
           deliveredUnits timeline { status appointment } viewerCanConfirmKeeping } } }`,
        { id: of },
      )
    ).data?.node;
  const completed = await world.sendsPerson();
  await move(team, "askAboutReferral", completed, {
    ...{ requestKey: aKey(), topics: ["OTHER"] },
    text: "Czy pamięta o wózku?",
  });
  await move(kipus, "answerQuestion", completed);
  await move(team, "acceptReferral", completed, { appointment: dateOf(api) });
  await move(team, "startReferral", completed, {
    statutoryDocumentRef: "DPS/12/26",
  });
  await move(team, "completeReferral", completed, {
    ...{ deliveredUnits: 7, result: "Umowa podpisana." },
  });
  const declined = await world.sendsPerson();
  await move(team, "openReferral", declined);
  await move(team, "declineReferral", declined);
  const withdrawn = await world.sendsPerson();
  await move(team, "openReferral", withdrawn);
  await move(kipus, "withdrawReferral", withdrawn, { reason: "inny plan" });
  // who never looked has nothing to keep, and what rests on nothing stays
  const unseen = await world.sendsPerson();
  const number = await world.sent({ caseId });
  await move(kipus, "withdrawReferral", unseen);
  for (const [verb, further] of [
    ["acceptReferral", {}],
    ["startReferral", {}],
    ["completeReferral", { result: "Umowa podpisana." }],
  ] as const)
    await move(team, verb, number, further);

  const before = await read(team, completed);
  expect(WORDS.filter((one) => !JSON.stringify(before).includes(one))).toEqual(
    [],
  );
  expect(before).toMatchObject({ basisWithdrawn: false, keeping: null });
  const talk = await follow(team.token, centre.globalId);
  const heard = talk.heard.length;
  await travel(kipus, "withdrawBasis", { basisId });
  await talk.until(
    () =>
      JSON.stringify(talk.heard.slice(heard)).split(`"answer":null`).length > 3,
  );
  for (const one of [...Object.values(ANNA), ...WORDS])
    expect(JSON.stringify(talk.heard.slice(heard))).not.toContain(one);
  const closed = {
    ...{ basisWithdrawn: true, messages: null, appointment: null },
    ...{ statutoryDocumentRef: null, withdrawReason: null, result: null },
  };
  const asked = { keeping: { answer: null }, viewerCanConfirmKeeping: true };
  expect(await read(team, completed)).toMatchObject({
    ...{ ...closed, ...asked, status: "COMPLETED", deliveredUnits: 7 },
    version: Number(before?.["version"]) + 1,
  });
  for (const [id, status] of [
    [declined, "DECLINED"],
    [withdrawn, "WITHDRAWN"],
  ] as const)
    expect(await read(team, id)).toMatchObject({ ...closed, ...asked, status });
  expect(await read(team, unseen)).toBeNull();
  expect(await read(kipus, unseen)).toMatchObject({ keeping: null });
  expect(await read(team, number)).toMatchObject({
    ...{ basisWithdrawn: false, result: "Umowa podpisana." },
  });
  // hers stays hers; its way shows no step
  const hers = await read(kipus, completed);
  expect(hers).toMatchObject({
    ...{ basisWithdrawn: true, keeping: { answer: null } },
    ...{ result: "Umowa podpisana.", statutoryDocumentRef: "DPS/12/26" },
    messages: [{ text: "Czy pamięta o wózku?" }, { text: "we wtorki" }],
    timeline: before?.["timeline"],
  });
  // the database alone
  const member = memberOf(team, centre.id, partner.id, "PARTNER_REFERRALS");
  for (const table of ["referral_message", "appointment"])
    expect(
      await attempt(api, member, [
        `select from ${table} where referral_id = '${fromGlobalId("Referral", completed)}'`,
      ]),
    ).toBe("nothing");
  // nobody opens it again, nor says of others that theirs was taken back
  for (const [who, role, changes] of [
    [team, "PARTNER_REFERRALS", "basis_withdrawn = false"],
    [kipus, "KIPUS", "basis_withdrawn = false"],
  ] as const)
    expect(
      await attempt(
        api,
        memberOf(
          who,
          centre.id,
          role === "KIPUS" ? centre.hub.id : partner.id,
          role,
        ),
        [
          `update referral set ${changes}, version = version + 1 where id = '${fromGlobalId("Referral", completed)}'`,
        ],
      ),
    ).toBe("refused");
  expect(
    await attempt(api, member, [
      `update referral set basis_withdrawn = true, version = version + 1 where id = '${fromGlobalId("Referral", number)}'`,
    ]),
  ).toBe("refused");
  expect(
    await travel(team, "confirmKeeping", {
      ...{ referralId: completed, keeps: "ACCOUNTS" },
    }),
  ).toMatchObject({ keeping: { answer: "ACCOUNTS" } });
  expect(await brokenRules(centre)).toEqual({});
});

it("is withdrawn after the case was closed too, and closes what was masked no more", async () => {
  const world = await aTravelling(api);
  const { kipus, team, centre, basisId, caseId } = world;
  const masked = await world.sendsPerson();
  await move(team, "declineReferral", masked);
  await (
    await centre.aPerson("DIRECTOR")
  ).ask(
    `mutation ($input: SetProtectionRulesInput!) { setProtectionRules(input: $input) { __typename } }`,
    {
      input: {
        ...{ ifVersion: 0, maskAfterDays: 0 },
        ...{ eraseAfterMonths: 12, erasesByItself: false },
      },
    },
  );
  await runTask(api, "keep-to-rules", {});
  const ended = await world.sendsPerson();
  await move(team, "declineReferral", ended);
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  const read = async () => {
    const { data } = await kipus.ask(
      `query ($caseId: ID!, $ended: ID!, $masked: ID!) {
        node(id: $caseId) { ... on Case { bases { viewerCanWithdraw endedAt isWorking } } }
        ended: node(id: $ended) { ... on Referral { basisWithdrawn keeping { answer } } }
        masked: node(id: $masked) { ... on Referral { basisWithdrawn keeping { answer } } } }`,
      { caseId, ended, masked },
    );
    return data;
  };
  expect(await read()).toMatchObject({
    node: { bases: [{ viewerCanWithdraw: true, isWorking: false }] },
    ended: { basisWithdrawn: false, keeping: null },
  });
  await travel(kipus, "withdrawBasis", { basisId });
  expect(await read()).toMatchObject({
    node: { bases: [{ viewerCanWithdraw: false, isWorking: false }] },
    ended: { basisWithdrawn: true, keeping: { answer: null } },
    masked: { basisWithdrawn: false, keeping: null },
  });
  // once
  await travel(kipus, "withdrawBasis", { basisId });
  const events = await centre.asSystem((work) =>
    work.rows(`select from event where type = 'BasisTakenBack'`),
  );
  expect(events).toHaveLength(1);
});

it("asks a separate controller what it must keep by law, by number; the coordinator and the officer see the answer", async () => {
  const world = await aTravelling(api);
  const { kipus, team, centre, partner, basisId } = world;
  const referralId = await world.sendsPerson();
  await move(team, "openReferral", referralId);
  await travel(kipus, "withdrawBasis", { basisId });
  const read = async (who: typeof team) =>
    (
      await who.ask<{ node: Record<string, unknown> | null }>(
        `query ($id: ID!) { node(id: $id) { ... on Referral { keeping { answer } viewerCanConfirmKeeping case { pseudonym } } } }`,
        { id: referralId },
      )
    ).data?.node;
  expect(await read(team)).toEqual({
    keeping: { answer: null },
    viewerCanConfirmKeeping: true,
    case: null,
  });
  const says = (who: typeof team, keeps: string) =>
    travel(who, "confirmKeeping", { referralId, keeps });
  expect(
    (await says(await partner.aPerson("PARTNER_ADMIN"), "NOTHING")).__typename,
  ).toBe("FORBIDDEN");
  expect((await says(kipus, "NOTHING")).__typename).toBe("FORBIDDEN");
  expect(await says(team, "MEDICAL")).toMatchObject({
    keeping: { answer: "MEDICAL" },
  });
  expect(await says(team, "MEDICAL")).toMatchObject({ __typename: "Referral" });
  expect((await says(team, "NOTHING")).__typename).toBe("InvalidInput");
  expect(await read(kipus)).toMatchObject({ keeping: { answer: "MEDICAL" } });
  const iod = await centre.aPerson("IOD");
  const changes = (await linesOf(iod, centre.globalId)).map(
    ({ change }) => change,
  );
  expect(changes.filter((change) => change?.startsWith("Keeps"))).toEqual([
    "KeepsNothing",
    "KeepsNothing",
    "KeepsMedical",
  ]);
});

it("asks nobody who acts for the centre, and nobody who never saw it", async () => {
  const world = await aTravelling(api);
  const referralId = await world.sendsPerson();
  // unopened: it vanishes as if nothing had been
  await travel(world.kipus, "withdrawBasis", { basisId: world.basisId });
  const { data } = await world.kipus.ask<{
    node: { keeping: unknown; status: string };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status keeping { answer } } } }`,
    { id: referralId },
  );
  expect(data?.node).toEqual({ status: "WITHDRAWN", keeping: null });
});

it("leaves a trace of what was looked at or opened within a minute, and the question of what is kept in the list", async () => {
  const looked = await aTravelling(api);
  const opened = await aTravelling(api);
  const seen = await looked.sendsPerson();
  const show = await travel(looked.team, "showPerson", {
    referralId: seen,
    purpose: "CONTACT",
  });
  expect(show.told?.length).toBeGreaterThan(4);
  const other = await opened.sendsPerson();
  await move(opened.team, "openReferral", other);
  for (const [{ team, kipus, centre, basisId }, id] of [
    [looked, seen],
    [opened, other],
  ] as const) {
    await travel(kipus, "withdrawBasis", { basisId });
    const { data, errors } = await team.ask(
      `query ($id: ID!, $centreId: ID!) { node(id: $id) { ... on Referral { status openedAt } }
        centre(id: $centreId) { all: referrals(first: 5) { totalCount nodes { id } }
          asked: referrals(first: 5, filter: { awaitsKeeping: true }) { totalCount nodes { id keeping { answer } } } } }`,
      { id, centreId: centre.globalId },
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain(`"openedAt":null`);
    expect(data).toMatchObject({
      node: { status: "WITHDRAWN" },
      centre: {
        all: { totalCount: 1, nodes: [{ id }] },
        asked: { totalCount: 1, nodes: [{ id, keeping: { answer: null } }] },
      },
    });
  }
});

it("keeps what another basis covers, unless it was sent on this one", async () => {
  const world = await aTravelling(api);
  const { kipus, team, caseId, partner, basisId } = world;
  const narrow = await travel(
    kipus,
    "recordBasis",
    basisInput(caseId, partner, {
      kind: "STATUTORY_TASK",
      highestLevel: "L1_CONTACT",
      fields: L1,
    }),
  );
  const high = await world.sendsPerson();
  await travel(kipus, "withdrawBasis", { basisId: narrow.id });
  const show = (referralId: string) =>
    travel(team, "showPerson", { referralId, purpose: "CONTACT" });
  expect((await show(high)).__typename).toBe("ToldPerson");
  await travel(kipus, "withdrawBasis", { basisId });
  expect((await show(high)).__typename).toBe("SightEnded");
});

it("lets no sending slip past a withdrawal", async () => {
  const world = await aTravelling(api, { service: { total: 50 } });
  const { kipus, basisId, service, caseId, centre } = world;
  const sends = () =>
    send(kipus, service, { caseId, disclosureLevel: "L1_CONTACT" });
  const outcomes = await Promise.all([
    ...Array.from({ length: 6 }, sends),
    travel(kipus, "withdrawBasis", { basisId }),
    ...Array.from({ length: 6 }, sends),
  ]);
  expect(outcomes.map(({ __typename }) => __typename)).toContain(
    "DisclosureBasis",
  );
  const left = await centre.asSystem((work) =>
    work.rows(
      `select number from referral where disclosure_level <> 'L0_TOKEN' and status <> 'WITHDRAWN'`,
    ),
  );
  expect(left).toEqual([]);
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 0 });
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
});

it("ends the partner's sight with the last day of the basis, on open screens too; the referral goes on by its number", async () => {
  const world = await aTravelling(api, { basis: { validTo: "2026-11-24" } });
  const { team, centre } = world;
  const referralId = await world.sendsPerson();
  await move(team, "acceptReferral", referralId);
  const talk = await follow(team.token, centre.globalId);
  const show = () =>
    travel(team, "showPerson", { referralId, purpose: "CONTACT" });
  api.clock.pass({ hours: 14, minutes: 10 });
  await runTimer(api, "end-sight", centre.id, referralId);
  expect((await show()).__typename).toBe("ToldPerson");
  api.clock.pass({ minutes: 10 });
  await runTimer(api, "end-sight", centre.id, referralId);
  await talk.until(() =>
    JSON.stringify(talk.heard).includes(`"viewerCanShowPerson":false`),
  );
  expect((await show()).__typename).toBe("SightEnded");
  const { data } = await team.ask<{ node: unknown }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status timeline { status } } } }`,
    { id: referralId },
  );
  expect(data?.node).toEqual({
    status: "ACCEPTED",
    timeline: [{ status: "SENT" }, { status: "ACCEPTED" }],
  });
});

it("shows the person anew when what it rests on is renewed, and no longer than that, on open screens too", async () => {
  const today = localDate(api.clock.now());
  const of = (day: number) => ({
    validFrom: addDays(today, day),
    validTo: addDays(today, day),
  });
  const world = await aTravelling(api, { basis: of(0) });
  const { kipus, team, centre, caseId, partner } = world;
  const referralId = await world.sendsPerson();
  await move(team, "acceptReferral", referralId);
  const looks = () => runTimer(api, "end-sight", centre.id, referralId);
  const show = async () =>
    (await travel(team, "showPerson", { referralId, purpose: "CONTACT" }))
      .__typename;
  // nobody is signed out meanwhile
  const aDay = async () => {
    for (const hours of [8, 8, 8]) {
      api.clock.pass({ hours });
      await show();
      await kipus.ask(`{ viewer { name } }`);
    }
  };
  const waits = () => waitingLooks(api, referralId);
  await aDay();
  await looks();
  await looks();
  expect(await show()).toBe("SightEnded");
  const talk = await follow(team.token, centre.globalId);
  await travel(kipus, "recordBasis", basisInput(caseId, partner, of(1)));
  expect(await waits()).toEqual([0]);
  await looks();
  await looks();
  // till the end of the renewed one
  const [till = 0] = await waits();
  expect(till).toBeGreaterThan(0);
  await talk.until(() =>
    JSON.stringify(talk.heard).includes(`"viewerCanShowPerson":true`),
  );
  expect(await show()).toBe("ToldPerson");
  // what has run out carries nothing any more: it is taken back, and the renewal goes on
  expect(
    (await travel(kipus, "withdrawBasis", { basisId: world.basisId }))
      .__typename,
  ).toBe("DisclosureBasis");
  expect(await show()).toBe("ToldPerson");
  await aDay();
  await looks();
  await talk.until(() =>
    JSON.stringify(talk.heard).includes(`"viewerCanShowPerson":false`),
  );
  expect(await show()).toBe("SightEnded");
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string }>(
      `select type from event where type like 'Sight%' order by position`,
    ),
  );
  expect(events.map(({ type }) => type)).toEqual([
    "SightEnded",
    "SightBegun",
    "SightEnded",
  ]);
  // what has ended rings no more
  await travel(kipus, "recordBasis", basisInput(caseId, partner, of(2)));
  expect(await waits()).toHaveLength(1);
  await move(kipus, "withdrawReferral", referralId);
  expect(await waits()).toEqual([]);
});

it("tells open screens of a restriction, an agreement and a programme that end the sight or let it begin anew", async () => {
  const { kipus, team, centre, partner, service, caseId, ...world } =
    await aTravelling(api);
  const referralId = await world.sendsPerson();
  await move(team, "acceptReferral", referralId);
  const talk = await follow(team.token, centre.globalId);
  const does = async (who: Person, verb: string, input: object) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const { __typename } = outcomeOf(
      await who.ask<{ outcome: { __typename: string } }>(
        `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename } }`,
        { input },
      ),
    );
    return __typename;
  };
  const told = async (sees: boolean) => {
    const heard = talk.heard.length;
    expect(await waitingLooks(api, referralId)).toEqual([0]);
    await runTimer(api, "end-sight", centre.id, referralId);
    await talk.until(() =>
      JSON.stringify(talk.heard.slice(heard)).includes(
        `"viewerCanShowPerson":${String(sees)}`,
      ),
    );
  };

  const sights = async () => {
    const events = await centre.asSystem((work) =>
      work.rows<{ type: string }>(
        `select type from event where type like 'Sight%' order by position`,
      ),
    );
    return events.map(({ type }) => type);
  };

  const officer = await centre.aPerson("IOD");
  const { data } = await kipus.ask<{ node: { pseudonym: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { pseudonym } } }`,
    { id: caseId },
  );
  await does(officer, "fileResidentRequest", {
    ...{ requestKey: aKey(), pseudonym: data?.node.pseudonym },
    ...{ kind: "RESTRICTION", receivedOn: localDate(api.clock.now()) },
  });
  await does(officer, "answerResidentRequest", {
    ...{ requestNumber: 1, ifVersion: 1, state: "GRANTED" },
    answer: "Wstrzymane do sprawdzenia.",
  });
  await told(false);
  // a consent given meanwhile does not open what she wants to be held
  await travel(kipus, "recordBasis", basisInput(caseId, partner));
  await runTimer(api, "end-sight", centre.id, referralId);
  await does(officer, "liftRestriction", { requestNumber: 1, ifVersion: 2 });
  await told(true);

  const lasts = async (days: number) => {
    const to = addDays(localDate(api.clock.now()), days);
    await centre.asSystem((work) =>
      work.rows(`update agreement set valid_to = $1`, [to]),
    );
    await followAgreements(api.desk(centre.id));
  };
  const ous = await centre.aPerson("OUS");
  const programmeId = await centre.asSystem((work) =>
    insertProgramme(work, { personalData: fieldsOfLevel("L1_CONTACT") }),
  );
  expect(
    await does(ous, "setServiceProgramme", {
      ...{ serviceId: service.globalId, programmeId },
    }),
  ).toBe("Service");
  await told(false);
  const changes = {
    ...{ programmeId, ifVersion: 1, elements: { personalData: L2 } },
    resolution: { number: "XXI/3/2026", on: localDate(api.clock.now()) },
  };
  expect(await does(ous, "changeProgramme", changes)).toBe("Programme");
  await told(true);
  // while its timer looks, and has seen nothing of it yet
  const [{ id: agreementId } = { id: "" }] = await centre.asSystem((work) =>
    work.rows<{ id: string }>(`select id from agreement`),
  );
  const of = { agreementId: toGlobalId("Agreement", agreementId) };
  const under: Promise<unknown>[] = [];
  await holding(centre, COMMITS, async () => {
    const rests = agree(ous, "suspendAgreement", { ...of, reason: "Remont" });
    await untilHeldUp(centre, 1, rests);
    const looks = runTimer(api, "end-sight", centre.id, referralId);
    under.push(rests, looks);
    await untilHeldUp(centre, 2, looks);
  });
  await Promise.all(under);
  expect((await sights()).at(-1)).toBe("SightEnded");
  await agree(ous, "resumeAgreement", of);
  await told(true);
  await lasts(-1);
  await told(false);
  const [ended, begun] = ["SightEnded", "SightBegun"];
  expect(await sights()).toEqual([
    ...[ended, begun, ended, begun, ended, begun, ended],
  ]);
});
