// One click makes a need or counts one more of it: from a referral that came to nothing, from a search, from a wait (K8, O9).
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Referring } from "../referrals/referring.js";
import { aReferring, move } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let world: Referring;
let ous: Person;
let osl: Person;
beforeAll(async () => {
  api = await openApi();
  world = await aReferring(api, {
    service: { total: 100, area: "EDUCATION" },
  });
  ous = await world.centre.aPerson("OUS");
  osl = await world.centre.aPerson("OSL");
});
afterAll(() => api.close());

interface SeenNeed {
  id: string;
  title: string;
  status: string;
  reports: number | null;
  viewerReports: number;
  evidenceCounts: { evidence: string; count: number | null }[];
  plannedAnswer: string | null;
  version: number;
}

interface Said {
  __typename: string;
  id?: string;
  message?: string;
  fields?: { path: string }[];
  need?: SeenNeed | null;
  viewerCanTakeBack?: boolean;
  takenBackAt?: string | null;
  status?: string;
  version?: number;
  name?: string;
}

const NEED = `id title status reports viewerReports evidenceCounts { evidence count } plannedAnswer version`;
const done: Record<string, string> = {
  reportNeed: `... on NeedReport { id viewerCanTakeBack need { ${NEED} } }`,
  takeBackNeedReport: `... on NeedReport { id takenBackAt viewerCanTakeBack need { id } }`,
  answerNeed: `... on Need { ${NEED} } ... on NeedMoved { need { ${NEED} } }`,
  namePlace: `... on CentrePlace { id name }`,
  recordNeed: `... on Need { ${NEED} }`,
};

async function say(
  by: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Said> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await by.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${verb}(input: $input) { __typename ${done[verb] ?? ""}
       ... on Problem { message } ... on InvalidInput { fields { path } } } }`,
    { input },
  );
  return (
    data?.said ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

const report = (by: Person, input: Record<string, unknown>) =>
  say(by, "reportNeed", { requestKey: aKey(), ...input });

const SEARCH = { area: "HOUSING", gapKind: "NO_SERVICE" };

async function register(
  by: Person,
  filter: Record<string, unknown> = {},
): Promise<SeenNeed[]> {
  const { data } = await by.ask<{ centre: { needs: { nodes: SeenNeed[] } } }>(
    `query ($id: ID!, $filter: NeedFilter) { centre(id: $id) { needs(filter: $filter) { totalCount nodes { ${NEED} } } } }`,
    { id: world.centre.globalId, filter },
  );
  return data?.centre.needs.nodes ?? [];
}

async function proposalOf(by: Person, id: string) {
  const { data } = await by.ask<{
    node: { needProposal: unknown; needReport: { id: string } | null };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { needProposal { area gapKind evidence } needReport { id viewerCanTakeBack } } } }`,
    { id },
  );
  return data?.node;
}

async function declined(reason: string): Promise<string> {
  const id = await world.sent();
  await move(world.team, "declineReferral", id, { reason });
  return id;
}

it("proposes what an answer shows, and nothing where the reason is the person's", async () => {
  const of = async (reason: string) =>
    (await proposalOf(world.kipus, await declined(reason)))?.needProposal;
  const shows = (gapKind: string) => ({
    area: "EDUCATION",
    gapKind,
    evidence: "REFERRAL_DECLINED",
  });
  expect(await of("NO_CAPACITY")).toEqual(shows("NO_CAPACITY"));
  expect(await of("NOT_ELIGIBLE")).toEqual(shows("NOT_ACCESSIBLE"));
  expect(await of("OUT_OF_AREA")).toEqual(shows("TOO_FAR"));
  for (const reason of ["RESIDENT_REFUSED", "MISSING_INFORMATION", "SAFETY"])
    expect(await of(reason)).toBeNull();
  // whose service it is not says nothing of what others do
  expect(await of("OUT_OF_SCOPE")).toBeNull();
  const id = await world.sent();
  expect((await proposalOf(world.kipus, id))?.needProposal).toBeNull();
  expect(await report(world.kipus, { referralId: id })).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "referralId" }],
  });
  // only to whom it is hers to report
  const other = await declined("NO_CAPACITY");
  expect((await proposalOf(ous, other))?.needProposal).toBeNull();
  expect((await report(ous, { referralId: other })).__typename).toBe(
    "FORBIDDEN",
  );
  const colleague = await world.centre.aPerson("KIPUS");
  expect(await report(colleague, { referralId: other })).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "referralId" }],
  });
});

