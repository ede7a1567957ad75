// A partner suggests another service for whom it works with; the coordinator decides, and it learns that she has decided (P11); what follows what is told both ways.
import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import { linesOf } from "../../audit/recorded.js";
import { ANNA, doCase, openFor } from "../../cases/keeping.js";
import { attempt, memberOf } from "../../permission/second-wall.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import type { Offered } from "../../support/settling.js";
import { insertSuggestion } from "../../support/settling.js";
import { aKey, type TestPartner } from "../../support/world.js";
import type { Referring } from "../referring.js";
import { aReferring, move, send } from "../referring.js";

let api: Api;
let world: Referring;
let partner: TestPartner;
let other: Offered;
let third: Offered;
let otherTeam: Person;
let ous: Person;
let referralId: string;
beforeAll(async () => {
  api = await openApi();
  world = await aReferring(api);
  partner = await world.centre.aPartner();
  other = await partner.aService({ total: 50 });
  otherTeam = await partner.aPerson("PARTNER_REFERRALS");
  ous = await world.centre.aPerson("OUS");
  referralId = await world.sent();
  await move(world.team, "acceptReferral", referralId);
});
afterAll(() => api.close());

interface Said {
  __typename: string;
  id?: string;
  version?: number;
  number?: string;
  fields?: { path: string }[];
}

async function say(
  by: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Said> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const outcome =
    verb === "declineSuggestion"
      ? "... on ServiceSuggestion { id }"
      : "... on Referral { id number version }";
  const { data, errors } = await by.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${verb}(input: $input) { __typename ${outcome}
       ... on InvalidInput { fields { path } } } }`,
    { input },
  );
  return (
    data?.said ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

const suggest = (by: Person, further: Record<string, unknown> = {}) =>
  say(by, "suggestService", {
    requestKey: aKey(),
    referralId,
    serviceId: other.globalId,
    reason: "Warto połączyć z treningiem pracy.",
    ...further,
  });

interface Seen {
  id: string;
  reason: string | null;
  decidedAt: string | null;
  outcome: string | null;
  declineReason: string | null;
  referral: { number: string } | null;
  viewerCanDecide: boolean;
}

async function seenBy(by: Person, id = referralId): Promise<Seen[]> {
  const { data } = await by.ask<{ node: { suggestions: Seen[] } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { suggestions {
       id reason decidedAt outcome declineReason referral { number } viewerCanDecide } } } }`,
    { id },
  );
  return data?.node?.suggestions ?? [];
}

const takeOver = (
  suggestionId: string | undefined,
  further: Record<string, unknown> = {},
) =>
  say(world.kipus, "takeOverSuggestion", {
    suggestionId,
    send: { requestKey: aKey(), serviceId: other.globalId, ...further },
  });

const decline = (
  by: Person,
  suggestionId: string | undefined,
  reason = "Osoba woli poczekać do wiosny.",
) => say(by, "declineSuggestion", { suggestionId, reason });

it("is made by who carries out a running referral, once a service, and names nobody", async () => {
  for (const reason of ["PESEL 44051401359", "tel. 600 700 800", "?"])
    expect(await suggest(world.team, { reason })).toMatchObject({
      fields: [{ path: "reason" }],
    });
  expect(
    (await suggest(world.team, { reason: "Choruje, potrzeba terapii." }))
      .__typename,
  ).toBe("SensitiveWords");
  expect(
    await suggest(world.team, { serviceId: world.service.globalId }),
  ).toMatchObject({ fields: [{ path: "serviceId" }] });
  const sent = await world.sent();
  expect(await suggest(world.team, { referralId: sent })).toMatchObject({
    __typename: "ReferralMoved",
  });
  expect((await suggest(world.kipus)).__typename).toBe("FORBIDDEN");
  expect(await suggest(otherTeam)).toMatchObject({
    fields: [{ path: "referralId" }],
  });
  const twice = await Promise.all([suggest(world.team), suggest(world.team)]);
  expect(twice.map(({ __typename }) => __typename).sort()).toEqual([
    "InvalidInput",
    "Referral",
  ]);
  const requestKey = aKey();
  third = await partner.aService({ total: 5 });
  const again = { requestKey, serviceId: third.globalId, reason: null };
  const first = await suggest(world.team, again);
  // a repeat after an answer that never came suggests nothing more
  expect(await suggest(world.team, again)).toEqual(first);
  expect(await seenBy(world.team)).toHaveLength(2);
});

