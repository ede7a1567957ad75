// The implementation plan: what fits together, what is missing in each row, and whose money is seen by whom.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertProgramme } from "../support/programmes.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import { programming } from "./programming.js";

let api: Api;
let centre: TestCentre;
let ous: Person;
let ngo: TestPartner;
let programmeId: string;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  ous = await centre.aPerson("OUS");
  ngo = await centre.aPartner({ agreement: { kind: "GRANT_CONTRACT" } });
  const as = programming(ous);
  const networkId = await as.aPartnership(centre);
  await as.join(centre, networkId, ngo);
  programmeId = await centre.asSystem((work) => insertProgramme(work));
  await as.link({ programmeId, ifVersion: 1, networkId });
});
afterAll(() => api.close());

interface Row {
  id: string;
  version: number;
  gaps: string[];
  amountGrosze: number | null;
  partner: { id: string } | null;
}

type Outcome = Told & Partial<Row> & { row?: { version: number } };

const ROW = "id version gaps amountGrosze partner { id }";

async function plan(row: Record<string, unknown>): Promise<Outcome> {
  const { data, errors } = await ous.ask<{ outcome: Outcome }>(
    `mutation ($input: PlanServiceInput!) { outcome: planService(input: $input) { __typename
       ... on PlanRow { ${ROW} } ... on InvalidInput { fields { path message } } } }`,
    {
      input: {
        requestKey: aKey(),
        programmeId,
        row: { state: "PLANNED", ...row },
      },
    },
  );
  return data?.outcome ?? { __typename: String(errors?.[0]?.message) };
}

const pathsOf = ({ fields }: Outcome) => fields?.map(({ path }) => path);

async function agreementOf(partner: TestPartner): Promise<string> {
  const { data } = await ous.ask<{ node: { agreements: { id: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { agreements { id } } } }`,
    { id: partner.globalId },
  );
  return data?.node.agreements[0]?.id ?? "";
}

it("tells what is missing, row by row", async () => {
  const future = { plannedOn: "2027-01-01", amountGrosze: 100 };
  const grant = { mode: "GRANT_SUPPORT", ...future };
  const agreementId = await agreementOf(ngo);
  const service = await ngo.aService();
  const empty = await ngo.aService({ total: 0 });
  const stranger = await centre.aPartner({ agreement: { toDays: -1 } });
  const over = await agreementOf(stranger);
  const short = await centre.aPartner({
    agreement: { toDays: 5 },
  });
  const rows: [gaps: string[], row: Record<string, unknown>][] = [
    [
      ["NO_PROVIDER", "DATE_PASSED", "NO_MONEY"],
      { serviceName: "Nowa", mode: "GRANT_SUPPORT", plannedOn: "2026-11-23" },
    ],
    [[], { ...grant, serviceId: service.globalId, agreementId }],
    [["NO_AGREEMENT"], { ...grant, serviceId: service.globalId }],
    [["NO_CAPACITY"], { ...grant, serviceId: empty.globalId, agreementId }],
    [
      ["OUTSIDE_PARTNERSHIP", "AGREEMENT_NOT_IN_FORCE"],
      {
        mode: "COOPERATION_ONLY",
        serviceName: "Cudza",
        partnerId: stranger.globalId,
        agreementId: over,
      },
    ],
    [
      ["OUTSIDE_PARTNERSHIP", "AGREEMENT_ENDS_BEFORE"],
      {
        mode: "COOPERATION_ONLY",
        plannedOn: future.plannedOn,
        serviceName: "Krótka",
        partnerId: short.globalId,
        agreementId: await agreementOf(short),
      },
    ],
    // the centre itself asks no paper of itself
    [
      [],
      {
        ...future,
        mode: "OWN_UNIT_PLAN",
        serviceName: "Własna",
        partnerId: centre.hub.globalId,
      },
    ],
    [
      [],
      {
        mode: "GRANT_SUPPORT",
        serviceName: "Zaniechana",
        plannedOn: "2026-01-01",
        state: "DROPPED",
      },
    ],
  ];
  for (const [gaps, row] of rows) {
    const { gaps: told, fields } = await plan(row);
    expect([told, fields]).toEqual([gaps, undefined]);
  }
});

it("holds together what belongs together", async () => {
  const company = await centre.aPartner({
    agreement: { kind: "PROCUREMENT_CONTRACT" },
  });
  await centre.asSystem((work) =>
    work.rows(`update partner set sector = 'PRIVATE' where id = $1`, [
      company.id,
    ]),
  );
  const [grant, purchase] = [
    await agreementOf(ngo),
    await agreementOf(company),
  ];
  const bought = { serviceName: "Kupiona", mode: "PUBLIC_PROCUREMENT" };
  const rows: [paths: string[] | undefined, row: Record<string, unknown>][] = [
    [["row.serviceName"], { mode: "COOPERATION_ONLY" }],
    [
      ["row.mode"],
      { ...bought, mode: "GRANT_DELEGATION", partnerId: company.globalId },
    ],
    [
      ["row.amountGrosze"],
      { ...bought, mode: "SUPPORTING_ACTIVITY", amountGrosze: 5 },
    ],
    [
      ["row.agreementId"],
      { ...bought, partnerId: ngo.globalId, agreementId: purchase },
    ],
    [
      ["row.agreementId"],
      { ...bought, partnerId: ngo.globalId, agreementId: grant },
    ],
    [
      undefined,
      { ...bought, partnerId: company.globalId, agreementId: purchase },
    ],
    [
      ["row.partnerId"],
      {
        ...bought,
        serviceName: null,
        serviceId: (await ngo.aService()).globalId,
        partnerId: company.globalId,
      },
    ],
    [["row.amountGrosze"], { ...bought, amountGrosze: 2_000_000_001 }],
  ];
  for (const [paths, row] of rows)
    expect(pathsOf(await plan(row))).toEqual(paths);
});

it("stands in the order in which it was planned; what was planned at one moment, by its day and its words", async () => {
  const planned = await centre.asSystem(async (work) => {
    const programme = await insertProgramme(work);
    const at = fromGlobalId("Programme", programme);
    for (const [called, day] of [
      ["Żłobek", "2027-01-01"],
      ["Świetlica", "2027-02-01"],
      ["Akademia", "2027-02-01"],
    ])
      await work.rows(
        `insert into plan_row (centre_id, id, programme_id, service_name, mode, planned_on, state, version, created_at, updated_at)
         values ($1, gen_random_uuid(), $2, $3, 'COOPERATION_ONLY', $4, 'PLANNED', 1, $5, $5)`,
        [work.centreId, at, called, day, work.now],
      );
    return programme;
  });
  const { data } = await ous.ask<{ node: { plan: { serviceName: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Programme { plan { serviceName } } } }`,
    { id: planned },
  );
  expect(data?.node.plan.map(({ serviceName }) => serviceName)).toEqual([
    "Żłobek",
    "Akademia",
    "Świetlica",
  ]);
});

