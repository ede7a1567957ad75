// A partnership goes through its six steps: none is skipped, each asks for what the data answers, going back needs a reason.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertAgreement } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let ous: Person;
let networkId: string;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner({ agreement: null });
  ous = await centre.aPerson("OUS");
  const made = await say("formNetwork", {
    requestKey: aKey(),
    kind: "PROGRAMME_PARTNERSHIP",
    name: "Opieka blisko domu",
  });
  networkId = made.id ?? "";
});
afterAll(() => api.close());

interface Criterion {
  kind: string;
  met: boolean;
  missing: string[];
}

interface Said {
  __typename: string;
  id?: string;
  step?: string;
  status?: string;
  version?: number;
  criteria?: Criterion[];
  fields?: { path: string }[];
}

const ANSWERS: Record<string, string> = {
  formNetwork: "... on Network { id }",
  changeNetwork: "... on Network { id }",
  inviteToNetwork: "... on NetworkMembership { id }",
  acceptMembership: "... on NetworkMembership { id }",
  changeMembership: "... on NetworkMembership { id }",
  planJointAction: "... on JointAction { id }",
  completeStep:
    "... on Network { step status } ... on StepIncomplete { criteria { kind met missing } }",
  reopenStep: "... on Network { step status }",
  writeAnalysis:
    "... on Network { step } ... on AnalysisMoved { analysis { version } }",
  recordNeed: "... on Need { id }",
  planMeeting: "... on Meeting { id }",
  holdMeeting:
    "... on Meeting { id version status: title } ... on MeetingMoved { meeting { id } }",
  cancelMeeting:
    "... on Meeting { id version } ... on MeetingMoved { meeting { id } }",
};

