// The organiser lets an organisation in: registered with its person, its paper on record, its person invited, and the loop closes.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import type { PostOffice } from "./inviting.js";
import { invited, openPostOffice } from "./inviting.js";

let office: PostOffice;
let centre: TestCentre;
let ous: Person;
beforeAll(async () => {
  office = await openPostOffice();
  centre = await aCentre(office.api);
  ous = await centre.aPerson("OUS");
});
afterAll(() => office.close());

const organisation = (given: Record<string, unknown> = {}) => ({
  requestKey: aKey(),
  name: "Stowarzyszenie Sąsiedzkie Pod Lipą",
  kind: "NGO",
  stakeholderType: "C",
  dataRole: "SEPARATE_CONTROLLER",
  declaredOn: "2026-11-20",
  contact: {
    name: "Osoba Kontaktowa",
    workEmail: "Kontakt@Lipa.example",
    workPhone: "600 700 800",
  },
  ...given,
});

interface Made {
  __typename: string;
  id?: string;
  message?: string;
  fields?: { path: string }[];
  partners?: { name: string }[];
  sector?: string;
  contactPersons?: Record<string, unknown>[];
}

async function register(
  given: Record<string, unknown>,
  by = ous,
): Promise<Made> {
  const { data, errors } = await by.ask<{ made: Made }>(
    `mutation ($input: RegisterPartnerInput!) { made: registerPartner(input: $input) { __typename
       ... on Partner { id sector stakeholderType contactPersons { name workEmail workPhone primary } }
       ... on PartnerLooksKnown { partners { name } } ... on Problem { message }
       ... on InvalidInput { fields { path } } } }`,
    { input: organisation(given) },
  );
  return data?.made ?? { __typename: String(errors?.[0]?.message) };
}

async function agree(given: Record<string, unknown>): Promise<Made> {
  const { data, errors } = await ous.ask<{ made: Made }>(
    `mutation ($input: RecordSignedAgreementInput!) { made: recordSignedAgreement(input: $input) { __typename
       ... on Agreement { id number status allowsReferrals } ... on Problem { message }
       ... on InvalidInput { fields { path } } } }`,
    {
      input: {
        requestKey: aKey(),
        number: aKey().slice(0, 10),
        kind: "COOPERATION",
        dataRole: "SEPARATE_CONTROLLER",
        signedOn: "2026-11-20",
        validFrom: "2026-11-23",
        ...given,
      },
    },
  );
  return data?.made ?? { __typename: String(errors?.[0]?.message) };
}

