// A partner changes what is said of its service; whoever watches sees it, and what is open stays as it was agreed.
import {
  aReferring,
  move,
  offerFreed,
  runTask,
  send,
} from "../referrals/referring.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";

let api: Api;
let sockets: Sockets;
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

const SERVICE = `id version name description area group form sphere entryMode place feeGrosze feeUnit
  accessibility careDuringActivity transportProvided targetGroups eligibility ageFrom ageTo
  hours { days weekOfMonth opensAt closesAt } seasonFrom seasonTo restsOnHolidays`;
const CHANGE = `mutation ($input: ChangeServiceInput!) { outcome: changeService(input: $input) {
  __typename ... on Service { ${SERVICE} } ... on ServiceMoved { service { ${SERVICE} } }
  ... on InvalidInput { fields { path } } } }`;
const FOLLOW = `subscription ($centreId: ID!, $after: String) { change: capacityChanged(centreId: $centreId, after: $after) {
  __typename ... on CaughtUp { cursor } ... on CapacityChanged { cursor service { name capacity { version } } } } }`;

const REST = `__typename ... on Service { version status availability suspendedUntil }
  ... on ServiceMoved { service { version } } ... on InvalidInput { fields { path } }`;
const PAUSE = `mutation ($input: PauseServiceInput!) { outcome: pauseService(input: $input) { ${REST} } }`;
const RESUME = `mutation ($input: ResumeServiceInput!) { outcome: resumeService(input: $input) { ${REST} } }`;

const WORDS = {
  name: "Klub malucha",
  description: "Zabawa i rozmowa, raz w tygodniu.",
  area: "FAMILY_SUPPORT",
  group: "B2",
  form: "GROUP",
  sphere: "SOCIAL",
  entryMode: "REFERRAL",
  place: "w domu",
  feeGrosze: 1250,
  feeUnit: "HOURS_MONTH",
  accessibility: ["WHEELCHAIR", "INDUCTION_LOOP"],
  careDuringActivity: true,
  transportProvided: false,
  targetGroups: ["FAMILIES", "SENIORS"],
  eligibility: "Dzieci z dziadkami.",
  ageFrom: 0,
  ageTo: 120,
  hours: [
    {
      days: ["MO", "WE"],
      weekOfMonth: null,
      opensAt: "09:00",
      closesAt: "12:00",
    },
    { days: ["SA"], weekOfMonth: -1, opensAt: "18:00", closesAt: "24:00" },
  ],
  seasonFrom: 9,
  seasonTo: 6,
  restsOnHolidays: false,
};

interface Outcome extends Told {
  version?: number;
  service?: { version: number; name: string };
}

async function say(
  person: Person,
  serviceId: string,
  ifVersion: number,
  words: Record<string, unknown>,
): Promise<Outcome | undefined> {
  const input = { serviceId, ifVersion, words: { ...WORDS, ...words } };
  const { data } = await person.ask<{ outcome: Outcome }>(CHANGE, { input });
  return data?.outcome;
}

it("P1: says a service anew, once for each version, at once before whoever watches, and in the news", async () => {
  const { centre, partner, service, kipus, sent, team } = await aReferring(api);
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const { globalId: id } = service;
  const centreId = centre.globalId;
  const { cursor } = await sockets.follow(kipus.token, FOLLOW, { centreId });

  const said = await say(editor, id, 1, {
    // each once, in the order of the set
    accessibility: ["INDUCTION_LOOP", "WHEELCHAIR", "INDUCTION_LOOP"],
  });
  expect(said).toEqual({ __typename: "Service", id, version: 2, ...WORDS });
  const { deliveries } = await sockets.follow(kipus.token, FOLLOW, {
    centreId,
    after: cursor,
  });
  expect(deliveries).toMatchObject([
    { service: { name: WORDS.name, capacity: { version: 1 } } },
  ]);
  const news = await kipus.ask<{
    centre: { activity: { nodes: unknown[] } };
  }>(
    `query ($id: ID!) { centre(id: $id) { activity(first: 1) { nodes { kind service { id } } } } }`,
    { id: centreId },
  );
  expect(news.data?.centre.activity.nodes).toEqual([
    { kind: "SERVICE_CHANGED", service: { id } },
  ]);

  // the second of two who saw the same
  expect(await say(editor, id, 1, { name: "Inaczej" })).toMatchObject({
    __typename: "ServiceMoved",
    service: { version: 2, name: WORDS.name },
  });
  expect(
    await say(editor, id, 2, {
      name: "ab",
      description: "PESEL 44051401359",
      place: "x".repeat(201),
      feeGrosze: -1,
      eligibility: "sprawa 44051401359",
      ageFrom: 60,
      ageTo: 18,
      hours: [
        { days: [], opensAt: "09:00", closesAt: "12:00" },
        { days: ["MO"], opensAt: "9", closesAt: "12:00" },
        { days: ["MO"], opensAt: "09:00", closesAt: "09:00" },
        { days: ["MO"], opensAt: "24:00", closesAt: "25:00" },
        { days: ["MO"], opensAt: "09:00", closesAt: "24:00", weekOfMonth: 5 },
      ],
      seasonTo: null,
    }),
  ).toMatchObject({
    fields: [
      { path: "words.name" },
      { path: "words.description" },
      ...[0, 1, 2, 3, 4].map((at) => ({ path: `words.hours.${String(at)}` })),
      { path: "words.seasonFrom" },
      { path: "words.eligibility" },
      { path: "words.ageFrom" },
      { path: "words.place" },
      { path: "words.feeGrosze" },
    ],
  });

  // how people get in stays while a referral is open
  const referralId = await sent();
  const open = { entryMode: "OPEN" };
  expect(await say(editor, id, 2, open)).toMatchObject({
    fields: [{ path: "words.entryMode" }],
  });
  expect(await say(editor, id, 2, { feeGrosze: 0 })).toMatchObject({
    version: 3,
    feeUnit: null,
  });
  await move(team, "declineReferral", referralId);
  expect(await say(editor, id, 3, open)).toMatchObject({
    version: 4,
    entryMode: "OPEN",
  });
});