async function say(
  verb: string,
  input: Record<string, unknown>,
  by = ous,
): Promise<Said> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await by.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${verb}(input: $input) {
       __typename ${ANSWERS[verb] ?? ""} ... on InvalidInput { fields { path } } } }`,
    { input },
  );
  return (
    data?.said ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

const complete = (step: string) => say("completeStep", { networkId, step });
const missing = async (step: string) =>
  (await complete(step)).criteria?.map(({ kind }) => kind);

const at = (hours: number) =>
  new Date(api.clock.now().getTime() + hours * 3_600_000).toISOString();

const meeting = (kind: string, hours: number) =>
  say("planMeeting", {
    requestKey: aKey(),
    networkId,
    kind,
    title: "Spotkanie partnerów",
    agenda: ["Cele", "Osoby"],
    startsAt: at(hours),
    endsAt: at(hours + 1),
  });

it("walks all six, refused at each while something is missing", async () => {
  expect(await missing("PROBLEM_DEFINITION")).toEqual(["NEED_LINKED"]);
  expect((await complete("BUILDING")).fields).toEqual([{ path: "step" }]);
  const need = {
    requestKey: aKey(),
    networkId,
    title: "Brak opieki w soboty",
    area: "SOCIAL_ASSISTANCE",
    gapKind: "WRONG_TIME",
    evidence: "KIPUS_REPORT",
  };
  const osl = await centre.aPerson("OSL");
  const recorded = await say("recordNeed", need, osl);
  expect(recorded.__typename).toBe("Need");
  expect((await say("recordNeed", need, osl)).id).toBe(recorded.id);
  expect(
    (
      await say("recordNeed", {
        ...need,
        requestKey: aKey(),
        title: "+48 600 700 800",
      })
    ).fields,
  ).toEqual([{ path: "title" }]);
  expect(await complete("PROBLEM_DEFINITION")).toMatchObject({
    step: "GOALS_AND_CONTACTS",
  });

  const invited = await say("inviteToNetwork", {
    requestKey: aKey(),
    networkId,
    partnerId: partner.globalId,
    stakeholderType: "C",
  });
  const asked = await complete("GOALS_AND_CONTACTS");
  expect(asked.criteria).toMatchObject([
    { kind: "FIRST_MEETING_HELD" },
    { kind: "GOAL_SET" },
    { kind: "CONTACTS_NAMED" },
  ]);
  expect(asked.criteria?.[2]?.missing).toHaveLength(2);
  await partner.aContact();
  await centre.hub.aContact();
  await say("changeNetwork", {
    networkId,
    ifVersion: 2,
    name: "Opieka blisko domu",
    goals: ["Opieka także w soboty"],
  });
  const planned = await meeting("FIRST", 1);
  const held = (id: unknown, presentPartnerIds: unknown[]) =>
    say("holdMeeting", { meetingId: id, ifVersion: 1, presentPartnerIds });
  expect((await held(planned.id, [partner.globalId])).fields).toEqual([
    { path: "meetingId" },
  ]);
  expect(
    (
      await say("cancelMeeting", {
        meetingId: planned.id,
        ifVersion: 1,
        reason: "Za wcześnie",
      })
    ).__typename,
  ).toBe("Meeting");
  const was = await meeting("FIRST", -2);
  expect((await held(was.id, [])).fields).toEqual([
    { path: "presentPartnerIds" },
  ]);
  expect((await held(was.id, [partner.globalId])).__typename).toBe("Meeting");
  expect((await held(was.id, [partner.globalId])).__typename).toBe(
    "MeetingMoved",
  );
  expect(await complete("GOALS_AND_CONTACTS")).toMatchObject({
    step: "PROBLEM_RESOURCE_ANALYSIS",
  });

  expect(await missing("PROBLEM_RESOURCE_ANALYSIS")).toEqual([
    "INVENTORY_MADE",
    "ANALYSIS_WRITTEN",
  ]);
  await partner.aService();
  await centre.hub.aService();
  const analysis = {
    networkId,
    strengths: "Zaufanie",
    weaknesses: "Dojazd",
    opportunities: "Program gminy",
    threats: "Budżet",
  };
  expect((await say("writeAnalysis", analysis)).__typename).toBe("Network");
  expect((await say("writeAnalysis", analysis)).__typename).toBe(
    "AnalysisMoved",
  );
  expect(
    (await say("writeAnalysis", { ...analysis, ifVersion: 1 })).__typename,
  ).toBe("Network");
  expect(await complete("PROBLEM_RESOURCE_ANALYSIS")).toMatchObject({
    step: "BUILDING",
  });

  expect(await missing("BUILDING")).toEqual([
    "MEMBERS_CHOSEN",
    "ROLES_DESCRIBED",
    "ACTION_OWNED",
  ]);
  await say("acceptMembership", {
    membershipId: invited.id,
    reason: "Zgoda na spotkaniu.",
  });
  await say("changeMembership", {
    membershipId: invited.id,
    ifVersion: 2,
    stakeholderType: "C",
    roleDescription: "Prowadzi opiekę w soboty",
  });
  await say("planJointAction", {
    requestKey: aKey(),
    networkId,
    title: "Dyżur sobotni",
    parts: [{ partnerId: partner.globalId, part: "RESPONSIBLE" }],
  });
  expect(await complete("BUILDING")).toMatchObject({ step: "FORMALISATION" });

  expect(await missing("FORMALISATION")).toEqual(["AGREEMENT_IN_FORCE"]);
  await centre.asSystem((work) =>
    insertAgreement(work, centre.hub.id, partner.id, {
      kind: "PROGRAMME_PARTNERSHIP",
    }),
  );
  expect(await complete("FORMALISATION")).toMatchObject({
    step: "WORKING_MEETINGS",
    status: "ACTIVE",
  });
  // the sixth goes on for good, and still says what it asks
  expect((await complete("WORKING_MEETINGS")).fields).toEqual([
    { path: "step" },
  ]);
  await meeting("INFORMATION", 24);
  const viewer = await partner.aPerson("PARTNER_VIEWER");
  const { data } = await viewer.ask<{
    node: { formation: { state: string; criteria: Criterion[] }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Network { formation { state criteria { kind met missing } } } } }`,
    { id: networkId },
  );
  const path = data?.node.formation ?? [];
  expect(path.map(({ state }) => state)).toEqual([
    "DONE",
    "DONE",
    "DONE",
    "DONE",
    "DONE",
    "CURRENT",
  ]);
  expect(path[5]?.criteria).toMatchObject([
    { kind: "CADENCE_SET", met: false },
    { kind: "NEXT_MEETING_PLANNED", met: true },
  ]);
});

