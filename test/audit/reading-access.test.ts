// Reading the access log: searched, paged, counted and taken along, by each as far as it is hers.
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Referring } from "../referrals/referring.js";
import { aReferring, move } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aCentre } from "../support/world.js";
import { askLog, linesOf } from "./recorded.js";

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

it("is searched by case, person, organisation, what, how it ended and when, page by page", async () => {
  const caseId = await world.centre.aCase(world.kipus);
  const id = await world.sent({ caseId });
  await move(world.team, "acceptReferral", id);
  await world.sent();
  const [first] = await log({ referralId: id });
  const found = async (filter: Record<string, unknown>) =>
    (await log(filter)).map(({ position }) => position);
  expect(await found({ pseudonym: first?.pseudonym })).toEqual([1, 2]);
  expect(await found({ pseudonym: "TST-nikt" })).toEqual([]);
  expect(await found({ accountId: first?.accountId })).toEqual([1, 3]);
  expect(
    await found({ by: world.team.name.toUpperCase().slice(0, 12) }),
  ).toEqual([2]);
  // any of her names, and any word of her organisation's, typed as one types
  const surname = world.team.name.split(" ").at(-1) ?? "";
  expect(await found({ by: surname.toLowerCase() })).toEqual([2]);
  expect(await found({ by: surname.slice(1) })).toEqual([]);
  // an organisation of a test is called "Partner" and the beginning of its id
  const called = world.partner.id.slice(0, 8);
  expect(await found({ organisation: called.toUpperCase() })).toEqual([2]);
  expect(await found({ organisation: called.slice(1) })).toEqual([]);
  expect(await found({ pseudonym: first?.pseudonym?.toLowerCase() })).toEqual([
    1, 2,
  ]);
  expect(await found({ partnerId: world.partner.globalId })).toEqual([2]);
  expect(await found({ action: "SEND" })).toEqual([1, 3]);
  expect(await found({ outcome: "REFUSED" })).toEqual([]);
  expect(await found({ change: "ReferralAccepted" })).toEqual([2]);
  const day = api.clock.now().toISOString().slice(0, 10);
  expect(await found({ from: day, to: day })).toEqual([1, 2, 3]);
  expect(await found({ to: "2026-01-01" })).toEqual([]);
  const turned = { from: "2026-02-01", to: "2026-01-01" };
  expect(
    (await askLog(iod, world.centre.globalId, { filter: turned })).errors,
  ).toMatchObject([{ message: "Koniec okresu jest przed jego początkiem." }]);
  const one = await askLog(iod, world.centre.globalId, { first: 2 });
  const { nodes, pageInfo } = one.data?.centre.accessLog ?? {};
  expect(nodes?.map(({ position }) => position)).toEqual([3, 2]);
  const rest = await askLog(iod, world.centre.globalId, {
    first: 2,
    after: pageInfo?.endCursor ?? null,
  });
  expect(rest.data?.centre.accessLog).toMatchObject({
    nodes: [{ position: 1 }],
    pageInfo: { hasNextPage: false },
  });
});

it("is read by each as far as it is hers", async () => {
  const caseId = await world.centre.aCase(world.kipus);
  const id = await world.sent({ caseId });
  await move(world.team, "acceptReferral", id);
  const { centre, partner } = world;
  const stranger = await centre.aPerson("KIPUS");
  const reads = async (person: Person) =>
    (await linesOf(person, centre.globalId)).map(
      ({ position, pseudonym }) =>
        `${String(position)}${pseudonym ? " whose" : ""}`,
    );
  expect(await reads(iod)).toEqual(["1 whose", "2 whose"]);
  expect(await reads(await centre.aPerson("DIRECTOR"))).toEqual(["1", "2"]);
  expect(await reads(world.kipus)).toEqual(["1 whose", "2 whose"]);
  expect(await reads(stranger)).toEqual([]);
  expect(await reads(await partner.aPerson("PARTNER_ADMIN"))).toEqual(["2"]);
  expect(await reads(world.team)).toEqual([]);
  expect(await reads(await centre.aPerson("OUS"))).toEqual([]);
  expect(await reads(await centre.aPerson("SYSADMIN"))).toEqual([]);
  const { globalId } = await aCentre(api);
  expect((await askLog(iod, globalId)).data?.centre ?? null).toBeNull();
});