it("leads from nothing over an invitation that it accepts to a referral", async () => {
  const made = await register({ declaredOn: null });
  expect(made).toMatchObject({
    __typename: "Partner",
    sector: "NGO",
    contactPersons: [
      {
        name: "Osoba Kontaktowa",
        workEmail: "kontakt@lipa.example",
        workPhone: "+48600700800",
        primary: true,
      },
    ],
  });
  const partnerId = made.id ?? "";
  const cannotBe: [object, string][] = [
    [{ kind: "LSR_ACCORD" }, "kind"],
    [{ dataRole: "SAME_CONTROLLER" }, "dataRole"],
    [{ dataRole: "PROCESSOR" }, "dataRole"],
  ];
  for (const [given, path] of cannotBe)
    expect(await agree({ partnerId, ...given })).toMatchObject({
      fields: [{ path }],
    });
  expect(await agree({ partnerId })).toMatchObject({
    __typename: "Agreement",
    allowsReferrals: true,
  });
  const { token } = await invited(office, centre, ous, {
    partnerId,
    roles: ["PARTNER_VIEWER", "PARTNER_EDITOR"],
  });
  const accepted = await office.run(null, "acceptInvitation", {
    token,
    password: "moje-wlasne-haslo",
  });
  const published = await office.api.ask<{ made: { id: string } }>(
    accepted.token ?? null,
    `mutation ($input: PublishServiceInput!) { made: publishService(input: $input) { ... on Service { id } } }`,
    {
      input: {
        requestKey: aKey(),
        name: "Klub sąsiedzki",
        area: "CULTURE",
        group: "B1",
        form: "GROUP",
        capacityUnit: "PLACES",
        capacityTotal: 5,
      },
    },
  );
  const serviceId = published.data?.made.id ?? "";
  const kipus = await centre.aPerson("KIPUS");
  const neighbour = await (await centre.aPartner()).aPerson("PARTNER_VIEWER");
  const admin = await aPerson(office.api, {
    centreId: centre.id,
    partnerId: fromGlobalId("Partner", partnerId),
    roles: ["PARTNER_ADMIN"],
  });
  const send = async () => {
    const { data } = await kipus.ask<{ made: Record<string, unknown> }>(
      `mutation ($input: SendReferralInput!) { made: sendReferral(input: $input) { __typename ... on Problem { message } } }`,
      { input: { requestKey: aKey(), serviceId } },
    );
    return data?.made;
  };
  // nobody makes it a partner but by its yes
  const { data: resumed } = await ous.ask(
    `mutation ($input: ResumePartnerInput!) { made: resumePartner(input: $input) { __typename ... on InvalidInput { fields { path } } } }`,
    { input: { partnerId, ifVersion: 1 } },
  );
  expect(resumed).toMatchObject({ made: { fields: [{ path: "partnerId" }] } });
  // what it prepares is the hub's to see, and nobody is sent
  const asked = await standing(partnerId);
  expect(asked).toMatchObject({
    status: "INVITED",
    memberships: [{ role: "INVITED", declaredOn: null }],
    services: [{ referralObstacle: "MEMBERSHIP_MISSING" }],
  });
  expect(await standing(partnerId, neighbour)).toMatchObject({ services: [] });
  expect(await send()).toMatchObject({
    message:
      "Ta organizacja ma zaproszenie do sieci i jeszcze go nie przyjęła. Poproś organizatorkę usług.",
  });
  const accept = (input: Record<string, unknown>) =>
    admin.ask(
      `mutation ($input: AcceptMembershipInput!) { made: acceptMembership(input: $input) { __typename ... on InvalidInput { fields { path } } } }`,
      { input: { membershipId: asked?.memberships[0]?.id, ...input } },
    );
  expect((await accept({ declaredOn: "2026-11-20" })).data).toMatchObject({
    made: { fields: [{ path: "declaredOn" }] },
  });
  expect((await accept({})).data).toMatchObject({
    made: { __typename: "NetworkMembership" },
  });
  expect(await standing(partnerId, neighbour)).toMatchObject({
    status: "ACTIVE",
    memberships: [{ role: "MEMBER", declaredOn: null }],
    services: [{ id: serviceId }],
  });
  expect(await send()).toEqual({ __typename: "Referral" });
});

interface Standing {
  status: string;
  memberships: { id: string; role: string; declaredOn: string | null }[];
  services: { id: string; referralObstacle: string }[];
}

