// A network is formed, its organisations are asked in and say yes, the hub goes round, and who does what is agreed.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
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
  fields?: { path: string }[];
  network?: { version: number };
  hub?: { id: string };
}

const TOLD: Record<string, string> = {
  Network: "id version step hub { id }",
  NetworkMembership: "id version role",
  JointAction: "id version",
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
    Network: ["formNetwork", "changeNetwork", "changeHub"],
    NetworkMoved: ["changeNetwork", "changeHub"],
    NetworkMembership: [
      "inviteToNetwork",
      "acceptMembership",
      "changeMembership",
    ],
    JointAction: ["planJointAction", "changeJointAction", "endJointAction"],
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