it("says whom a change of duties was about, to who may read who that is", async () => {
  const { centre, team } = world;
  const ous = await centre.aPerson("OUS");
  const taken = await ous.ask(
    `mutation ($input: LockAssigneeInput!) { lockAssignee(input: $input) { __typename } }`,
    { input: { assigneeId: toGlobalId("Assignee", team.assignmentId) } },
  );
  expect(taken.errors).toBeUndefined();
  const about = async (person: Person) => {
    const { data } = await person.ask<{
      centre: { accessLog: { nodes: { action: string; about: string }[] } };
    }>(
      `query ($id: ID!) { centre(id: $id) { accessLog(first: 5) { nodes { action about } } } }`,
      { id: centre.globalId },
    );
    return data?.centre.accessLog.nodes
      .filter(({ action }) => action === "PERMISSION_CHANGE")
      .map((line) => line.about);
  };
  expect(await about(iod)).toEqual([team.name]);
  // her line names nobody to another organisation's people
  const other = await (await centre.aPartner()).aPerson("PARTNER_ADMIN");
  expect(await about(other)).toEqual([]);
});

it("is counted for who runs the centre", async () => {
  await world.sent();
  const counts = async (...roles: Parameters<typeof world.centre.aPerson>) => {
    const person = await world.centre.aPerson(...roles);
    const { data } = await person.ask<{ centre: { accessCounts: unknown } }>(
      `query ($id: ID!) { centre(id: $id) { accessCounts { month action outcome lines } } }`,
      { id: world.centre.globalId },
    );
    return data?.centre.accessCounts;
  };
  const month = api.clock.now().toISOString().slice(0, 7);
  const sent = [{ month, action: "SEND", outcome: "DONE", lines: 1 }];
  expect(await counts("OUS")).toEqual(sent);
  expect(await counts("IOD")).toEqual(sent);
  expect(await counts("KIPUS", "AUTHORITY")).toEqual([]);
});

it("leaves as a table for the data protection officer alone, which is a line itself", async () => {
  const caseId = await world.centre.aCase(world.kipus);
  await world.sent({ caseId });
  const take = (person: Person, filter: Record<string, unknown> = {}) =>
    person.ask<{
      exportAccessLog: { csv: string; lines: number; endCursor: string | null };
    }>(
      `mutation ($input: ExportAccessLogInput!) { exportAccessLog(input: $input) { __typename
         ... on AccessLogExport { csv lines endCursor } ... on InvalidInput { fields { path } } } }`,
      { input: { filter } },
    );
  const { data } = await take(iod, { action: "SEND" });
  expect(data?.exportAccessLog).toMatchObject({ lines: 1, endCursor: null });
  const [head, line, end] = data?.exportAccessLog.csv.split("\r\n") ?? [];
  expect(head).toMatch(/^position,at,account,roles,organisation,action,/);
  expect(line).toContain(`,${world.kipus.name},KIPUS,`);
  expect(line).toMatch(/,TST-[0-9A-F]{8},,ReferralSent,OWN_CASE,DONE,HTTP,/);
  expect(end).toBe("");
  expect(
    await take(iod, { from: "2026-02-01", to: "2026-01-01" }),
  ).toMatchObject({
    data: { exportAccessLog: { fields: [{ path: "filter.to" }] } },
  });
  const director = await world.centre.aPerson("DIRECTOR");
  expect((await take(director)).errors?.[0]?.extensions?.["code"]).toBe(
    "FORBIDDEN",
  );
  expect(await log({ action: "EXPORT" })).toMatchObject([
    { by: iod.name, fields: ["action"], outcome: "DONE", noun: "AccessLog" },
    { by: director.name, outcome: "REFUSED" },
  ]);
});