async function standing(id: string, by = ous): Promise<Standing | undefined> {
  const { data } = await by.ask<{ node: Standing }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { status memberships { id role declaredOn }
       services { id referralObstacle } } } }`,
    { id },
  );
  return data?.node;
}

it("is a member where it has signed that it joins, on the day of the paper", async () => {
  const { id: signed = "" } = await register({ name: "Towarzystwo Podpisane" });
  const { id: invited = "" } = await register({
    name: "Koło Jeszcze Niepewne",
    declaredOn: null,
  });
  expect(await register({ declaredOn: "2099-01-01" })).toMatchObject({
    fields: [{ path: "declaredOn" }],
  });
  const accept = async (declaredOn: string) => {
    const { data } = await ous.ask<{ made: Made }>(
      `mutation ($input: AcceptMembershipInput!) { made: acceptMembership(input: $input) { __typename ... on InvalidInput { fields { path } } } }`,
      {
        input: {
          membershipId: (await standing(invited))?.memberships[0]?.id,
          reason: "Podpisana deklaracja",
          declaredOn,
        },
      },
    );
    return data?.made;
  };
  expect(await accept("2099-01-01")).toMatchObject({
    fields: [{ path: "declaredOn" }],
  });
  await accept("2026-11-20");
  for (const id of [signed, invited])
    expect(await standing(id)).toMatchObject({
      status: "ACTIVE",
      memberships: [{ role: "MEMBER", declaredOn: "2026-11-20" }],
    });
});

it("takes only a public unit of the centre for the same controller of data, which needs no agreement", async () => {
  const given = { dataRole: "SAME_CONTROLLER", name: "Klub przy CUS" };
  for (const kind of ["NGO", "SERVICE_COMPANY", "SOCIAL_COOPERATIVE", "PUP"])
    expect(await register({ ...given, kind })).toMatchObject({
      fields: [{ path: "dataRole" }],
    });
  const unit = await register({ ...given, kind: "KIS" });
  expect(unit).toMatchObject({ __typename: "Partner", sector: "PUBLIC" });
  const { data } = await ous.ask(
    `mutation ($input: ChangePartnerInput!) { made: changePartner(input: $input) { ... on InvalidInput { fields { path } } } }`,
    { input: { partnerId: unit.id, ifVersion: 1, sector: "NGO" } },
  );
  expect(data).toMatchObject({ made: { fields: [{ path: "sector" }] } });
  // whatever hand writes it
  await expect(
    centre.asSystem((work) =>
      work.rows(
        `update partner set data_role = 'SAME_CONTROLLER' where centre_id = $1`,
        [centre.id],
      ),
    ),
  ).rejects.toThrow("same_controller_is_a_unit");
});

it("is done once with one key", async () => {
  const given = { requestKey: aKey(), name: "Świetlica Za Rzeką" };
  const [one, two] = [await register(given), await register(given)];
  expect(two.id).toBe(one.id);
  expect((await register({ ...given, name: "Inna" })).__typename).toBe(
    "RequestKeyReused",
  );
});

it("warns of one that looks the same, and takes the organiser's word that it is another", async () => {
  await register({ name: "Fundacja Dobry Początek" });
  const again = await register({ name: "fundacja dobry poczatek" });
  expect(again).toMatchObject({
    __typename: "PartnerLooksKnown",
    partners: [{ name: "Fundacja Dobry Początek" }],
  });
  const other = await register({
    name: "fundacja dobry poczatek",
    isAnother: true,
  });
  expect(other.__typename).toBe("Partner");
});

it("takes a REGON once, and no number that is none", async () => {
  const first = await register({
    name: "Pierwsza z REGON",
    regon: "192598184",
  });
  expect(first.__typename).toBe("Partner");
  const second = await register({
    name: "Druga zupełnie inna nazwa",
    regon: "192 598 184",
  });
  expect(second.fields).toEqual([{ path: "regon" }]);
  const wrong = await register({
    name: "X",
    nip: "8567346216",
    regon: "732065834",
    contact: { name: "", workEmail: "nie", workPhone: "12" },
  });
  expect(wrong.fields?.map(({ path }) => path)).toEqual([
    "name",
    "nip",
    "regon",
    "contact.name",
    "contact.workEmail",
    "contact.workPhone",
  ]);
});

it("takes an agreement's number once, its days in order, and none of the hub with itself", async () => {
  const { id: partnerId } = await register({
    name: "Koło Gospodyń Nad Strugą",
  });
  const number = "U-7/2026";
  expect((await agree({ partnerId, number })).__typename).toBe("Agreement");
  expect((await agree({ partnerId, number })).fields).toEqual([
    { path: "number" },
  ]);
  expect((await agree({ partnerId, signedOn: "2028-01-01" })).fields).toEqual([
    { path: "signedOn" },
  ]);
  expect((await agree({ partnerId, validTo: "2026-01-01" })).fields).toEqual([
    { path: "validTo" },
  ]);
  expect((await agree({ partnerId: centre.hub.globalId })).fields).toEqual([
    { path: "partnerId" },
  ]);
});