it("is seen by its coordinator and who made it, and by nobody else", async () => {
  const own = await seenBy(world.kipus);
  expect(own.map(({ viewerCanDecide }) => viewerCanDecide)).toEqual([
    true,
    true,
  ]);
  const [made] = await seenBy(world.team);
  expect(made).toMatchObject({ decidedAt: null, viewerCanDecide: false });
  // what is said of the person in it is a look, once for each
  const officer = await world.centre.aPerson("IOD");
  const looks = await linesOf(officer, world.centre.globalId, {
    action: "VIEW",
  });
  expect(
    looks
      .filter(({ fields }) => fields.includes("suggestions"))
      .map(({ by }) => by),
  ).toEqual([world.team.name, world.kipus.name]);
  expect(await seenBy(ous)).toEqual([]);
  // nor does what happened a moment ago tell her that anything did
  const { data } = await ous.ask<{
    centre: {
      activity: {
        nodes: { status: string; referral: { id: string } | null }[];
      };
    };
  }>(
    `query ($id: ID!) { centre(id: $id) { activity(first: 30) { nodes { status referral { id } } } } }`,
    { id: world.centre.globalId },
  );
  const lines = data?.centre.activity.nodes ?? [];
  expect(
    lines.filter(
      ({ status, referral }) =>
        status === "ACCEPTED" && referral?.id === referralId,
    ),
  ).toHaveLength(1);
});

