// The register: corrected by the hub, described by the organisation itself, and no organisation in it twice.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let ous: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  ous = await centre.aPerson("OUS");
});
afterAll(() => api.close());

interface Told {
  __typename: string;
  version?: number;
  status?: string;
  statusReason?: string | null;
  nip?: string | null;
  regon?: string | null;
  missingNumbers?: string[];
  suggestedStakeholderType?: string | null;
  stakeholderType?: string | null;
  partners?: { name: string }[];
  partner?: { version: number };
  fields?: { path: string }[];
}

const WORDS = `version status statusReason nip regon missingNumbers suggestedStakeholderType stakeholderType`;

async function say(
  verb:
    | "changePartner"
    | "correctDataRole"
    | "suspendPartner"
    | "resumePartner",
  partner: TestPartner,
  ifVersion: number,
  given: Record<string, unknown>,
  by = ous,
): Promise<Told> {
  const type = verb.charAt(0).toUpperCase() + verb.slice(1);
  const known =
    verb === "changePartner"
      ? "... on PartnerLooksKnown { partners { name } }"
      : "";
  const { data, errors } = await by.ask<{ told: Told }>(
    `mutation ($input: ${type}Input!) { told: ${verb}(input: $input) { __typename ... on Partner { ${WORDS} } ${known}
       ... on PartnerMoved { partner { version } } ... on InvalidInput { fields { path } } } }`,
    { input: { partnerId: partner.globalId, ifVersion, ...given } },
  );
  return (
    data?.told ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

it("takes numbers as people write them, tells all faults at once, and of a change in between", async () => {
  const partner = await centre.aPartner();
  const wrong = await say("changePartner", partner, 1, {
    name: "X",
    nip: "8567346216",
    regon: "732065834",
    krs: "123",
    terc: "9701013",
    areasServed: ["9801013", "1"],
    website: "splot",
    phone: "12",
    cisDecision: "PS/1",
  });
  expect(wrong.fields?.map(({ path }) => path)).toEqual([
    "name",
    "nip",
    "regon",
    "krs",
    "terc",
    "areasServed",
    "website",
    "phone",
    "cisDecision",
  ]);
  const changed = await say("changePartner", partner, 1, {
    nip: "PL 856-734-62-15",
    regon: "123 456 785",
    reintegrationAim: "MAIN",
  });
  expect(changed).toMatchObject({
    nip: "8567346215",
    regon: "123456785",
    missingNumbers: ["KRS"],
    version: 2,
    suggestedStakeholderType: "A",
    // the type of the membership stays what it is
    stakeholderType: "B",
  });
  expect(
    await say("changePartner", partner, 1, { address: "Rynek 1" }),
  ).toMatchObject({ __typename: "PartnerMoved", partner: { version: 2 } });
  // corrected, yes; taken away, no
  expect(
    (await say("changePartner", partner, 2, { nip: null })).fields,
  ).toEqual([{ path: "nip" }]);
});

it("takes a REGON once, a KRS once but of units, and asks whether a shared NIP or a like name is another one", async () => {
  const one = await centre.aPartner({ name: "Bank Żywności w Zatoczu" });
  const two = await centre.aPartner({ name: "Stowarzyszenie Przystań" });
  const numbers = { nip: "1234563218", regon: "192598184", krs: "0009000022" };
  expect((await say("changePartner", one, 1, numbers)).__typename).toBe(
    "Partner",
  );
  const second = (given: Record<string, unknown>) =>
    say("changePartner", two, 1, given);
  expect((await second({ regon: "192598184" })).fields).toEqual([
    { path: "regon" },
  ]);
  expect((await second({ krs: "0009000022" })).fields).toEqual([
    { path: "krs" },
  ]);
  for (const like of [
    { nip: "1234563218" },
    { name: "bank zywnosci w zatoczu" },
  ])
    expect(await second(like)).toMatchObject({
      __typename: "PartnerLooksKnown",
      partners: [{ name: "Bank Żywności w Zatoczu" }],
    });
  // its legal form, quotes and what stands in brackets make no other organisation
  const oddech = "Fundacja „Oddech” (opiekunowie osób zależnych)";
  await centre.aPartner({ name: oddech });
  for (const name of ["Fundacja Oddech", "ODDECH – stowarzyszenie"])
    expect(await second({ name })).toMatchObject({
      __typename: "PartnerLooksKnown",
      partners: [{ name: oddech }],
    });
  expect((await second({ name: "Fundacja Źródło" })).__typename).toBe(
    "Partner",
  );
  expect(
    (
      await say("changePartner", two, 2, {
        nip: "1234563218",
        isAnother: true,
      })
    ).__typename,
  ).toBe("Partner");
});

it("lets an organisation describe itself, and leaves what it is to the hub", async () => {
  const partner = await centre.aPartner();
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const own = await say(
    "changePartner",
    partner,
    1,
    {
      address: "Rynek 2",
      website: "https://przystan.example",
      areasServed: ["9801013", "9801013"],
      statutoryAims: "pomoc sąsiedzka",
      accessibility: ["WHEELCHAIR"],
    },
    admin,
  );
  expect(own).toMatchObject({ __typename: "Partner", version: 2 });
  for (const given of [{ name: "Inna nazwa" }, { krs: "0009000099" }])
    expect(
      (await say("changePartner", partner, 2, given, admin)).__typename,
    ).toBe("FORBIDDEN");
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; facts: unknown }>(
      `select type, facts from event where subject_id = $1`,
      [partner.id],
    ),
  );
  expect(events).toEqual([{ type: "PartnerChanged", facts: { version: 2 } }]);
});

