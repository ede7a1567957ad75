// A network is formed, its organisations are asked in and say yes, the hub goes round, and who does what is agreed.
import { localDate } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertProgramme } from "../support/programmes.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let library: TestPartner;
let ous: Person;
let librarian: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  library = await centre.aPartner({ membership: null });
  ous = await centre.aPerson("OUS");
  librarian = await library.aPerson("PARTNER_ADMIN");
});
afterAll(() => api.close());

interface Said {
  __typename: string;
  id?: string;
  version?: number;
  role?: string;
  message?: string;
  status?: string;
  stateReason?: string | null;
  fields?: { path: string }[];
  network?: { version: number };
  hub?: { id: string };
}

const TOLD: Record<string, string> = {
  Network: "id version step status stateReason hub { id }",
  NetworkMembership: "id version role",
  JointAction: "id version",
  Meeting: "id version",
  NetworkMoved: "network { version }",
  InvalidInput: "fields { path }",
};

async function say(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Said> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const members = Object.entries(TOLD).map(
    ([name, fields]) => `... on ${name} { ${fields} }`,
  );
  // a member that the payload has not is left out by who asks it
  const known = members.filter((_, n) =>
    payloadHolds(verb, Object.keys(TOLD)[n] ?? ""),
  );
  const { data, errors } = await person.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${verb}(input: $input) { __typename ${known.join(" ")} ... on Problem { message } } }`,
    { input },
  );
  return (
    data?.said ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

function payloadHolds(verb: string, member: string): boolean {
  const nouns: Record<string, string[]> = {
    Network: ["formNetwork", "changeNetwork", "changeHub", "setNetworkState"],
    NetworkMoved: ["changeNetwork", "changeHub", "setNetworkState"],
    NetworkMembership: [
      "inviteToNetwork",
      "acceptMembership",
      "declineMembership",
      "changeMembership",
      "announceLeaving",
      "completeLeaving",
    ],
    JointAction: ["planJointAction", "changeJointAction", "endJointAction"],
    Meeting: ["planMeeting", "cancelMeeting"],
  };
  return member === "InvalidInput" || (nouns[member] ?? []).includes(verb);
}

const partnership = (given: Record<string, unknown> = {}) => ({
  requestKey: aKey(),
  kind: "PROGRAMME_PARTNERSHIP",
  name: `Blisko domu ${aKey().slice(0, 8)}x`,
  purpose: "Opieka w miejscu zamieszkania",
  goals: ["Mniej samotności", " "],
  ...given,
});

async function formed(): Promise<string> {
  const { id } = await say(ous, "formNetwork", partnership());
  return id ?? "";
}

const invitation = (networkId: string, partner: TestPartner) => ({
  requestKey: aKey(),
  networkId,
  partnerId: partner.globalId,
  stakeholderType: "C",
  roleDescription: "Prowadzi klub książki",
});

it("forms a network at the first step with the centre's hub, once with one key", async () => {
  const input = partnership();
  const made = await say(ous, "formNetwork", input);
  expect(made).toMatchObject({
    __typename: "Network",
    version: 1,
    step: "PROBLEM_DEFINITION",
    hub: { id: centre.hub.globalId },
  });
  expect((await say(ous, "formNetwork", input)).id).toBe(made.id);
  expect(
    (await say(ous, "formNetwork", { ...input, purpose: "Inny" })).__typename,
  ).toBe("RequestKeyReused");
  const same = partnership({ name: input.name.toUpperCase() });
  expect((await say(ous, "formNetwork", same)).fields).toEqual([
    { path: "name" },
  ]);
});

it("takes one local network, and no telephone in its words", async () => {
  expect(
    (await say(ous, "formNetwork", partnership({ kind: "LSR" }))).fields,
  ).toEqual([{ path: "kind" }]);
  const wrong = partnership({
    name: "x",
    purpose: "Dzwoń: 600 700 800",
    goals: ["PESEL 44051401359"],
  });
  expect((await say(ous, "formNetwork", wrong)).fields).toEqual([
    { path: "name" },
    { path: "purpose" },
    { path: "goals" },
  ]);
});

it("is changed by who has seen it as it is", async () => {
  const networkId = await formed();
  const change = (given: Record<string, unknown>) =>
    say(ous, "changeNetwork", {
      networkId,
      ifVersion: 1,
      name: `Zmieniona ${aKey().slice(0, 8)}x`,
      goals: ["Cel"],
      cadenceDays: 60,
      ...given,
    });
  expect(await change({})).toMatchObject({ __typename: "Network", version: 2 });
  expect(await change({})).toMatchObject({
    __typename: "NetworkMoved",
    network: { version: 2 },
  });
  expect((await change({ ifVersion: 2, cadenceDays: 3 })).fields).toEqual([
    { path: "cadenceDays" },
  ]);
});

it("asks an organisation in, which says yes itself and is open to referrals from then on", async () => {
  const networkId = await formed();
  const service = await library.aService();
  const kipus = await centre.aPerson("KIPUS");
  const obstacle = async () => {
    const { data } = await kipus.ask<{ node: { referralObstacle: string } }>(
      `query ($id: ID!) { node(id: $id) { ... on Service { referralObstacle } } }`,
      { id: service.globalId },
    );
    return data?.node.referralObstacle;
  };
  expect(await obstacle()).toBe("MEMBERSHIP_MISSING");
  const input = invitation(networkId, library);
  const invited = await say(ous, "inviteToNetwork", input);
  expect(invited).toMatchObject({ role: "INVITED" });
  expect((await say(ous, "inviteToNetwork", input)).id).toBe(invited.id);
  expect(
    (await say(ous, "inviteToNetwork", invitation(networkId, library))).fields,
  ).toEqual([{ path: "partnerId" }]);
  expect(
    await say(librarian, "acceptMembership", { membershipId: invited.id }),
  ).toMatchObject({ role: "MEMBER", version: 2 });
  // said again it is what it is
  expect(
    await say(librarian, "acceptMembership", { membershipId: invited.id }),
  ).toMatchObject({ role: "MEMBER", version: 2 });
  expect(await obstacle()).toBeNull();
  const [row] = await centre.asSystem((work) =>
    work.rows<{ referable_from: string | null }>(
      `select referable_from from service where id = $1`,
      [service.id],
    ),
  );
  expect(row?.referable_from).not.toBeNull();
  const watched = await say(ous, "changeMembership", {
    membershipId: invited.id,
    ifVersion: 2,
    stakeholderType: "B",
    isObserver: true,
  });
  expect(watched).toMatchObject({ role: "OBSERVER", version: 3 });
  expect(
    await say(ous, "changeMembership", {
      membershipId: invited.id,
      ifVersion: 2,
      stakeholderType: "B",
    }),
  ).toMatchObject({ __typename: "MembershipMoved" });
});

it("hands the hub to a member and keeps exactly one", async () => {
  const networkId = await formed();
  const change = (partner: TestPartner, ifVersion = 1) =>
    say(ous, "changeHub", {
      networkId,
      ifVersion,
      partnerId: partner.globalId,
      formerHubType: "B",
    });
  expect((await change(library)).fields).toEqual([{ path: "partnerId" }]);
  const { id } = await say(
    ous,
    "inviteToNetwork",
    invitation(networkId, library),
  );
  // for another organisation only with a reason
  for (const reason of [undefined, " ", "x".repeat(201), "tel. 600 700 800"])
    expect(
      (await say(ous, "acceptMembership", { membershipId: id, reason })).fields,
    ).toEqual([{ path: "reason" }]);
  const reason = "Zgoda na spotkaniu.";
  await say(ous, "acceptMembership", { membershipId: id, reason });
  expect(await change(library)).toMatchObject({
    __typename: "Network",
    hub: { id: library.globalId },
  });
  expect((await change(centre.hub)).__typename).toBe("NetworkMoved");
  const { data } = await ous.ask<{
    node: { memberships: { role: string; stakeholderType: string | null }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Network { memberships { role stakeholderType onBehalfReason } } } }`,
    { id: networkId },
  );
  expect(data?.node.memberships).toEqual(
    expect.arrayContaining([
      { role: "HUB", stakeholderType: null, onBehalfReason: reason },
      { role: "MEMBER", stakeholderType: "B", onBehalfReason: null },
    ]),
  );
});

