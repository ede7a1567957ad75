// Lists of services: filters, the count of each further one, pages without gap or double, and what strangers get.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let kipus: Person;
let partnerId: string;

beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  kipus = await centre.aPerson("KIPUS");
  const open = await centre.aPartner({ name: "Świetlica Łąkowa" });
  const closed = await centre.aPartner({ agreement: null });
  partnerId = open.globalId;
  const areas = ["HEALTH", "CULTURE", "REINTEGRATION"] as const;
  const modes = ["OPEN", "REFERRAL", "TOKEN"] as const;
  const eased = [
    ["WHEELCHAIR"],
    ["WHEELCHAIR", "SIGN_LANGUAGE"],
    ["EASY_TO_READ"],
  ] as const;
  const line = (day: "MO" | "SU", opensAt: string, closesAt: string) => ({
    ...{ days: [day], weekOfMonth: null, opensAt, closesAt },
  });
  const times = [
    [line("MO", "08:00", "12:00")],
    [line("MO", "12:00", "17:00")],
    [line("MO", "16:59", "17:01"), line("SU", "08:00", "09:00")],
    [line("SU", "18:00", "22:00")],
    // over the night
    [line("MO", "18:00", "08:00")],
  ];
  for (let n = 0; n < 36; n += 1)
    await (n % 4 === 0 ? closed : open).aService({
      // names repeat, so that the order needs more than the name
      name: `Zajęcia ${["żółte", "ąę", "Bez nazwy", "zwykłe"][n % 4] ?? ""}`,
      area: areas[n % 3] ?? "HEALTH",
      entryMode: modes[n % 3] ?? "OPEN",
      total: 10,
      occupied: [0, 5, 9, 10][n % 4] ?? 0,
      waitingOutside: n % 5 === 0 ? 2 : 0,
      suspended: n % 12 === 7,
      accessibility: [...(eased[n % 5] ?? [])],
      targetGroups: [...(["SENIORS", "FAMILIES", "REFUGEES"] as const)].slice(
        0,
        n % 4,
      ),
      hours: times[n % 6] ?? [],
      place: [null, "Dębina 7", "w domu", "ul. Długa 50%"][n % 4] ?? null,
      careDuringActivity: n % 4 === 1,
      transportProvided: n % 7 === 2,
      feeGrosze: n % 3 === 0 ? 0 : 500,
      confirmedDaysAgo: [1, 3, 40, null, 9][n % 5] ?? null,
      visibility: n % 9 === 4 ? "NETWORK" : "PUBLIC",
    });
});
afterAll(() => api.close());

