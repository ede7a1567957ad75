// The access log through the graph: each touch leaves one line, a refusal too, and nothing of what was told stands in it.
import type { Referring } from "../referrals/referring.js";
import { aReferring, move, runTimer, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { askedBy } from "../support/asked.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";
import { aPerson, signInAs } from "../support/people.js";
import { linesOf, told } from "./recorded.js";

let api: Api;
let world: Referring;
let iod: Person;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  world = await aReferring(api, { service: { total: 9 } });
  iod = await world.centre.aPerson("IOD");
});

const log = (filter: Record<string, unknown> = {}) =>
  linesOf(iod, world.centre.globalId, filter);

it("keeps who did what with which fields, why, and by which way", async () => {
  const caseId = await world.centre.aCase(world.kipus);
  const id = await world.sent({ caseId, ownReference: "teczka K-17" });
  const [line] = await log({ referralId: id });
  expect(line).toMatchObject({
    position: 1,
    by: world.kipus.name,
    accountId: Buffer.from(`Account:${world.kipus.accountId}`).toString(
      "base64url",
    ),
    roles: ["KIPUS"],
    partner: { id: world.centre.hub.globalId },
    action: "SEND",
    noun: "Referral",
    fields: ["ownReference"],
    change: "ReferralSent",
    purpose: "OWN_CASE",
    outcome: "DONE",
    door: "HTTP",
  });
  expect(line?.number).toMatch(/^SK\/\d{4}\/\d{5}$/);
  expect(line?.pseudonym).toMatch(/^TST-/);
  expect(line?.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

it("has one line for each move, with what was noted, and the rule's own", async () => {
  const id = await world.sent();
  await move(world.team, "openReferral", id);
  await move(world.team, "openReferral", id);
  await move(world.team, "acceptReferral", id);
  await move(world.team, "startReferral", id, {
    statutoryDocumentRef: "DPS.5/26",
  });
  const lapsed = await world.sent({ priority: "EMERGENCY" });
  api.clock.pass({ days: 3 });
  await runTimer(api, "expire-referral", world.centre.id, lapsed);
  const late = await world.sent();
  await move(world.kipus, "withdrawReferral", late, {
    reason: "przeprowadzka",
  });
  expect(told(await log({ referralId: id }))).toEqual([
    "SEND ReferralSent DONE",
    "UPDATE ReferralOpened DONE",
    "UPDATE ReferralAccepted DONE",
    "UPDATE ReferralStarted statutoryDocumentRef DONE",
  ]);
  expect(await log({ referralId: lapsed, action: "UPDATE" })).toMatchObject([
    { by: "Splot", purpose: "RULE", door: "JOB", change: "ReferralExpired" },
  ]);
  expect(told(await log({ referralId: late }))).toEqual([
    "SEND ReferralSent DONE",
    "UPDATE ReferralWithdrawn withdrawReason DONE",
  ]);
  expect((await log({ referralId: id })).map((one) => one.purpose)).toEqual([
    "OWN_CASE",
    "ANSWER",
    "ANSWER",
    "ANSWER",
  ]);
});

it("has one line for each referral that a list tells something personal of, none for pseudonyms and own notes", async () => {
  const caseId = await world.centre.aCase(world.kipus);
  const noted = [
    await world.sent({ ownReference: "AB 1", caseId }),
    await world.sent({ ownReference: "AB 2" }),
  ];
  const plain = await world.sent({ caseId });
  for (const id of noted)
    await move(world.kipus, "withdrawReferral", id, { reason: "zmiana planu" });
  const list = (selection: string) =>
    world.kipus.ask(
      `query ($id: ID!) { centre(id: $id) { referrals { nodes { number ${selection} } } cases { nodes { pseudonym ownReference } } } }`,
      { id: world.centre.globalId },
    );
  await list(
    "case { pseudonym } ownReference suspendNote result messages { text }",
  );
  expect(await log({ action: "VIEW" })).toEqual([]);
  await list("one: withdrawReason two: withdrawReason case { pseudonym }");
  const views = await log({ action: "VIEW" });
  expect(views).toMatchObject([
    { fields: ["withdrawReason"], purpose: "OWN_CASE" },
    { fields: ["withdrawReason"] },
  ]);
  expect(new Set(views.map(({ requestId }) => requestId)).size).toBe(1);
  for (const id of noted)
    expect(await log({ action: "VIEW", referralId: id })).toHaveLength(1);
  expect(await log({ action: "VIEW", referralId: plain })).toEqual([]);
});

it("ten minutes of an ordinary list leave nothing, and the look among them its line", async () => {
  const caseId = await world.centre.aCase(world.kipus);
  const id = await world.sent({ ownReference: "AB 3", caseId });
  const started = await world.sent({ ownReference: "AB 4", caseId });
  await move(world.team, "acceptReferral", started);
  await move(world.team, "startReferral", started, {
    statutoryDocumentRef: "DPS 9",
  });
  const before = await log();
  const screen = askedBy("SentReferrals");
  const centreId = world.centre.globalId;
  const document = `query ($id: ID!) { node(id: $id) { ... on Referral { statutoryDocumentRef } } }`;
  const sockets = await openSockets(api);
  const { cursor } = await sockets.follow(
    world.kipus.token,
    `subscription ($centreId: ID!) { change: referralChanged(centreId: $centreId) { __typename ... on CaughtUp { cursor } } }`,
    { centreId },
  );
  const live = askedBy("ReferralLog");
  for (const minute of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    expect(await world.kipus.ask(screen, { centreId })).toMatchObject({
      data: { centre: { open: { nodes: [{}, {}] } } },
    });
    if (minute === 5) await world.kipus.ask(document, { id: started });
    api.clock.pass({ minutes: 1 });
  }
  await move(world.team, "openReferral", id);
  const { deliveries } = await sockets.follow(
    world.kipus.token,
    live.replace("referralChanged(", "change: referralChanged("),
    { centreId, after: cursor },
  );
  await sockets.close();
  expect(deliveries).toMatchObject([{ referral: { ownReference: "AB 3" } }]);
  expect((await log()).slice(before.length)).toMatchObject([
    { by: world.kipus.name, fields: ["statutoryDocumentRef"], action: "VIEW" },
    { by: world.team.name, change: "ReferralOpened" },
  ]);
  expect(await log({ action: "VIEW", referralId: id })).toEqual([]);
});

describe("who reads on what she is reading", () => {
  const asked = `query ($id: ID!) { node(id: $id) { ... on Referral { withdrawReason statutoryDocumentRef } } }`;
  const views = (id: string) => log({ action: "VIEW", referralId: id });

  it("leaves one line for ten minutes, then another, and one for whatever is written anew", async () => {
    const id = await world.sent();
    await move(world.team, "acceptReferral", id);
    await move(world.team, "startReferral", id, {
      statutoryDocumentRef: "DPS 1",
    });
    const read = () => world.kipus.ask(asked, { id });
    await read();
    api.clock.pass({ minutes: 9 });
    await read();
    expect(await views(id)).toMatchObject([
      { fields: ["statutoryDocumentRef"] },
    ]);
    // counted from the line, not from the latest reading
    api.clock.pass({ minutes: 2 });
    await read();
    expect(await views(id)).toHaveLength(2);
    await move(world.kipus, "withdrawReferral", id, { reason: "zmiana planu" });
    await read();
    await read();
    expect((await views(id)).slice(2)).toMatchObject([
      { fields: ["statutoryDocumentRef", "withdrawReason"] },
    ]);
  });

  it("is told anew of what was written while she read, though her line was written after it", async () => {
    const id = await world.sent();
    api.clock.pass({ minutes: 1 });
    await move(world.kipus, "withdrawReferral", id, { reason: "zmiana planu" });
    // asked before, answered after
    api.clock.pass({ minutes: -1 });
    await world.kipus.ask(asked, { id });
    api.clock.pass({ minutes: 2 });
    await world.kipus.ask(asked, { id });
    expect(await views(id)).toHaveLength(2);
  });

  it("leaves a line of its own by another session, though it is hers as well", async () => {
    const id = await world.sent();
    await move(world.kipus, "withdrawReferral", id, { reason: "zmiana planu" });
    const { accountId, assignmentId } = world.kipus;
    const { token } = await signInAs(
      api,
      accountId,
      world.centre.id,
      assignmentId,
      2,
    );
    for (const door of [world.kipus.token, token, world.kipus.token, token])
      await api.ask(door, asked, { id });
    expect((await views(id)).map(({ by }) => by)).toEqual([
      world.kipus.name,
      world.kipus.name,
    ]);
  });

  it("and nobody else's look goes into it, nor her own in another place of the chain", async () => {
    const id = await world.sent();
    await move(world.team, "acceptReferral", id);
    await move(world.team, "startReferral", id, {
      statutoryDocumentRef: "DPS 1",
    });
    const { kipus, team } = world;
    for (const one of [kipus, team, kipus, team]) await one.ask(asked, { id });
    expect((await views(id)).map(({ by }) => by)).toEqual([
      kipus.name,
      team.name,
    ]);
    const chain = `query ($id: ID!) { centre(id: $id) { accessLogChain { position intactTo brokenAt } } }`;
    const { data } = await iod.ask<{
      centre: { accessLogChain: Record<string, unknown> };
    }>(chain, { id: world.centre.globalId });
    expect(data?.centre.accessLogChain).toMatchObject({ brokenAt: null });
  });
});

it("tells apart who reads it in another duty, and leaves no line where nothing is told", async () => {
  const id = await world.sent({ ownReference: "AB 7" });
  const { team } = world;
  await move(team, "acceptReferral", id);
  await move(team, "startReferral", id, { statutoryDocumentRef: "DPS 1" });
  const ous = await world.centre.aPerson("OUS");
  const asked = `query ($id: ID!) { node(id: $id) { ... on Referral { ownReference statutoryDocumentRef } } }`;
  expect(await team.ask(asked, { id })).toMatchObject({
    data: { node: { ownReference: null, statutoryDocumentRef: "DPS 1" } },
  });
  expect(await log({ action: "VIEW", by: team.name })).toMatchObject([
    {
      fields: ["statutoryDocumentRef"],
      ...{ purpose: "ANSWER", roles: ["PARTNER_REFERRALS"] },
    },
  ]);
  // the hub coordinates without anybody's papers
  expect(await ous.ask(asked, { id })).toMatchObject({
    data: { node: { ownReference: null, statutoryDocumentRef: null } },
  });
  expect(await log({ by: ous.name })).toEqual([]);
  const stranger = await world.centre.aPerson("KIPUS");
  expect(await stranger.ask(asked, { id })).toMatchObject({
    data: { node: null },
  });
  expect(await log({ by: stranger.name })).toEqual([]);
  // no name has a word that begins so
  for (const by of ["%", "_", "\\"]) expect(await log({ by })).toEqual([]);
});

it("brings a line with what a subscription delivers, once for each event", async () => {
  const id = await world.sent({ ownReference: "AB 7" });
  await move(world.team, "acceptReferral", id);
  const sockets = await openSockets(api);
  const query = (selection: string) =>
    `subscription ($centreId: ID!, $after: String) { change: referralChanged(centreId: $centreId, after: $after) {
       __typename ... on ReferralChanged { cursor referral { number ${selection} } } ... on CaughtUp { cursor } } }`;
  const from = { centreId: world.centre.globalId };
  const { cursor } = await sockets.follow(world.kipus.token, query(""), from);
  await move(world.team, "startReferral", id, { statutoryDocumentRef: "P 1" });
  const after = { ...from, after: cursor };
  expect(
    await sockets.follow(world.kipus.token, query("case { id }"), after),
  ).toMatchObject({ deliveries: [{}] });
  expect(await log({ action: "DELIVER" })).toEqual([]);
  await sockets.follow(
    world.kipus.token,
    query("ownReference statutoryDocumentRef"),
    after,
  );
  await sockets.close();
  expect(await log({ action: "DELIVER" })).toMatchObject([
    {
      by: world.kipus.name,
      fields: ["statutoryDocumentRef"],
      door: "DELIVERY",
    },
  ]);
});

describe("a refusal leaves its line by itself", () => {
  const refused = () => log({ outcome: "REFUSED" });

  it("of who may not, and of what is not there for her", async () => {
    const id = await world.sent();
    const ous = await world.centre.aPerson("OUS");
    await move(ous, "acceptReferral", id);
    const other = await aReferring(api);
    await move(other.team, "acceptReferral", id);
    const foreign = await aPerson(api, {
      centreId: world.centre.id,
      partnerId: (await world.centre.aPartner()).id,
      roles: ["PARTNER_REFERRALS"],
    });
    await move(foreign, "acceptReferral", id);
    expect(await refused()).toMatchObject([
      { by: ous.name, change: "ReferralAccepted", action: "UPDATE" },
      { by: foreign.name, purpose: null },
    ]);
    // in the own centre of who reached for it, where that number means nothing
    const theirs = await other.centre.aPerson("IOD");
    expect(
      await linesOf(theirs, other.centre.globalId, { outcome: "REFUSED" }),
    ).toMatchObject([{ by: other.team.name, number: null, purpose: null }]);
  });

  it("of a sending without a basis, without an agreement, or for somebody else's case", async () => {
    const caseId = await world.centre.aCase(world.kipus);
    await send(world.kipus, world.service, {
      caseId,
      disclosureLevel: "L2_IDENTITY",
    });
    const stranger = await world.centre.aPerson("KIPUS");
    await send(stranger, world.service, { caseId });
    await send(world.team, world.service);
    expect(await refused()).toMatchObject([
      { by: world.kipus.name, noun: "Case", purpose: "OWN_CASE" },
      { by: stranger.name, noun: "Case", purpose: null },
      { by: world.team.name, noun: "Referral", action: "SEND" },
    ]);
  });

  it("but not of what was only full, too late or mistyped", async () => {
    const id = await world.sent({ units: 9 });
    await send(world.kipus, world.service, { units: 1 });
    await send(world.kipus, world.service, { units: 0 });
    await move(world.team, "startReferral", id);
    expect(await refused()).toEqual([]);
  });
});

it("gives no answer that could not be put on record", async () => {
  const id = await world.sent();
  await move(world.kipus, "withdrawReferral", id, { reason: "AB 7" });
  const asked = `query ($id: ID!) { node(id: $id) { ... on Referral { number withdrawReason } } }`;
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(
    `alter table access_log add constraint nothing_more check (action <> 'VIEW') not valid`,
  );
  const answer = await world.kipus.ask(asked, { id });
  await admin.query(`alter table access_log drop constraint nothing_more`);
  await admin.end();
  expect(JSON.stringify(answer)).not.toContain("AB 7");
  expect(answer).toMatchObject({
    errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }],
  });
  expect(answer.data).toBeUndefined();
  expect(await world.kipus.ask(asked, { id })).toMatchObject({
    data: { node: { withdrawReason: "AB 7" } },
  });
});

it("holds nothing of what was told or written", async () => {
  const canary = "kanarek-9317";
  const id = await world.sent({ ownReference: `${canary} a` });
  await move(world.kipus, "withdrawReferral", id, { reason: `${canary} b` });
  const started = await world.sent({ ownReference: `${canary} c` });
  await move(world.team, "acceptReferral", started);
  await move(world.team, "startReferral", started, {
    statutoryDocumentRef: `${canary} d`,
  });
  await world.kipus.ask(
    `query kanarek9317 ($id: ID!) { node(id: $id) { ... on Referral { x: ownReference statutoryDocumentRef } } }`,
    { id: started },
  );
  const admin = await connectTo(adminUrlOf(api.database.name));
  const { rows } = await admin.query<{ text: string }>(
    `select l::text as text from access_log l where centre_id = $1`,
    [world.centre.id],
  );
  await admin.end();
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ text }) => /kanarek/.test(text))).toEqual([]);
});