it("says who does what: one is responsible, all are of the network", async () => {
  const networkId = await formed();
  const { id } = await say(
    ous,
    "inviteToNetwork",
    invitation(networkId, library),
  );
  await say(ous, "acceptMembership", {
    membershipId: id,
    reason: "Zgoda na spotkaniu.",
  });
  const stranger = await centre.aPartner();
  const part = (partner: TestPartner, what: string) => ({
    partnerId: partner.globalId,
    part: what,
  });
  const plan = (parts: unknown[]) =>
    say(ous, "planJointAction", {
      requestKey: aKey(),
      networkId,
      title: "Klub książki z dowozem",
      parts,
    });
  expect((await plan([part(stranger, "INFORMED")])).fields).toEqual([
    { path: "parts.0.partnerId" },
  ]);
  expect(
    (
      await plan([
        part(library, "RESPONSIBLE"),
        part(centre.hub, "RESPONSIBLE"),
      ])
    ).fields,
  ).toEqual([{ path: "parts" }]);
  const planned = await plan([part(library, "RESPONSIBLE")]);
  const change = (ifVersion: number, parts: unknown[]) =>
    say(ous, "changeJointAction", {
      jointActionId: planned.id,
      ifVersion,
      title: "Klub książki",
      parts,
    });
  expect(
    await change(1, [
      part(library, "CONTRIBUTES"),
      part(centre.hub, "RESPONSIBLE"),
    ]),
  ).toMatchObject({ __typename: "JointAction", version: 2 });
  expect((await change(1, [])).__typename).toBe("JointActionMoved");
  const told = async () => {
    const { data } = await librarian.ask<{
      node: { jointActions: { title: string; parts: unknown[] }[] };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Network { jointActions { title parts { part partner { id } } } } } }`,
      { id: networkId },
    );
    return data?.node.jointActions;
  };
  expect(await told()).toEqual([
    {
      title: "Klub książki",
      parts: [
        { part: "RESPONSIBLE", partner: { id: centre.hub.globalId } },
        { part: "CONTRIBUTES", partner: { id: library.globalId } },
      ],
    },
  ]);
  await say(ous, "endJointAction", {
    jointActionId: planned.id,
    ifVersion: 2,
  });
  expect(await told()).toEqual([]);
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string }>(
      `select type from event where type like 'NetworkAction%' order by position`,
    ),
  );
  expect(events.map(({ type }) => type)).toEqual([
    "NetworkActionPlanned",
    "NetworkActionChanged",
    "NetworkActionEnded",
  ]);
});

const inAnHour = (hours = 1) =>
  new Date(api.clock.now().getTime() + hours * 3_600_000).toISOString();

/** A partnership at work with the library in it, and what they do together. */
async function atWork(): Promise<{ networkId: string; version: number }> {
  const networkId = await formed();
  const { id } = await say(
    ous,
    "inviteToNetwork",
    invitation(networkId, library),
  );
  await say(librarian, "acceptMembership", { membershipId: id });
  await say(ous, "planJointAction", {
    requestKey: aKey(),
    networkId,
    title: "Dyżury przy telefonie",
    parts: [{ partnerId: library.globalId, part: "RESPONSIBLE" }],
  });
  return { networkId, version: 1 };
}

const turn = (
  networkId: string,
  change: string,
  given: Record<string, unknown> = {},
) =>
  say(ous, "setNetworkState", {
    networkId,
    ifVersion: 1,
    change,
    ...(change !== "RESUME" && { reason: "Zadanie się skończyło" }),
    ...given,
  });

async function seen(networkId: string, by = librarian) {
  const { data } = await by.ask<{ node: Record<string, unknown> }>(
    `query ($id: ID!) { node(id: $id) { ... on Network { status stateReason viewerCanLead viewerCanSetState
       memberships { role leftOn partner { id } } formerMemberships { leaveReason partner { id } } jointActions { title } } } }`,
    { id: networkId },
  );
  return data?.node;
}

it("rests and goes on: who is in it stays, and nothing new is begun meanwhile", async () => {
  const { networkId } = await atWork();
  const invited = await say(
    ous,
    "inviteToNetwork",
    invitation(networkId, await centre.aPartner()),
  );
  for (const reason of [undefined, "Bo", "x".repeat(301), "tel. 600 700 800"])
    expect((await turn(networkId, "REST", { reason })).fields).toEqual([
      { path: "reason" },
    ]);
  expect((await turn(networkId, "RESUME")).fields).toEqual([
    { path: "change" },
  ]);
  expect(await turn(networkId, "REST")).toMatchObject({
    status: "DORMANT",
    version: 2,
    stateReason: "Zadanie się skończyło",
  });
  expect((await turn(networkId, "CLOSE")).__typename).toBe("NetworkMoved");
  expect(await seen(networkId, ous)).toMatchObject({
    viewerCanLead: false,
    viewerCanSetState: true,
    jointActions: [{ title: "Dyżury przy telefonie" }],
  });
  expect(await seen(networkId)).toMatchObject({ viewerCanSetState: false });
  const meeting = {
    requestKey: aKey(),
    networkId,
    kind: "WORKING",
    title: "Robocze",
    startsAt: inAnHour(-1),
    endsAt: inAnHour(),
  };
  const need = {
    requestKey: aKey(),
    networkId,
    title: "Brak dyżurów",
    area: "SOCIAL_ASSISTANCE",
    gapKind: "NO_SERVICE",
    evidence: "SURVEY",
  };
  for (const [verb, input] of [
    ["inviteToNetwork", invitation(networkId, await centre.aPartner())],
    ["acceptMembership", { membershipId: invited.id, reason: "Zgoda" }],
    [
      "changeMembership",
      { membershipId: invited.id, ifVersion: 1, stakeholderType: "A" },
    ],
    ["planMeeting", meeting],
    ["recordNeed", need],
    ["completeStep", { networkId, step: "PROBLEM_DEFINITION" }],
  ] as const)
    expect([verb, await say(ous, verb, input)]).toEqual([
      verb,
      expect.objectContaining({ fields: [{ path: "networkId" }] }),
    ]);
  expect(await turn(networkId, "RESUME", { ifVersion: 2 })).toMatchObject({
    status: "FORMING",
    stateReason: null,
    version: 3,
  });
  expect(
    (
      await say(ous, "acceptMembership", {
        membershipId: invited.id,
        reason: "Zgoda",
      })
    ).role,
  ).toBe("MEMBER");
});

it("is closed for good once nothing stands on it, and stays to be read as it was", async () => {
  const { networkId } = await atWork();
  const only = await centre.aPartner({ membership: null, agreement: null });
  const { id: membershipId } = await say(
    ous,
    "inviteToNetwork",
    invitation(networkId, only),
  );
  await say(ous, "acceptMembership", { membershipId, reason: "Zgoda" });
  const local = await say(
    ous,
    "inviteToNetwork",
    invitation(toGlobalId("Network", centre.networkId), library),
  );
  expect(
    (await say(librarian, "acceptMembership", { membershipId: local.id })).role,
  ).toBe("MEMBER");
  const close = (given = {}) => turn(networkId, "CLOSE", given);
  const programmeId = await centre.asSystem((work) =>
    insertProgramme(work, {
      networkId: fromGlobalId("Network", networkId),
      fromDays: -300,
      toDays: -1,
    }),
  );
  const meeting = await say(ous, "planMeeting", {
    requestKey: aKey(),
    networkId,
    kind: "WORKING",
    title: "Ostatnie robocze",
    startsAt: inAnHour(-1),
    endsAt: inAnHour(),
  });
  expect((await close()).message).toContain("Ostatnie robocze");
  await say(ous, "cancelMeeting", {
    meetingId: meeting.id,
    ifVersion: 1,
    reason: "Nie będzie",
  });
  // it is the only place of one of them
  expect((await close()).message).toContain("w żadnej innej sieci");
  await say(ous, "announceLeaving", {
    membershipId,
    ifVersion: 2,
    leavingOn: localDate(api.clock.now()),
    reason: "Koniec działalności",
  });
  expect(
    await say(ous, "completeLeaving", { membershipId, ifVersion: 3 }),
  ).toMatchObject({ version: 4 });
  expect(
    (
      await say(librarian, "setNetworkState", {
        networkId,
        ifVersion: 1,
        change: "CLOSE",
        reason: "Chcemy",
      })
    ).__typename,
  ).toBe("InvalidInput");
  expect(await close()).toMatchObject({ status: "CLOSED", version: 2 });
  expect(await seen(networkId)).toMatchObject({
    status: "CLOSED",
    stateReason: "Zadanie się skończyło",
    viewerCanLead: false,
    jointActions: [{ title: "Dyżury przy telefonie" }],
    formerMemberships: [
      { leaveReason: "Koniec działalności", partner: { id: only.globalId } },
    ],
  });
  expect((await seen(networkId))?.["memberships"]).toEqual(
    expect.arrayContaining([
      {
        role: "HUB",
        leftOn: localDate(api.clock.now()),
        partner: { id: centre.hub.globalId },
      },
      {
        role: "MEMBER",
        leftOn: localDate(api.clock.now()),
        partner: { id: library.globalId },
      },
    ]),
  );
  // who took part until then reads on what was done together
  const kept = await librarian.ask(
    `query ($id: ID!) { node(id: $id) { ... on Programme { id } } }`,
    { id: programmeId },
  );
  expect(kept.data).toEqual({ node: { id: programmeId } });
  for (const change of ["RESUME", "REST", "CLOSE"])
    expect((await turn(networkId, change, { ifVersion: 2 })).fields).toEqual([
      { path: "networkId" },
    ]);
  // of an organisation it is none of its networks any more
  const { data } = await librarian.ask<{
    node: {
      memberships: { network: { id: string } }[];
      jointActions: { network: { id: string } }[];
    };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { memberships { network { id } } jointActions { network { id } } } } }`,
    { id: library.globalId },
  );
  const mine = [
    ...(data?.node.memberships ?? []),
    ...(data?.node.jointActions ?? []),
  ];
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.map(({ network }) => network.id)).not.toContain(networkId);
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; facts: unknown }>(
      `select type, facts from event where type in ('NetworkRested', 'NetworkResumed', 'NetworkClosed') order by position`,
    ),
  );
  expect(events).toEqual([
    { type: "NetworkRested", facts: { status: "DORMANT" } },
    { type: "NetworkResumed", facts: { status: "FORMING" } },
    { type: "NetworkClosed", facts: { status: "CLOSED" } },
  ]);
});