it("goes back with a reason only, and keeps the history", async () => {
  const reopen = (step: string, reason: string) =>
    say("reopenStep", { networkId, step, reason });
  expect((await reopen("BUILDING", "bo")).fields).toEqual([{ path: "reason" }]);
  expect((await reopen("WORKING_MEETINGS", "dlatego")).fields).toEqual([
    { path: "step" },
  ]);
  expect(await reopen("BUILDING", "Dochodzi biblioteka")).toMatchObject({
    step: "BUILDING",
    status: "ACTIVE",
  });
  // what was done before it was gone back to does not count again, nor in the database
  const skip = (version: string) =>
    centre.asSystem((work) =>
      work.rows(
        `update network set step = 'FORMALISATION', version = ${version} where id = $1`,
        [fromGlobalId("Network", networkId)],
      ),
    );
  await expect(skip("version + 1")).rejects.toThrow("steps are not skipped");
  await expect(skip("5")).rejects.toThrow("the version of a network rises");
  expect(await complete("BUILDING")).toMatchObject({ step: "FORMALISATION" });
  const { data } = await ous.ask<{
    node: { stepsTaken: { step: string; change: string; reason: string }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Network { stepsTaken { step change reason } } } }`,
    { id: networkId },
  );
  expect(data?.node.stepsTaken).toHaveLength(7);
  expect(data?.node.stepsTaken).toContainEqual({
    step: "BUILDING",
    change: "REOPENED",
    reason: "Dochodzi biblioteka",
  });
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; facts: Record<string, unknown> }>(
      `select type, facts from event where type like 'NetworkStep%' order by position desc limit 2`,
    ),
  );
  expect(events).toEqual([
    { type: "NetworkStepCompleted", facts: { step: "FORMALISATION" } },
    { type: "NetworkStepReopened", facts: { step: "BUILDING" } },
  ]);
});

interface Kept {
  rule: string;
  state: string;
  found: number;
  of: number;
  missing: string[];
}

interface Both {
  rules: Kept[];
  meetingRhythm: { state: string; dueOn: string | null; nextOn: string | null };
  formation: { step: string; state: string; criteria: Criterion[] }[];
}

/** What the page of the rules is told, and the page of the steps. */
async function told(network: string): Promise<Both> {
  const { data } = await ous.ask<{ node: Both }>(
    `query ($id: ID!) { node(id: $id) { ... on Network {
       rules { rule state found of missing } meetingRhythm { state dueOn nextOn }
       formation { step state criteria { kind met missing } } } } }`,
    { id: network },
  );
  if (!data) throw new Error("no such network");
  return data.node;
}

const met = (both: Both, kind: string) =>
  both.formation
    .flatMap(({ criteria }) => criteria)
    .find((one) => one.kind === kind)?.met;
const ruleOf = (both: Both, rule: string) =>
  both.rules.find((one) => one.rule === rule);

/** Meetings as they were and as they are planned, in days from now. */
async function meetings(network: string, held: number, planned: number | null) {
  const id = fromGlobalId("Network", network);
  await centre.asSystem(async (work) => {
    await work.rows(
      `update meeting set status = 'CANCELLED' where network_id = $1`,
      [id],
    );
    for (const [days, status] of [
      [held, "HELD"],
      [planned, "PLANNED"],
    ] as const)
      if (days !== null)
        await work.rows(
          `insert into meeting (centre_id, id, network_id, kind, title, starts_at, ends_at, status, created_at)
           values ($1, gen_random_uuid(), $2, 'WORKING', 'Robocze', $3::timestamptz + $4 * interval '1 day',
             $3::timestamptz + $4 * interval '1 day' + interval '1 hour', $5, $3)`,
          [work.centreId, id, work.now, days, status],
        );
  });
}

it.each([
  // held and planned in days from now, of a network that meets every 60 days
  [-10, 20, "ON_TIME", "HOLDS", "HOLDS"],
  [-10, null, "TO_PLAN", "TO_MEND", "HOLDS"],
  [-10, 55, "LATE", "TO_MEND", "HOLDS"],
  [-80, null, "OVERDUE", "TO_MEND", "TO_MEND"],
  [-80, 20, "LATE", "TO_MEND", "TO_MEND"],
])(
  "says one thing of meetings on steps and rules: held %s, next %s days from now is %s",
  async (held, planned, state, cyclic, dialogue) => {
    await centre.asSystem((work) =>
      work.rows(`update network set cadence_days = 60 where id = $1`, [
        fromGlobalId("Network", networkId),
      ]),
    );
    await complete("FORMALISATION");
    await meetings(networkId, held, planned);
    const both = await told(networkId);
    expect(both.meetingRhythm.state).toBe(state);
    expect(ruleOf(both, "CYCLIC_MEETINGS")?.state).toBe(cyclic);
    expect(met(both, "NEXT_MEETING_PLANNED")).toBe(cyclic === "HOLDS");
    expect(ruleOf(both, "CONTINUOUS_DIALOGUE")?.state).toBe(dialogue);
  },
);

it("says one thing of roles, actions and contacts on steps and rules, and of what is ahead that it is", async () => {
  const agree = async (holds: Record<string, boolean>) => {
    const both = await told(networkId);
    const kept = (rule: string) => ruleOf(both, rule)?.state === "HOLDS";
    expect(both.rules).toHaveLength(6);
    expect({
      CLEAR_ROLES: kept("CLEAR_ROLES"),
      NAMED_CONTACT: kept("NAMED_CONTACT"),
    }).toEqual(holds);
    expect(
      met(both, "ROLES_DESCRIBED") === true &&
        met(both, "ACTION_OWNED") === true,
    ).toBe(kept("CLEAR_ROLES"));
    return both;
  };
  const willing = (by: string | null) =>
    centre.asSystem((work) =>
      work.rows(
        `update contact_person set willing_confirmed_by = $1::text, willing_confirmed_at = case when $1 is not null then now() end`,
        [by],
      ),
    );
  await willing(null);
  const unwilling = await agree({ CLEAR_ROLES: true, NAMED_CONTACT: false });
  // a person is named, and nobody knows whether she is willing
  expect(met(unwilling, "CONTACTS_NAMED")).toBe(true);
  expect(ruleOf(unwilling, "NAMED_CONTACT")).toMatchObject({
    state: "TO_MEND",
    found: 0,
    of: 2,
  });
  await willing("HUB");
  await agree({ CLEAR_ROLES: true, NAMED_CONTACT: true });
  await say("planJointAction", {
    requestKey: aKey(),
    networkId,
    title: "Niczyje działanie",
    parts: [],
  });
  const unowned = await agree({ CLEAR_ROLES: false, NAMED_CONTACT: true });
  expect(ruleOf(unowned, "CLEAR_ROLES")?.missing).toEqual([
    "Niczyje działanie",
  ]);
  const fresh = await say("formNetwork", {
    requestKey: aKey(),
    kind: "PROGRAMME_PARTNERSHIP",
    name: "Dopiero zaczyna",
  });
  expect((await told(fresh.id ?? "")).rules.map(({ state }) => state)).toEqual([
    "AHEAD",
    "AHEAD",
    "HOLDS",
    "AHEAD",
    "HOLDS",
    "HOLDS",
  ]);
});