it("lets a partner rest with a reason that others do not read, and resume; the hub never rests", async () => {
  const partner = await centre.aPartner();
  const service = await partner.aService();
  const isReferable = async () => {
    const [row] = await centre.asSystem((work) =>
      work.rows<{ open: boolean }>(
        `select referable_from is not null as open from service where id = $1`,
        [service.id],
      ),
    );
    return row?.open;
  };
  expect(await isReferable()).toBe(true);
  expect(
    (await say("suspendPartner", partner, 1, { reason: "" })).fields,
  ).toEqual([{ path: "reason" }]);
  expect(
    await say("suspendPartner", partner, 1, { reason: "remont do wiosny" }),
  ).toMatchObject({ status: "SUSPENDED", statusReason: "remont do wiosny" });
  const kipus = await centre.aPerson("KIPUS");
  const { data } = await kipus.ask<{ node: Told }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { status statusReason } } }`,
    { id: partner.globalId },
  );
  expect(data?.node).toEqual({ status: "SUSPENDED", statusReason: null });
  expect(await isReferable()).toBe(false);
  // what it publishes meanwhile stays nobody's secret
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const { data: made } = await editor.ask<{ made: { id: string } }>(
    `mutation ($input: PublishServiceInput!) { made: publishService(input: $input) { ... on Service { id } } }`,
    {
      input: {
        requestKey: aKey(),
        name: "Nowa po remoncie",
        area: "CULTURE",
        group: "B1",
        form: "GROUP",
        capacityUnit: "PLACES",
        capacityTotal: 5,
      },
    },
  );
  const { data: found } = await kipus.ask<{ node: { id: string } | null }>(
    `query ($id: ID!) { node(id: $id) { id } }`,
    { id: made?.made.id },
  );
  expect(found?.node?.id).toBe(made?.made.id);
  expect(await say("resumePartner", partner, 2, {})).toMatchObject({
    status: "ACTIVE",
    statusReason: null,
    version: 3,
  });
  expect(await isReferable()).toBe(true);
  expect((await say("resumePartner", partner, 3, {})).fields).toEqual([
    { path: "partnerId" },
  ]);
  expect(
    (await say("suspendPartner", centre.hub, 1, { reason: "nigdy" })).fields,
  ).toEqual([{ path: "partnerId" }]);
});

it("corrects the part in the protection of data with a reason: what needed no agreement needs one from then on", async () => {
  const unit = await centre.aPartner({
    agreement: null,
    dataRole: "SAME_CONTROLLER",
  });
  const service = await unit.aService();
  const isReferable = async () => {
    const [row] = await centre.asSystem((work) =>
      work.rows<{ open: boolean }>(
        `select referable_from is not null as open from service where id = $1`,
        [service.id],
      ),
    );
    return row?.open;
  };
  const correct = (ifVersion: number, dataRole: string, reason = "pomyłka") =>
    say("correctDataRole", unit, ifVersion, { dataRole, reason });
  expect((await correct(1, "PROCESSOR", "")).fields).toEqual([
    { path: "reason" },
  ]);
  expect(await correct(1, "SEPARATE_CONTROLLER")).toMatchObject({ version: 2 });
  expect(await isReferable()).toBe(false);
  expect((await correct(1, "PROCESSOR")).__typename).toBe("PartnerMoved");
  expect(await correct(2, "SAME_CONTROLLER")).toMatchObject({ version: 3 });
  expect(await isReferable()).toBe(true);
  const foreign = await centre.aPartner();
  const refused = { dataRole: "SAME_CONTROLLER", reason: "bo tak" };
  for (const partner of [foreign, centre.hub])
    expect((await say("correctDataRole", partner, 1, refused)).fields).toEqual([
      { path: "dataRole" },
    ]);
});