it("counts each referral once, under race too, in exactly one need", async () => {
  const group = { targetGroup: "REFUGEES" };
  const ids = await Promise.all(
    Array.from({ length: 4 }, () => declined("NO_CAPACITY")),
  );
  const clicks = await Promise.all(
    [...ids, ...ids].map((referralId) =>
      report(world.kipus, { referralId, ...group }),
    ),
  );
  const made = clicks.filter(({ __typename }) => __typename === "NeedReport");
  expect(made).toHaveLength(4);
  expect(new Set(made.map(({ need }) => need?.id)).size).toBe(1);
  const few = await register(ous, { targetGroups: ["REFUGEES"] });
  expect(few).toMatchObject([
    {
      title: "Edukacja, uchodźcy: za mało miejsc",
      status: "REPORTED",
      reports: null,
      viewerReports: 0,
      evidenceCounts: [{ evidence: "REFERRAL_DECLINED", count: null }],
    },
  ]);
  // she knows her own
  const [own] = await register(world.kipus, { targetGroups: ["REFUGEES"] });
  expect(own?.viewerReports).toBe(4);
  // the fifth is told; a part from one to four hides all parts
  const fifth = await declined("NO_CAPACITY");
  expect(await proposalOf(world.team, fifth)).toMatchObject({
    needProposal: { gapKind: "NO_CAPACITY" },
    needReport: null,
  });
  const byPartner = await report(world.team, { referralId: fifth, ...group });
  expect(byPartner.need?.id).toBe(few[0]?.id);
  expect(await proposalOf(world.kipus, fifth)).toMatchObject({
    needProposal: null,
    needReport: { viewerCanTakeBack: false },
  });
  expect(await register(ous, { targetGroups: ["REFUGEES"] })).toMatchObject([
    {
      reports: 5,
      evidenceCounts: [{ evidence: "REFERRAL_DECLINED", count: 5 }],
    },
  ]);
  await report(osl, {
    area: "EDUCATION",
    gapKind: "NO_CAPACITY",
    ...group,
  });
  expect(await register(ous, { targetGroups: ["REFUGEES"] })).toMatchObject([
    {
      reports: 6,
      evidenceCounts: [
        { evidence: "KIPUS_REPORT", count: null },
        { evidence: "REFERRAL_DECLINED", count: null },
      ],
    },
  ]);
});

it("names the service that was short: to who keeps the register and who reported it, to others from five on", async () => {
  const gap = { targetGroup: "SENIORS" };
  const shortOf = async (by: Person) => {
    const { data } = await by.ask<{
      centre: { needs: { nodes: { shortServices: { id: string }[] }[] } };
    }>(
      `query ($id: ID!) { centre(id: $id) { needs(filter: { targetGroups: [SENIORS] }) { nodes { shortServices { id } } } } }`,
      { id: world.centre.globalId },
    );
    return data?.centre.needs.nodes.map(({ shortServices }) =>
      shortServices.map(({ id }) => id),
    );
  };
  const director = await world.centre.aPerson("DIRECTOR");
  const full = [[world.service.globalId]];
  const id = await declined("NO_CAPACITY");
  await report(world.kipus, { referralId: id, ...gap });
  for (const by of [ous, osl, world.kipus])
    expect(await shortOf(by)).toEqual(full);
  for (const by of [director, world.team])
    expect(await shortOf(by)).toEqual([[]]);
  for (let more = 0; more < 4; more += 1)
    await report(world.kipus, {
      referralId: await declined("NO_CAPACITY"),
      ...gap,
    });
  for (const by of [director, world.team])
    expect(await shortOf(by)).toEqual(full);
});