it("P1: rests until a day: nothing new, at once before whoever watches; who waits keeps her place, and it goes on by itself", async () => {
  const referring = await aReferring(api, { service: { total: 1 } });
  const { centre, partner, service, kipus, sent, team } = referring;
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const serviceId = service.globalId;
  const centreId = centre.globalId;
  const ask = async (document: string, further: Record<string, unknown>) => {
    const input = { serviceId, ...further };
    const { data } = await editor.ask<{ outcome: Outcome }>(document, {
      input,
    });
    return data?.outcome;
  };
  const taken = await sent();
  const waits = await send(kipus, service, { waitIfFull: true });
  const { cursor } = await sockets.follow(kipus.token, FOLLOW, { centreId });

  // until it is said otherwise: no day ends it but the organisation
  expect(await ask(PAUSE, { ifVersion: 1 })).toMatchObject({
    version: 2,
    suspendedUntil: null,
  });
  await runTask(api, "resume-services", {});
  expect(await ask(RESUME, { ifVersion: 2 })).toMatchObject({
    version: 3,
    status: "ACTIVE",
  });

  for (const until of ["2026-11-24", "2029-01-01"])
    expect(await ask(PAUSE, { ifVersion: 3, until })).toMatchObject({
      fields: [{ path: "until" }],
    });
  const until = "2026-12-03";
  expect(await ask(PAUSE, { ifVersion: 3, until })).toEqual({
    __typename: "Service",
    version: 4,
    status: "PAUSED",
    availability: "SUSPENDED",
    suspendedUntil: until,
  });
  expect(await ask(PAUSE, { ifVersion: 3, until })).toMatchObject({
    service: { version: 4 },
  });
  const { deliveries } = await sockets.follow(kipus.token, FOLLOW, {
    centreId,
    after: cursor,
  });
  expect(deliveries).toMatchObject(
    // the numbers and the day are told each by itself
    [4, 4, 5, 6, 6].map((version) => ({ service: { capacity: { version } } })),
  );
  expect(await send(kipus, service, { waitIfFull: true })).toMatchObject({
    __typename: "NoFreePlace",
    message: "Ta usługa jest wstrzymana do 3 grudnia 2026. Wybierz inną.",
  });

  // the place comes free, and nobody is offered it before the service goes on
  const declined = await move(team, "declineReferral", taken);
  expect(declined.status).toBe("DECLINED");
  await offerFreed(api, referring);
  const place = async () => {
    const { data } = await kipus.ask<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { ... on Referral { status queuePosition } } }`,
      { id: waits.id },
    );
    return data?.node;
  };
  expect(await place()).toEqual({ status: "WAITLISTED", queuePosition: 1 });
  await runTask(api, "resume-services", {});
  expect(await ask(RESUME, { ifVersion: 3 })).toMatchObject({
    service: { version: 4 },
  });
  api.clock.pass({ days: 9 });
  await runTask(api, "resume-services", {});
  await runTask(api, "resume-services", {});
  await offerFreed(api, referring);
  expect(await place()).toEqual({ status: "OFFERED", queuePosition: null });

  const lines = await centre.asSystem((work) =>
    work.rows<{ kind: string; ours: boolean }>(
      `select kind, actor_account_id is not null as ours from capacity_event
       where service_id = $1 and kind in ('SUSPEND', 'RESUME') order by version`,
      [service.id],
    ),
  );
  expect(lines).toEqual([
    { kind: "SUSPEND", ours: true },
    { kind: "RESUME", ours: true },
    { kind: "SUSPEND", ours: true },
    { kind: "RESUME", ours: false },
  ]);
});
