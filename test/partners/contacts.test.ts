// The contact persons of an organisation: kept by itself and by the hub, one first, a successor in the same step, each her own word.
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
  id?: string;
  version?: number;
  roles?: string[];
  willingConfirmedBy?: string | null;
  substitute?: { id: string } | null;
  message?: string;
  fields?: { path: string }[];
  contactPerson?: { version: number };
}

const WORDS = `id version roles willingConfirmedBy awayFrom awayTo substitute { id }`;

async function say(
  by: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Told> {
  const type = verb.charAt(0).toUpperCase() + verb.slice(1);
  const moved =
    verb === "addContactPerson"
      ? ""
      : "... on ContactMoved { contactPerson { version } }";
  const { data, errors } = await by.ask<{ told: Told }>(
    `mutation ($input: ${type}Input!) { told: ${verb}(input: $input) { __typename
       ... on ContactPerson { ${WORDS} } ${moved} ... on Problem { message } ... on InvalidInput { fields { path } } } }`,
    { input },
  );
  return (
    data?.told ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

const words = (given: Record<string, unknown> = {}) => ({
  name: "Ola Kowal",
  workEmail: `${aKey().slice(0, 8)}@organizacja.example`,
  workPhone: "600 700 800",
  duties: [],
  deputy: false,
  ...given,
});

const add = (partner: TestPartner, given = {}, by = ous) =>
  say(by, "addContactPerson", {
    requestKey: aKey(),
    partnerId: partner.globalId,
    person: words(given),
  });

async function of(partner: TestPartner) {
  const { data } = await ous.ask<{
    node: {
      contactAlert: string | null;
      contactPersons: { id: string; name: string; roles: string[] }[];
    };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { contactAlert contactPersons { id name roles } } } }`,
    { id: partner.globalId },
  );
  if (!data) throw new Error("no partner");
  return data.node;
}

async function rolesOf(partner: TestPartner) {
  const { contactPersons } = await of(partner);
  return Object.fromEntries(
    contactPersons.map(({ name, roles }) => [name, roles]),
  );
}

it("takes the first one as primary, one deputy, and hands over only with a successor in the same step", async () => {
  const partner = await centre.aPartner();
  const admin = await partner.aPerson("PARTNER_ADMIN");
  expect((await of(partner)).contactAlert).toBe("NO_PRIMARY");
  const first = await add(partner, { name: "Ala Pierwsza" }, admin);
  expect(first).toMatchObject({ roles: ["PRIMARY"], version: 1 });
  const second = await add(partner, {
    name: "Ewa Druga",
    deputy: true,
    duties: ["REFERRALS"],
  });
  expect(second.roles).toEqual(["DEPUTY", "REFERRALS"]);
  const third = await add(partner, { name: "Iza Trzecia", deputy: true });
  expect((await of(partner)).contactPersons.map(({ roles }) => roles)).toEqual([
    ["PRIMARY"],
    ["REFERRALS"],
    ["DEPUTY"],
  ]);

  const leaves = { contactPersonId: first.id, ifVersion: 1 };
  expect((await say(admin, "removeContactPerson", leaves)).fields).toEqual([
    { path: "successorId" },
  ]);
  // somebody of another organisation is no successor
  const foreign = await add(await centre.aPartner());
  expect(
    (
      await say(admin, "removeContactPerson", {
        ...leaves,
        successorId: foreign.id,
      })
    ).fields,
  ).toEqual([{ path: "successorId" }]);
  expect((await of(partner)).contactPersons).toHaveLength(3);
  const heir = await say(admin, "removeContactPerson", {
    ...leaves,
    successorId: third.id,
  });
  expect(heir).toMatchObject({ id: third.id, roles: ["PRIMARY"] });
  expect((await of(partner)).contactPersons.map(({ name }) => name)).toEqual([
    "Iza Trzecia",
    "Ewa Druga",
  ]);
  const back = await say(ous, "makePrimaryContact", {
    contactPersonId: second.id,
    ifVersion: 2,
  });
  expect(back.roles).toEqual(["PRIMARY", "REFERRALS"]);
  // who was first stands in from here on
  expect(await rolesOf(partner)).toEqual({
    "Ewa Druga": ["PRIMARY", "REFERRALS"],
    "Iza Trzecia": ["DEPUTY"],
  });
});

it("lets the first one and the deputy change places, and keeps what each has said", async () => {
  const partner = await centre.aPartner();
  const first = await add(partner, { name: "Ala Pierwsza" });
  await say(ous, "confirmContactWilling", {
    contactPersonId: first.id,
    how: "rozmowa 24 listopada",
  });
  const second = await add(partner, { name: "Ewa Druga", deputy: true });
  await add(partner, { name: "Iza Trzecia" });
  await say(ous, "makePrimaryContact", {
    contactPersonId: second.id,
    ifVersion: 1,
  });
  expect(await rolesOf(partner)).toEqual({
    "Ewa Druga": ["PRIMARY"],
    "Ala Pierwsza": ["DEPUTY"],
    "Iza Trzecia": [],
  });
  expect((await of(partner)).contactAlert).toBe("NOT_WILLING");
  const again = await say(ous, "makePrimaryContact", {
    contactPersonId: first.id,
    ifVersion: 3,
  });
  expect(again.willingConfirmedBy).toBe("HUB");
});

it("does once what has one key, tells of all faults, and of a change in between", async () => {
  const partner = await centre.aPartner();
  const requestKey = aKey();
  const input = { requestKey, partnerId: partner.globalId, person: words() };
  const [one, two] = [
    await say(ous, "addContactPerson", input),
    await say(ous, "addContactPerson", input),
  ];
  expect(two.id).toBe(one.id);
  const wrong = await add(partner, {
    name: "",
    workEmail: "nie",
    workPhone: "12",
  });
  expect(wrong.fields?.map(({ path }) => path)).toEqual([
    "person.name",
    "person.workEmail",
    "person.workPhone",
  ]);
  const change = {
    contactPersonId: one.id,
    ifVersion: 1,
    person: words({ name: "Ola Nowak" }),
  };
  expect((await say(ous, "changeContactPerson", change)).version).toBe(2);
  expect(await say(ous, "changeContactPerson", change)).toMatchObject({
    __typename: "ContactMoved",
    contactPerson: { version: 2 },
  });
  // letters about referrals need an address
  expect(
    (
      await say(ous, "changeContactPerson", {
        ...change,
        ifVersion: 2,
        person: words({ workEmail: null }),
      })
    ).fields,
  ).toEqual([{ path: "person.workEmail" }]);
});

it("lets her alone say that she is willing, or the hub that it has asked her; another name asks anew", async () => {
  const partner = await centre.aPartner();
  const [admin, herself] = [
    await partner.aPerson("PARTNER_ADMIN"),
    await partner.aPerson("PARTNER_VIEWER"),
  ];
  const one = await add(partner, { workEmail: herself.email }, admin);
  const willing = { contactPersonId: one.id };
  expect((await of(partner)).contactAlert).toBe("NOT_WILLING");
  expect((await say(admin, "confirmContactWilling", willing)).__typename).toBe(
    "FORBIDDEN",
  );
  expect(await say(herself, "confirmContactWilling", willing)).toMatchObject({
    willingConfirmedBy: "HERSELF",
    version: 2,
  });
  expect((await of(partner)).contactAlert).toBe(null);
  // she changes nothing else of the entry
  expect(
    (
      await say(herself, "changeContactPerson", {
        ...willing,
        ifVersion: 2,
        person: words(),
      })
    ).__typename,
  ).toBe("FORBIDDEN");
  // what she said herself, she said at that address
  const elsewhere = await say(admin, "changeContactPerson", {
    ...willing,
    ifVersion: 2,
    person: words({ workEmail: "inny@org.example" }),
  });
  expect(elsewhere.willingConfirmedBy).toBe(null);
  await say(ous, "confirmContactWilling", { ...willing, how: "rozmowa" });
  const other = await say(admin, "changeContactPerson", {
    ...willing,
    ifVersion: 4,
    person: words({ name: "Ktoś Inny", workEmail: "inny@org.example" }),
  });
  expect(other.willingConfirmedBy).toBe(null);
  expect((await say(ous, "confirmContactWilling", willing)).fields).toEqual([
    { path: "how" },
  ]);
  const noted = await say(ous, "confirmContactWilling", {
    ...willing,
    how: "rozmowa 24 listopada",
  });
  expect(noted.willingConfirmedBy).toBe("HUB");
  // nor does the database keep what she said at another address
  const kept = await centre.asSystem(async (work) => {
    await work.rows(
      `update contact_person set willing_confirmed_by = 'HERSELF' where partner_id = $1`,
      [partner.id],
    );
    await work.rows(
      `update contact_person set work_email = 'dalej@org.example' where partner_id = $1`,
      [partner.id],
    );
    return work.rows(
      `select willing_confirmed_at, willing_confirmed_by from contact_person where partner_id = $1`,
      [partner.id],
    );
  });
  expect(kept).toEqual([
    { willing_confirmed_at: null, willing_confirmed_by: null },
  ]);
});

it("keeps absences in order, and nobody stands in who is away herself", async () => {
  const partner = await centre.aPartner();
  const herself = await partner.aPerson("PARTNER_EDITOR");
  const one = await add(partner, { workEmail: herself.email });
  const two = await add(partner, { deputy: true });
  const away = (given: Record<string, unknown>) =>
    say(herself, "setContactAbsence", {
      contactPersonId: one.id,
      ifVersion: 1,
      from: "2026-11-30",
      to: "2026-12-04",
      ...given,
    });
  expect((await away({ to: null })).fields).toEqual([{ path: "to" }]);
  expect((await away({ to: "2026-11-29" })).fields).toEqual([{ path: "to" }]);
  expect((await away({ from: "2026-11-01", to: "2026-11-10" })).fields).toEqual(
    [{ path: "to" }],
  );
  expect((await away({ substituteId: one.id })).fields).toEqual([
    { path: "substituteId" },
  ]);
  expect(await away({ substituteId: two.id })).toMatchObject({
    version: 2,
    substitute: { id: two.id },
  });
  const busy = await say(ous, "setContactAbsence", {
    contactPersonId: two.id,
    ifVersion: 1,
    from: "2026-12-04",
    to: "2026-12-04",
    substituteId: one.id,
  });
  expect(busy.fields).toEqual([{ path: "substituteId" }]);
  // who stood in leaves, and nobody is left without a word
  await say(ous, "removeContactPerson", {
    contactPersonId: two.id,
    ifVersion: 1,
  });
  const back = await away({ ifVersion: 3, from: null, to: null });
  expect(back).toMatchObject({ version: 4, substitute: null });
});

it("finds who lacks a deputy or anybody to turn to, and tells of it nothing to who does not read it", async () => {
  const partner = await centre.aPartner({ name: "Wzorowa organizacja" });
  const one = await add(partner);
  await say(ous, "confirmContactWilling", {
    contactPersonId: one.id,
    how: "rozmowa",
  });
  const found = async (by: Person, filter: Record<string, unknown>) => {
    const { data } = await by.ask<{
      centre: { partners: { nodes: { name: string }[] } };
    }>(
      `query ($id: ID!, $filter: PartnerFilter) { centre(id: $id) { partners(filter: $filter) { nodes { name } } } }`,
      { id: centre.globalId, filter: { text: "wzorowa", ...filter } },
    );
    return data?.centre.partners.nodes.length;
  };
  const council = await centre.aPerson("AUTHORITY");
  expect(await found(ous, { withoutDeputy: true })).toBe(1);
  expect(await found(ous, { withContactAlert: true })).toBe(0);
  expect(await found(council, { withContactAlert: true })).toBe(1);
  await add(partner, { deputy: true });
  expect(await found(ous, { withoutDeputy: true })).toBe(0);
  expect(await found(ous, { statuses: ["FORMER"] })).toBe(0);
  expect(await found(ous, { statuses: ["ACTIVE", "FORMER"] })).toBe(1);
});

it("writes events without a word of anybody", async () => {
  const partner = await centre.aPartner();
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const one = await add(partner, { name: "Tajemnicza Osoba" }, admin);
  await say(admin, "setContactAbsence", {
    contactPersonId: one.id,
    ifVersion: 1,
    from: "2026-11-30",
    to: "2026-12-04",
  });
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; facts: unknown }>(
      `select type, facts from event where partner_id = $1 order by position`,
      [partner.id],
    ),
  );
  expect(events).toEqual([
    { type: "ContactPersonNamed", facts: { primary: true, deputy: false } },
    { type: "ContactAbsenceSet", facts: { away: true, version: 2 } },
  ]);
});