it("tells in no words and by no estimate how many people it is, while they are fewer than five", async () => {
  const written = (title: string, personsEstimated: number) =>
    say(ous, "recordNeed", {
      ...{ requestKey: aKey(), title, personsEstimated },
      ...{ area: "ENVIRONMENT", gapKind: "NO_CAPACITY", evidence: "SURVEY" },
    });
  for (const title of [
    "Mieszkanie treningowe: 3 osoby czekają",
    "Czekają trzy starsze osoby",
    "Brak miejsc dla 2 rodzin",
    "Cztery mieszkanki Dębiny bez opieki",
    "Czekające osoby: 4",
  ])
    expect(await written(title, 9)).toMatchObject({
      fields: [{ path: "title" }],
    });
  const few = await written(
    "Brakuje 2 mieszkań treningowych, 14 osób czeka",
    3,
  );
  expect(few.__typename).toBe("Need");
  const note = { needId: few.id, ifVersion: 1, status: "VERIFIED" };
  expect(
    await say(ous, "answerNeed", { ...note, answerNote: "Dla 4 osób od maja" }),
  ).toMatchObject({ fields: [{ path: "answerNote" }] });
  const estimateOf = async (by: Person) =>
    (
      await by.ask<{ node: { personsEstimated: number | null } }>(
        `query ($id: ID!) { node(id: $id) { ... on Need { personsEstimated } } }`,
        { id: few.id },
      )
    ).data?.node.personsEstimated;
  expect(await estimateOf(ous)).toBe(3);
  for (const by of [world.kipus, world.team])
    expect(await estimateOf(by)).toBeNull();
});

it("lets who clicked take it back, and forgets a need that nobody else reported", async () => {
  const input = { requestKey: aKey(), ...SEARCH };
  const first = await say(world.kipus, "reportNeed", input);
  expect(first.viewerCanTakeBack).toBe(true);
  expect((await say(world.kipus, "reportNeed", input)).id).toBe(first.id);
  expect(
    (await say(world.kipus, "reportNeed", { ...input, area: "HEALTH" }))
      .__typename,
  ).toBe("RequestKeyReused");
  const undo = (by: Person, reportId = first.id) =>
    say(by, "takeBackNeedReport", { reportId });
  expect(await undo(osl)).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "reportId" }],
  });
  const other = await report(osl, SEARCH);
  expect(other.need?.id).toBe(first.need?.id);
  expect(await undo(world.kipus)).toMatchObject({
    viewerCanTakeBack: false,
    need: { id: first.need?.id },
  });
  const again = await undo(world.kipus);
  expect(again).toMatchObject({ __typename: "NeedReport", id: first.id });
  const inHousing = () => register(ous, { areas: ["HOUSING"] });
  expect(await inHousing()).toHaveLength(1);
  expect(await undo(osl, other.id)).toMatchObject({ need: null });
  expect(await inHousing()).toEqual([]);
  // the next report finds it again
  const next = await report(world.kipus, SEARCH);
  expect(next.need?.id).toBe(first.need?.id);
  expect(await inHousing()).toMatchObject([
    { reports: null, status: "REPORTED" },
  ]);
  await undo(world.kipus, next.id);
});

it("asks for area and gap after a search, and takes no report of a partner's search", async () => {
  expect(await report(world.kipus, {})).toMatchObject({
    fields: [{ path: "area" }, { path: "gapKind" }],
  });
  expect((await report(world.team, SEARCH)).__typename).toBe("FORBIDDEN");
  const id = await declined("NO_CAPACITY");
  expect(
    await report(world.kipus, { referralId: id, area: "HEALTH" }),
  ).toMatchObject({ fields: [{ path: "area" }] });
  const elsewhere = await aCentre(api);
  const stranger = await elsewhere.aPerson("KIPUS");
  expect(await report(stranger, { referralId: id })).toMatchObject({
    fields: [{ path: "referralId" }],
  });
});