it("becomes a referral of the coordinator's in one act, and who suggested learns only that it is decided", async () => {
  const made = await seenBy(world.kipus);
  const id = made.find(({ reason }) => reason)?.id;
  const bare = made.find(({ reason }) => !reason)?.id;
  expect(
    await takeOver(id, { serviceId: world.service.globalId }),
  ).toMatchObject({ fields: [{ path: "send.serviceId" }] });
  // what cannot be sent leaves it open
  expect(await takeOver(id, { units: 0 })).toMatchObject({
    fields: [{ path: "units" }],
  });
  expect((await seenBy(world.kipus)).every((one) => !one.decidedAt)).toBe(true);
  const requestKey = aKey();
  const taken = await takeOver(id, { requestKey });
  expect(taken.__typename).toBe("Referral");
  expect((await takeOver(id, { requestKey })).id).toBe(taken.id);
  for (const refused of [await takeOver(id), await decline(world.kipus, id)])
    expect(refused).toMatchObject({ fields: [{ path: "suggestionId" }] });

  expect((await decline(world.team, bare)).__typename).toBe("FORBIDDEN");
  expect(await decline(ous, bare)).toMatchObject({
    fields: [{ path: "suggestionId" }],
  });
  expect(await decline(world.kipus, bare, "tel. 600 700 800")).toMatchObject({
    fields: [{ path: "reason" }],
  });
  for (const once of [1, 2])
    expect([once, (await decline(world.kipus, bare)).id]).toEqual([once, bare]);
  const { globalId: serviceId } = third;
  expect(await takeOver(bare, { serviceId })).toMatchObject({
    fields: [{ path: "suggestionId" }],
  });

  const hers = await seenBy(world.kipus);
  expect(hers.find((one) => one.id === id)).toMatchObject({
    outcome: "TAKEN_OVER",
    referral: { number: taken.number },
    declineReason: null,
  });
  expect(hers.find((one) => one.id === bare)).toMatchObject({
    outcome: "DECLINED",
    referral: null,
    declineReason: "Osoba woli poczekać do wiosny.",
  });
  // yes and no look alike to the partner
  const nothing = { outcome: null, referral: null, declineReason: null };
  const told = await seenBy(world.team);
  expect(told).toMatchObject([nothing, nothing]);
  expect(told.every(({ decidedAt }) => decidedAt)).toBe(true);
  const events = await world.centre.asSystem((work) =>
    work.rows<{ type: string; version: number; step: string | null }>(
      `select type, (facts->>'version')::int as version, facts->>'step' as step from event
       where subject_id = $1 order by position`,
      [fromGlobalId("Referral", referralId)],
    ),
  );
  expect(events.slice(-4)).toEqual(
    [
      "ServiceSuggested",
      "ServiceSuggested",
      "SuggestionDecided",
      "SuggestionDecided",
    ].map((type, nth) => ({ type, version: nth + 3, step: null })),
  );
  // its way shows no step of them
  const { data } = await world.team.ask<{ node: { timeline: object[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { timeline { status appointment } } } }`,
    { id: referralId },
  );
  expect(data?.node.timeline).toHaveLength(2);
});

it("is taken over for the person for whom it was made, also after the end; ten of one referral are enough", async () => {
  const mine = await openFor(world.kipus, ANNA);
  const stranger = await openFor(world.kipus, {
    ...ANNA,
    name: "Ewa",
    surname: "Inna",
    born: "1970-02-03",
  });
  const { id: hers = "" } = await send(world.kipus, world.service, {
    caseId: mine.id,
  });
  await move(world.team, "acceptReferral", hers);
  await suggest(world.team, { referralId: hers });
  const [made] = await seenBy(world.kipus, hers);
  await move(world.kipus, "withdrawReferral", hers);
  for (const caseId of [null, stranger.id])
    expect(await takeOver(made?.id, { caseId })).toMatchObject({
      fields: [{ path: "send.caseId" }],
    });
  // nor past the graph
  const elsewhere = await send(world.kipus, other, { caseId: stranger.id });
  const { kipus, centre } = world;
  const her = memberOf(kipus, centre.id, centre.hub.id, "KIPUS");
  const forged = await attempt(api, her, [
    `insert into suggestion_decision (centre_id, suggestion_id, sender_account_id, outcome, referral_id)
     select centre_id, id, sender_account_id, 'TAKEN_OVER', '${fromGlobalId("Referral", elsewhere.id ?? "")}'
     from service_suggestion where id = '${fromGlobalId("ServiceSuggestion", made?.id ?? "")}'`,
  ]);
  expect(forged).toBe("refused");
  const own = made?.id;
  expect(await decline(world.kipus, own, "Pani Anna nie chce")).toMatchObject({
    fields: [{ path: "reason" }],
  });
  expect((await takeOver(own, { caseId: mine.id })).__typename).toBe(
    "Referral",
  );

  const full = await world.sent();
  await move(world.team, "acceptReferral", full);
  await world.centre.asSystem(async (work) => {
    for (let nth = 0; nth < 9; nth += 1) {
      const service = await partner.aService({ total: 5 });
      await insertSuggestion(work, fromGlobalId("Referral", full), service.id);
    }
  });
  expect((await suggest(world.team, { referralId: full })).__typename).toBe(
    "Referral",
  );
  const eleventh = await partner.aService({ total: 5 });
  expect(
    await suggest(world.team, {
      referralId: full,
      serviceId: eleventh.globalId,
    }),
  ).toMatchObject({ fields: [{ path: "referralId" }] });
});

it("is decided without a word once the person's data are erased", async () => {
  const { kipus, team, centre } = world;
  const { id: caseId } = await openFor(kipus, { ...ANNA, surname: "Trzecia" });
  const { id: hers = "" } = await send(kipus, world.service, { caseId });
  await move(team, "acceptReferral", hers);
  await suggest(team, { referralId: hers });
  const [made] = await seenBy(kipus, hers);
  await move(kipus, "withdrawReferral", hers);
  // while she is known a reason is asked for
  expect(
    await say(kipus, "declineSuggestion", {
      suggestionId: made?.id,
    }),
  ).toMatchObject({ fields: [{ path: "reason" }] });
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  const erased = await doCase(kipus, "eraseIdentity", { caseId, ifVersion: 2 });
  expect(erased.identityErasedAt).not.toBeNull();
  expect(
    await decline(kipus, made?.id, "Pani Anna Zofia Trzecia nie chce."),
  ).toMatchObject({ fields: [{ path: "reason" }] });
  const her = memberOf(kipus, centre.id, centre.hub.id, "KIPUS");
  const insert = (reason: string) =>
    attempt(api, her, [
      `insert into suggestion_decision (centre_id, suggestion_id, sender_account_id, outcome, reason)
       select centre_id, id, sender_account_id, 'DECLINED', ${reason} from service_suggestion where id = $1
       returning suggestion_id`,
      fromGlobalId("ServiceSuggestion", made?.id ?? ""),
    ]);
  expect(await insert("'Pani Anna nie chce.'")).toBe("refused");
  expect(
    (await say(kipus, "declineSuggestion", { suggestionId: made?.id }))
      .__typename,
  ).toBe("ServiceSuggestion");
  expect(await seenBy(kipus, hers)).toMatchObject([
    { outcome: "DECLINED", declineReason: null, viewerCanDecide: false },
  ]);
});

it("tells what follows what, to each side what it may see", async () => {
  const ended = await world.sent();
  await move(world.team, "declineReferral", ended);
  const again = await send(world.kipus, world.service, { followsId: ended });
  const elsewhere = await world.sent();
  await move(world.team, "declineReferral", elsewhere);
  const there = await send(world.kipus, other, { followsId: elsewhere });
  const followedBy = async (by: Person, id: string) => {
    const { data } = await by.ask<{
      node: { followedBy: { id: string } | null };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Referral { followedBy { id } } } }`,
      { id },
    );
    return data?.node.followedBy?.id ?? null;
  };
  expect(await followedBy(world.kipus, ended)).toBe(again.id);
  expect(await followedBy(world.team, ended)).toBe(again.id);
  expect(await followedBy(world.kipus, elsewhere)).toBe(there.id);
  expect(await followedBy(world.team, elsewhere)).toBeNull();
  // withdrawn within the minute, it was never there
  await move(world.kipus, "withdrawReferral", again.id ?? "");
  expect(await followedBy(world.team, ended)).toBeNull();
});

