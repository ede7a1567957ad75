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