it("tells places apart, which the organiser names once", async () => {
  expect((await say(osl, "namePlace", { name: "Sowiniec" })).__typename).toBe(
    "FORBIDDEN",
  );
  expect(
    await say(ous, "namePlace", { name: "Rynek 7", simc: "12" }),
  ).toMatchObject({ fields: [{ path: "name" }, { path: "simc" }] });
  const named = await say(ous, "namePlace", { name: " Sowiniec " });
  const twice = await say(ous, "namePlace", { name: "sowiniec" });
  expect(twice).toEqual(named);
  const placeId = named.id;
  const sport = { area: "SPORT_TOURISM", gapKind: "TOO_FAR" };
  const [here, there] = [
    await report(world.kipus, { ...sport, placeId }),
    await report(world.kipus, sport),
  ];
  expect(here.need?.id).not.toBe(there.need?.id);
  expect(await register(ous, { placeId })).toMatchObject([
    { id: here.need?.id },
  ]);
  const ofOne = `query ($id: ID!) { node(id: $id) { ... on Need { reportedAt place { name } } } }`;
  const told = async (by: Person) =>
    (
      await by.ask<{ node: { reportedAt: string; place: object | null } }>(
        ofOne,
        { id: here.need?.id },
      )
    ).data?.node;
  const partner = world.team;
  expect(await told(ous)).toMatchObject({ place: { name: "Sowiniec" } });
  expect(await told(world.kipus)).toMatchObject({
    place: { name: "Sowiniec" },
  });
  // one report of a village: whoever did not make it is told neither the village nor the hour
  const distant = await told(partner);
  expect(distant?.place).toBeNull();
  expect(distant?.reportedAt).toMatch(/T00:00:00/);
  expect(await register(partner, { placeId })).toEqual([]);
  for (let more = 0; more < 4; more += 1)
    await report(world.kipus, { ...sport, placeId });
  expect(await told(partner)).toMatchObject({ place: { name: "Sowiniec" } });
  expect(await register(partner, { placeId })).toHaveLength(1);
  const nowhere = toGlobalId("CentrePlace", world.centre.id);
  expect(
    await report(world.kipus, { ...sport, placeId: nowhere }),
  ).toMatchObject({ fields: [{ path: "placeId" }] });
});

it("is noted by the organiser step by step, and a met need is made anew by the next report", async () => {
  const gap = { area: "CIVIC", gapKind: "QUALITY" };
  const { need } = await report(world.kipus, gap);
  const note = (by: Person, ifVersion: number, further: object) =>
    say(by, "answerNeed", { needId: need?.id, ifVersion, ...further });
  expect((await note(world.kipus, 1, { status: "VERIFIED" })).__typename).toBe(
    "FORBIDDEN",
  );
  expect(await note(ous, 1, { status: "PLANNED" })).toMatchObject({
    fields: [{ path: "status" }, { path: "plannedAnswer" }],
  });
  expect(
    await note(ous, 1, { status: "VERIFIED", answerNote: "tel. 600 700 800" }),
  ).toMatchObject({ fields: [{ path: "answerNote" }] });
  expect(await note(ous, 1, { status: "VERIFIED" })).toMatchObject({
    status: "VERIFIED",
    version: 2,
  });
  expect((await note(osl, 1, { status: "VERIFIED" })).__typename).toBe(
    "NeedMoved",
  );
  const plan = { plannedAnswer: "SUPPORTING_ACTIVITY" };
  let version = 2;
  for (const status of ["PLANNED", "BEING_MET", "MET"]) {
    const noted = await note(osl, version, { status, ...plan });
    expect(noted).toMatchObject({ status, ...plan });
    version += 1;
  }
  const anew = await report(world.kipus, gap);
  expect(anew.need?.id).not.toBe(need?.id);
});

it("is heard at once by the organisers, and resumes without double", async () => {
  const sockets = await openSockets(api);
  const FOLLOW = `subscription ($centreId: ID!, $after: String) { change: needReported(centreId: $centreId, after: $after) {
    __typename ... on CaughtUp { cursor } ... on NeedReported { cursor need { title reports } } } }`;
  const follow = (by: Person, after?: string) =>
    sockets.follow(by.token, FOLLOW, {
      centreId: world.centre.globalId,
      ...(after ? { after } : {}),
    });
  try {
    const { cursor } = await follow(ous);
    await report(world.kipus, { area: "ENVIRONMENT", gapKind: "TOO_FAR" });
    const { deliveries, cursor: next } = await follow(osl, cursor ?? "");
    expect(deliveries).toMatchObject([
      { need: { title: "Ochrona środowiska: za daleko", reports: null } },
    ]);
    expect((await follow(ous, next ?? "")).deliveries).toEqual([]);
    // whose pages are open reads them anew; the others are told of no single report
    const TOPICS = `subscription ($centreId: ID!, $after: String) { change: centreChanged(centreId: $centreId, after: $after) {
      __typename ... on CaughtUp { cursor } ... on CentreChanged { cursor topic } } }`;
    const topics = async (by: Person) => {
      const { deliveries: told } = await sockets.follow(by.token, TOPICS, {
        centreId: world.centre.globalId,
        after: cursor,
      });
      return told.map(({ topic }) => topic);
    };
    expect(await topics(ous)).toEqual(["NEED"]);
    expect(await topics(world.kipus)).toEqual([]);
  } finally {
    await sockets.close();
  }
});