it("is the coordinator's alone to decide while she is there, whatever else an organiser does", async () => {
  const own = await aReferring(api);
  const organiserThere = await own.partner.aPerson("PARTNER_REFERRALS", "OUS");
  const id = await own.sent();
  await move(own.team, "acceptReferral", id);
  const elsewhere = await (await own.centre.aPartner()).aService();
  await say(own.team, "suggestService", {
    ...{ requestKey: aKey(), referralId: id },
    ...{ serviceId: elsewhere.globalId, reason: "Lubi czytać i rozmawiać." },
  });
  expect(await seenBy(organiserThere, id)).toMatchObject([
    { viewerCanDecide: false },
  ]);
  expect(await seenBy(own.kipus, id)).toMatchObject([
    { viewerCanDecide: true },
  ]);
});

it("of a coordinator who has left is closed by the organiser, who reads which service it is and not a word more", async () => {
  const left = await aReferring(api);
  const organiser = await left.centre.aPerson("OUS");
  const elsewhere = await (await left.centre.aPartner()).aService();
  const id = await left.sent();
  await move(left.team, "acceptReferral", id);
  await say(left.team, "suggestService", {
    ...{ requestKey: aKey(), referralId: id },
    ...{ serviceId: elsewhere.globalId, reason: "Lubi czytać i rozmawiać." },
  });
  const [made] = await seenBy(left.kipus, id);
  expect(await seenBy(organiser, id)).toEqual([]);
  expect((await decline(organiser, made?.id, "")).__typename).toBe(
    "InvalidInput",
  );
  // what has ended since waits as well
  await move(left.team, "startReferral", id);
  await move(left.team, "completeReferral", id);
  const listed = async (by: Person) =>
    (
      await by.ask(
        `{ viewer { centre { referrals(filter: { hasLeftSuggestion: true }) { totalCount nodes { openSuggestions } } } } }`,
      )
    ).data;
  const lists = (counts: number[]) => ({
    viewer: {
      centre: {
        referrals: {
          totalCount: counts.length,
          nodes: counts.map((openSuggestions) => ({ openSuggestions })),
        },
      },
    },
  });
  expect(await listed(organiser)).toEqual(lists([]));
  await left.centre.asSystem((work) =>
    work.rows(`update assignment set ended_at = $2 where id = $1`, [
      left.kipus.assignmentId,
      work.now,
    ]),
  );
  expect(await seenBy(organiser, id)).toMatchObject([
    { id: made?.id, reason: null, decidedAt: null, viewerCanDecide: true },
  ]);
  expect(await listed(organiser)).toEqual(lists([1]));
  for (const by of [left.team, await left.centre.aPerson("KIPUS")])
    expect(await listed(by)).toEqual(lists([]));
  for (const role of ["DIRECTOR", "KIPUS"] as const)
    expect(
      (await decline(await left.centre.aPerson(role), made?.id, "")).fields,
    ).toMatchObject([{ path: "suggestionId" }]);
  expect(
    (await decline(organiser, made?.id, "Nie potrzebuje.")).fields,
  ).toMatchObject([{ path: "reason" }]);
  expect((await decline(organiser, made?.id, "")).id).toBe(made?.id);
  expect(await seenBy(organiser, id)).toEqual([]);
  expect(await listed(organiser)).toEqual(lists([]));
  // once
  expect((await decline(organiser, made?.id, "")).__typename).toBe(
    "InvalidInput",
  );
  expect(
    await left.centre.asSystem((work) =>
      work.rows(
        `select subject_id from event where type = 'SuggestionDecided'`,
      ),
    ),
  ).toHaveLength(1);
  expect(await seenBy(left.team, id)).toMatchObject([
    { decidedAt: api.clock.now().toISOString(), outcome: null },
  ]);
});