interface Page {
  centre: {
    services: {
      totalCount: number;
      nodes: { id: string; availability: string; area: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const LIST = `query ($id: ID!, $filter: ServiceFilter, $first: Int, $after: String) { centre(id: $id) {
  services(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id availability area } pageInfo { hasNextPage endCursor } } } }`;

async function list(
  token: string | null,
  filter: Record<string, unknown>,
  first = 100,
  after: string | null = null,
) {
  const { data, errors } = await api.ask<Page>(token, LIST, {
    id: centre.globalId,
    filter,
    first,
    after,
  });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.centre.services;
}

const count = async (filter: Record<string, unknown>) =>
  (await list(kipus.token, filter)).totalCount;

describe.each(["BEST_FIRST", "NAME", "OLDEST_CONFIRMED"])(
  "in order %s",
  (order) => {
    it.each([{}, { text: "zajecia" }, { availableNow: true }])(
      "pages hold each service once, whatever their size: %j",
      async (filter) => {
        const asked = { ...filter, order };
        const whole = await list(kipus.token, asked);
        const ids = whole.nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(whole.totalCount);
        for (const size of [1, 7]) {
          const paged: string[] = [];
          let after: string | null = null;
          for (let more = true; more;) {
            const page: Page["centre"]["services"] = await list(
              kipus.token,
              asked,
              size,
              after,
            );
            paged.push(...page.nodes.map(({ id }) => id));
            after = page.pageInfo.endCursor;
            more = page.pageInfo.hasNextPage;
          }
          expect(paged).toEqual(ids);
        }
      },
    );
  },
);

it("puts first what can be referred to and takes somebody now", async () => {
  const { nodes } = await list(kipus.token, { order: "BEST_FIRST" });
  const takes = await list(kipus.token, { availableNow: true, partnerId });
  const best = nodes.slice(0, takes.totalCount).map(({ id }) => id);
  expect(new Set(best)).toEqual(new Set(takes.nodes.map(({ id }) => id)));
});

it("finds words whatever their ending, case and diacritics, in the organisation too", async () => {
  const all = await count({ partnerId });
  for (const text of ["swietlica", "ŚWIETLICY", "łąkowej", "lakowa świetlicę"])
    expect([text, await count({ text })]).toEqual([text, all]);
  expect(await count({ text: "zolte" })).toBe(9);
  expect(await count({ text: "100%" })).toBe(0);
});

it("available now is: not paused, confirmed once, more free than waiting", async () => {
  const now = await list(kipus.token, { availableNow: true });
  const rest = await list(kipus.token, { availableNow: false });
  expect(now.totalCount + rest.totalCount).toBe(await count({}));
  const bands = new Set(now.nodes.map(({ availability }) => availability));
  for (const band of ["SUSPENDED", "FULL", "WAITLIST"])
    expect(bands).not.toContain(band);
});

interface Facets {
  centre: {
    serviceFacets: {
      total: number;
      availableNow: number;
      referableNow: number;
      withQueue: number;
      areas: { area: string; count: number }[];
      entryModes: { entryMode: string; count: number }[];
      forms: { form: string; count: number }[];
      groups: { group: string; count: number }[];
      accessibility: { accessibility: string; count: number }[];
      timesOfDay: { timeOfDay: string; count: number }[];
      targetGroups: { targetGroup: string; count: number }[];
      careDuringActivity: number;
      transportProvided: number;
      freeOfCharge: number;
    };
  };
}

it.each<Record<string, unknown> & { accessibility?: string[] }>([
  {},
  { areas: ["HEALTH"] },
  { areas: ["HEALTH", "CULTURE"], availableNow: true },
  { areas: ["HEALTH", "CULTURE"], referableNow: true },
  { text: "zwykle", entryModes: ["TOKEN", "OPEN"] },
  { capacityStatuses: ["WAITLIST", "FULL"] },
  { accessibility: ["WHEELCHAIR"], freeOfCharge: true },
  { careDuringActivity: true, areas: ["CULTURE"] },
  { targetGroups: ["FAMILIES"], areas: ["HEALTH", "CULTURE"] },
  { place: "dębina", forms: ["GROUP"] },
  { timesOfDay: ["EVENING", "WEEKEND"], areas: ["HEALTH"] },
  { transportProvided: true, accessibility: ["WHEELCHAIR", "SIGN_LANGUAGE"] },
])("counts what each further filter would leave: %j", async (filter) => {
  const { data } = await kipus.ask<Facets>(
    `query ($id: ID!, $filter: ServiceFilter) { centre(id: $id) { serviceFacets(filter: $filter) {
       total availableNow referableNow withQueue areas { area count } entryModes { entryMode count } forms { form count }
       groups { group count } accessibility { accessibility count } timesOfDay { timeOfDay count } targetGroups { targetGroup count } careDuringActivity transportProvided freeOfCharge } } }`,
    { id: centre.globalId, filter },
  );
  const facets = data?.centre.serviceFacets;
  expect(facets?.total).toBe(await count(filter));
  const withoutBand = {
    ...filter,
    capacityStatuses: null,
    referableNow: null,
  };
  expect(facets?.availableNow).toBe(
    await count({ ...withoutBand, availableNow: true }),
  );
  // what is told of it is what the filter leaves
  expect(facets?.referableNow).toBe(
    await count({ ...withoutBand, availableNow: null, referableNow: true }),
  );
  expect(facets?.referableNow).toBe(
    await count({ ...withoutBand, availableNow: true, partnerId }),
  );
  for (const { area, count: told } of facets?.areas ?? [])
    expect([area, told]).toEqual([
      area,
      await count({ ...filter, areas: [area] }),
    ]);
  for (const { entryMode, count: told } of facets?.entryModes ?? [])
    expect([entryMode, told]).toEqual([
      entryMode,
      await count({ ...filter, entryModes: [entryMode] }),
    ]);
  for (const { group, count: told } of facets?.groups ?? [])
    expect(told).toBe(await count({ ...filter, groups: [group] }));
  for (const { form, count: told } of facets?.forms ?? [])
    expect(told).toBe(await count({ ...filter, forms: [form] }));
  for (const { timeOfDay, count: told } of facets?.timesOfDay ?? [])
    expect([timeOfDay, told]).toEqual([
      timeOfDay,
      await count({ ...filter, timesOfDay: [timeOfDay] }),
    ]);
  for (const { targetGroup, count: told } of facets?.targetGroups ?? [])
    expect([targetGroup, told]).toEqual([
      targetGroup,
      await count({ ...filter, targetGroups: [targetGroup] }),
    ]);
  // all that are asked for hold at once
  const wanted = filter.accessibility ?? [];
  for (const { accessibility, count: told } of facets?.accessibility ?? [])
    expect([accessibility, told]).toEqual([
      accessibility,
      await count({ ...filter, accessibility: [...wanted, accessibility] }),
    ]);
  for (const fact of [
    "careDuringActivity",
    "transportProvided",
    "freeOfCharge",
  ] as const)
    expect([fact, facets?.[fact]]).toEqual([
      fact,
      await count({ ...filter, [fact]: true }),
    ]);
});

it.each([
  ["debina", 9],
  ["W DOMU", 9],
  ["50%", 9],
  ["%", 9],
  ["_", 0],
  ["Olszyny", 0],
])("is found by where it takes place: %s", async (place, found) => {
  expect(await count({ place })).toBe(found);
});

it.each([
  // of 36, by the sixes in which they were made
  [["MORNING"], 6],
  [["AFTERNOON"], 12],
  [["EVENING"], 12],
  [["WEEKEND"], 12],
  [["MORNING", "WEEKEND"], 18],
])("is found by when somebody can come: %j", async (timesOfDay, found) => {
  expect(await count({ timesOfDay })).toBe(found);
});

it("refuses a page that is too large, and a cursor of another list", async () => {
  const other = await list(kipus.token, { order: "NAME" }, 1);
  const asked: [first: number, after: string | null][] = [
    [101, null],
    [0, null],
    [10, other.pageInfo.endCursor],
    [10, "bzdura"],
  ];
  for (const [first, after] of asked) {
    const { errors } = await kipus.ask(LIST, {
      id: centre.globalId,
      filter: {},
      first,
      after,
    });
    expect(["BAD_USER_INPUT", "TOO_COSTLY"]).toContain(
      errors?.[0]?.extensions?.["code"],
    );
  }
});

it("gives a stranger bands and no numbers, wherever she asks", async () => {
  const { data, errors } = await api.ask<{
    centre: {
      services: { totalCount: number; nodes: Record<string, unknown>[] };
    };
  }>(
    null,
    `query ($id: ID!) { centre(id: $id) { services(first: 100) { totalCount nodes {
       availability visibility offerable staleAfterDays capacity { total } matchReasons { kind value }
       firstWaitingReferral { id } referralObstacle viewerCanRefer viewerCanSetCapacity
       partner { contactPersons { name } agreements { number } } } } } }`,
    { id: centre.globalId },
  );
  expect(errors).toBeUndefined();
  const services = data?.centre.services;
  expect(services?.totalCount).toBe(32);
  for (const service of services?.nodes ?? [])
    expect(service).toMatchObject({
      visibility: "PUBLIC",
      offerable: null,
      staleAfterDays: null,
      capacity: null,
      firstWaitingReferral: null,
      referralObstacle: null,
      viewerCanRefer: false,
      viewerCanSetCapacity: false,
      partner: { contactPersons: [], agreements: [] },
    });
  expect(JSON.stringify(services)).not.toMatch(/"value":\d/);
});
