// Quotas: one organisation in several centres, its numbers side by side, each read and set by the rights that one has there.
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import type { Person } from "../support/people.js";
import { aPerson, assign } from "../support/people.js";
import {
  aCentre,
  type TestCentre,
  type TestPartner,
} from "../support/world.js";

const REGON = "990041593";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Seen {
  serviceId: string;
  serviceName: string;
  viewerCanSet: boolean;
  membership: { id: string; centreName: string; current: boolean };
  capacity: { total: number; available: number; version: number };
}

interface Outcome extends Partial<Seen> {
  __typename: string;
  message?: string;
  fields?: { path: string }[];
  quota?: Seen;
}

const QUOTA = `serviceId serviceName viewerCanSet membership { id centreName current } capacity { total available version }`;

async function quotasOf(person: Person): Promise<Seen[]> {
  const { data, errors } = await person.ask<{ viewer: { quotas: Seen[] } }>(
    `{ viewer { quotas { ${QUOTA} } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.viewer.quotas ?? [];
}

/** A refusal stands by its code. */
async function set(
  person: Person,
  { membership, serviceId, capacity }: Seen,
  total: number,
  further: Record<string, unknown> = {},
): Promise<Outcome> {
  const { data, errors } = await person.ask<{ outcome: Outcome }>(
    `mutation ($input: SetQuotaInput!) { outcome: setQuota(input: $input) { __typename
       ... on Quota { ${QUOTA} } ... on QuotaMoved { quota { ${QUOTA} } }
       ... on InvalidInput { fields { path } } ... on Problem { message } } }`,
    {
      input: {
        ...{ membershipId: membership.id, serviceId, total },
        ...{ ifVersion: capacity.version, ...further },
      },
    },
  );
  return (
    data?.outcome ?? {
      __typename: String(errors?.[0]?.extensions?.["code"]),
    }
  );
}

interface Side {
  centre: TestCentre;
  partner: TestPartner;
}

async function aSide(regon: string | null): Promise<Side> {
  const centre = await aCentre(api);
  const partner = await centre.aPartner();
  await centre.asSystem((work) =>
    work.rows(`update partner set regon = $2 where id = $1`, [
      partner.id,
      regon,
    ]),
  );
  return { centre, partner };
}

const ended = (centre: TestCentre, assignmentId: string, column: string) =>
  centre.asSystem((work) =>
    work.rows(`update assignment set ${column} = $2 where id = $1`, [
      assignmentId,
      work.now,
    ]),
  );

it("stand side by side and are set for either centre, each in its own books", async () => {
  const [here, there] = [await aSide(REGON), await aSide(REGON)];
  const person = await here.partner.aPerson("PARTNER_EDITOR");
  await here.partner.aService({ name: "Klub", total: 8 });
  // alone in one centre there is nothing to set side by side
  expect(await quotasOf(person)).toEqual([]);
  await assign(api, person.accountId, {
    centreId: there.centre.id,
    partnerId: there.partner.id,
    roles: ["PARTNER_EDITOR"],
  });
  await there.partner.aService({ name: "Klub", total: 5 });
  // of others there: no organisation sees what another one promised
  await (await there.centre.aPartner()).aService({ name: "Obca" });
  const quotas = await quotasOf(person);
  expect(
    quotas.map(({ serviceName, capacity, membership, viewerCanSet }) => [
      serviceName,
      capacity.total,
      membership.current,
      viewerCanSet,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["Klub", 8, true, true],
      ["Klub", 5, false, true],
    ]),
  );
  expect(quotas).toHaveLength(2);

  const away = quotas.find(({ membership }) => !membership.current);
  if (!away) throw new Error("no quota of the other centre");
  expect(await set(person, away, 6)).toMatchObject({
    __typename: "Quota",
    membership: away.membership,
    capacity: { total: 6, available: 6, version: away.capacity.version + 1 },
  });
  expect(await set(person, away, 7)).toMatchObject({
    __typename: "QuotaMoved",
    quota: { capacity: { total: 6 } },
  });
  expect(
    (await quotasOf(person)).map((one) => one.capacity.total).sort(),
  ).toEqual([6, 8]);
  const lines = await there.centre.asSystem((work) =>
    work.rows(
      `select actor_account_id, actor_partner_id from event where centre_id = $1
       and type = 'CapacityChanged' and facts->>'kind' = 'SET_TOTAL'`,
      [work.centreId],
    ),
  );
  expect(lines).toEqual([
    {
      actor_account_id: person.accountId,
      actor_partner_id: there.partner.id,
    },
  ]);
  for (const { centre } of [here, there])
    expect(await brokenRules(centre)).toEqual({});
  // afterwards she is where she was
  const { data } = await person.ask<{ viewer: { centre: { id: string } } }>(
    `{ viewer { quotas { serviceId } centre { id } } }`,
  );
  expect(data?.viewer.centre.id).toBe(here.centre.globalId);
});

it("are refused below what is taken, and of a service that is another's or nobody's", async () => {
  const [here, there] = [await aSide(REGON), await aSide(REGON)];
  const person = await here.partner.aPerson("PARTNER_EDITOR");
  await assign(api, person.accountId, {
    centreId: there.centre.id,
    partnerId: there.partner.id,
    roles: ["PARTNER_EDITOR"],
  });
  await there.partner.aService({ name: "Klub", total: 5, occupied: 3 });
  const foreign = await (await there.centre.aPartner()).aService();
  const own = await here.partner.aService();
  const [away] = (await quotasOf(person)).filter(
    ({ membership }) => !membership.current,
  );
  if (!away) throw new Error("no quota of the other centre");
  expect((await set(person, away, 2)).message).toMatch(/^Zajęte: 3/);
  expect((await set(person, away, -1)).fields).toEqual([{ path: "total" }]);
  const absent = toGlobalId("Service", "00000000-0000-4000-8000-000000000000");
  for (const serviceId of [foreign.globalId, own.globalId, absent])
    expect(await set(person, away, 9, { serviceId })).toMatchObject({
      __typename: "InvalidInput",
      fields: [{ path: "serviceId" }],
    });
  const stranger = await there.partner.aPerson("PARTNER_EDITOR");
  for (const membershipId of [
    toGlobalId("ViewerMembership", stranger.assignmentId),
    toGlobalId("ViewerMembership", "00000000-0000-4000-8000-000000000000"),
  ])
    expect(await set(person, away, 9, { membershipId })).toMatchObject({
      __typename: "InvalidInput",
      fields: [{ path: "membershipId" }],
    });
  expect((await quotasOf(person)).map((one) => one.capacity.total)).toContain(
    5,
  );
});

it("go by the roles of each centre, and no further than the same organisation", async () => {
  const sides = [
    await aSide(REGON),
    await aSide(`${REGON}00021`),
    await aSide("990042121"),
    await aSide(null),
  ] as const;
  const [here, unit, other, unnumbered] = sides;
  for (const { partner } of sides) await partner.aService({ name: "Klub" });
  const person = await aPerson(
    api,
    {
      centreId: here.centre.id,
      partnerId: here.partner.id,
      roles: ["PARTNER_EDITOR"],
    },
    { factors: 1 },
  );
  const [inUnit] = [
    await assign(api, person.accountId, {
      centreId: unit.centre.id,
      partnerId: unit.partner.id,
      roles: ["PARTNER_VIEWER"],
    }),
    await assign(api, person.accountId, {
      centreId: other.centre.id,
      partnerId: other.partner.id,
      roles: ["PARTNER_EDITOR"],
    }),
    await assign(api, person.accountId, {
      centreId: unnumbered.centre.id,
      partnerId: unnumbered.partner.id,
      roles: ["PARTNER_EDITOR"],
    }),
  ];
  const shown = await quotasOf(person);
  expect(shown).toHaveLength(2);
  const away = shown.find(({ membership }) => !membership.current);
  if (!away) throw new Error("no quota of the other centre");
  expect(away.viewerCanSet).toBe(false);
  expect((await set(person, away, 9)).__typename).toBe("FORBIDDEN");
  // a role there that needs two factors gives nothing to who came with one
  const roles = (given: string[]) =>
    unit.centre.asSystem((work) =>
      work.rows(`update assignment set roles = $2 where id = $1`, [
        inUnit,
        given,
      ]),
    );
  await roles(["PARTNER_ADMIN"]);
  expect(
    (await quotasOf(person)).filter((one) => !one.membership.current),
  ).toEqual([]);
  expect(["FORBIDDEN", "InvalidInput"]).toContain(
    (await set(person, away, 9)).__typename,
  );
  await roles(["PARTNER_EDITOR"]);
  expect(await quotasOf(person)).toHaveLength(2);
  await ended(unit.centre, inUnit, "locked_at");
  expect(await quotasOf(person)).toEqual([]);
  expect((await set(person, away, 9)).fields).toEqual([
    { path: "membershipId" },
  ]);
});