it("is changed against the version that was seen, and shows money to whom it concerns", async () => {
  const made = await plan({
    mode: "GRANT_SUPPORT",
    serviceName: "Za pieniądze",
    partnerId: ngo.globalId,
    amountGrosze: 700,
  });
  const change = async (ifVersion: number) => {
    const { data } = await ous.ask<{ outcome: Outcome }>(
      `mutation ($input: ChangePlanRowInput!) { outcome: changePlanRow(input: $input) { __typename
         ... on PlanRow { ${ROW} } ... on PlanRowMoved { planned { version } } } }`,
      {
        input: {
          planRowId: made.id,
          ifVersion,
          row: {
            mode: "GRANT_SUPPORT",
            serviceName: "Za pieniądze",
            partnerId: ngo.globalId,
            amountGrosze: 900,
            state: "CONTRACTED",
          },
        },
      },
    );
    return data?.outcome;
  };
  expect(await change(1)).toMatchObject({ version: 2, amountGrosze: 900 });
  expect(await change(1)).toMatchObject({
    __typename: "PlanRowMoved",
    planned: { version: 2 },
  });
  const amounts = async (person: Person) => {
    const { data } = await person.ask<{
      node: { plannedGrosze: number | null; plan: Row[] };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Programme { plannedGrosze plan { ${ROW} } } } }`,
      { id: programmeId },
    );
    const seen = data?.node.plan.filter(({ amountGrosze }) => amountGrosze);
    return {
      sum: data?.node.plannedGrosze !== null,
      of: new Set(seen?.map(({ partner }) => partner?.id)),
    };
  };
  expect(await amounts(ous)).toEqual({
    sum: true,
    of: new Set([ngo.globalId, centre.hub.globalId]),
  });
  expect(await amounts(await ngo.aPerson("PARTNER_ADMIN"))).toEqual({
    sum: false,
    of: new Set([ngo.globalId]),
  });
  expect(await amounts(await ngo.aPerson("PARTNER_EDITOR"))).toEqual({
    sum: false,
    of: new Set(),
  });
  expect(await amounts(await centre.aPerson("AUTHORITY"))).toMatchObject({
    sum: true,
  });
  expect(await amounts(await centre.aPerson("KIPUS"))).toEqual({
    sum: false,
    of: new Set(),
  });
});