it("is not closed while its programme runs or is being written", async () => {
  const networkId = await formed();
  const [programme] = await centre.asSystem((work) =>
    work.rows<{ name: string }>(
      `insert into programme (centre_id, id, name, status, network_id, version, created_at, updated_at)
       values ($1, gen_random_uuid(), 'Blisko siebie', 'DRAFT', $2, 1, $3, $3) returning name`,
      [work.centreId, fromGlobalId("Network", networkId), work.now],
    ),
  );
  expect((await turn(networkId, "CLOSE")).message).toContain(programme?.name);
  expect((await turn(networkId, "REST")).status).toBe("DORMANT");
});

it("ends an invitation without a yes, by who is invited or who asked, and invites again", async () => {
  const partner = await centre.aPartner({
    agreement: null,
    membership: "INVITED",
  });
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const standing = async () => {
    const { data } = await ous.ask<{
      node: {
        status: string;
        memberships: {
          id: string;
          version: number;
          viewerCanDecline: boolean;
        }[];
      };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Partner { status memberships { id version viewerCanDecline } } } }`,
      { id: partner.globalId },
    );
    return data?.node;
  };
  const decline = async (by: Person, given = {}) =>
    say(by, "declineMembership", {
      membershipId: (await standing())?.memberships[0]?.id,
      ifVersion: 1,
      ...given,
    });
  expect(await standing()).toMatchObject({
    status: "INVITED",
    memberships: [{ viewerCanDecline: true }],
  });
  expect((await decline(librarian)).fields).toEqual([{ path: "membershipId" }]);
  expect((await decline(admin, { ifVersion: 7 })).__typename).toBe(
    "MembershipMoved",
  );
  expect((await decline(admin)).__typename).toBe("NetworkMembership");
  expect(await standing()).toMatchObject({
    status: "PROSPECT",
    memberships: [],
  });
  const again = await say(
    ous,
    "inviteToNetwork",
    invitation(toGlobalId("Network", centre.networkId), partner),
  );
  expect((await decline(ous)).__typename).toBe("NetworkMembership");
  expect((await decline(ous, { membershipId: again.id })).fields).toEqual([
    { path: "membershipId" },
  ]);
  expect(await standing()).toMatchObject({
    status: "PROSPECT",
    memberships: [],
  });
  const events = await centre.asSystem((work) =>
    work.rows<{ facts: unknown }>(
      `select facts from event where type = 'NetworkInvitationEnded' order by position`,
    ),
  );
  expect(events).toEqual([
    { facts: { isTakenBack: false } },
    { facts: { isTakenBack: true } },
  ]);
});
