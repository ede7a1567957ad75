// What a programme lets travel: each list of personal data against each level, in the rule, through the graph and in the database.
import { DisclosureLevel } from "../../server/partners/index.js";
import {
  highestLevel,
  PersonalDataField,
} from "../../server/programmes/personal-data.js";
import { outcomeOf, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertProgramme } from "../support/programmes.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";

let api: Api;
let centre: TestCentre;
let partner: TestPartner;
let kipus: Person;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  partner = await centre.aPartner();
  kipus = await centre.aPerson("KIPUS");
});
afterAll(() => api.close());

const CONTACT = ["FIRST_NAME", "CONTACT_CHANNEL"] as const;
const lists: [level: DisclosureLevel, fields: readonly PersonalDataField[]][] =
  [
    ["L0_TOKEN", []],
    ["L0_TOKEN", ["AGE_BAND", "SURNAME", "INCOME"]],
    ["L1_CONTACT", [...CONTACT, "ACCESS_NEEDS"]],
    ["L1_CONTACT", [...CONTACT, "HEALTH_STATE"]],
    ["L2_IDENTITY", [...CONTACT, "SURNAME", "BIRTH_YEAR"]],
    ["L3_SENSITIVE", [...CONTACT, "SURNAME", "DISABILITY_DEGREE"]],
    ["L3_SENSITIVE", Object.values(PersonalDataField)],
  ];

it.each(lists)("%s is the most of %j", (level, fields) => {
  expect(highestLevel(fields)).toBe(level);
});

it("is the same in the database for every list", async () => {
  const fields = Object.values(PersonalDataField);
  const many = [
    ...lists.map(([, list]) => [...list]),
    ...fields.map((field) => [field]),
    ...fields.map((field) => [...CONTACT, "SURNAME" as const, field]),
  ];
  const told = await centre.asSystem((work) =>
    work.rows<{ rank: number }>(
      `select programme_rank(array(select jsonb_array_elements_text(list))) as rank
       from jsonb_array_elements($1::jsonb) with ordinality as l(list, nth) order by nth`,
      [JSON.stringify(many)],
    ),
  );
  const levels = Object.values(DisclosureLevel);
  expect(told.map(({ rank }) => levels[rank])).toEqual(
    many.map((list) => highestLevel(list)),
  );
});

async function aService(
  fields: readonly PersonalDataField[],
): Promise<Offered> {
  const service = await partner.aService();
  await centre.asSystem((work) =>
    insertProgramme(work, { personalData: fields, services: [service] }),
  );
  return service;
}

it("caps referrals to its services, whatever basis there is", async () => {
  const service = await aService([...CONTACT]);
  const free = await partner.aService();
  const caseId = await centre.aCase(kipus);
  await centre.aBasis({
    caseId: Buffer.from(caseId, "base64url").toString().split(":")[1] ?? "",
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L2_IDENTITY",
    revoked: false,
  });
  const at = (disclosureLevel: DisclosureLevel, to = service) =>
    send(kipus, to, { caseId, disclosureLevel });
  expect((await at("L0_TOKEN")).__typename).toBe("Referral");
  expect((await at("L1_CONTACT")).__typename).toBe("Referral");
  expect((await at("L2_IDENTITY", free)).__typename).toBe("Referral");
  const more = await at("L2_IDENTITY");
  expect(more.__typename).toBe("BasisMissing");
  expect(more.message).toMatch(
    /^Program „.*” pozwala przekazać najwyżej: dane do kontaktu \(/,
  );
});

async function historyOf(by: Person, id: string) {
  const { data } = await by.ask<{ node: { changes: unknown[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Programme { changes {
       kind resolutionNumber byName service { id } } } } }`,
    { id },
  );
  return data?.node.changes;
}

const SET = `mutation ($input: SetServiceProgrammeInput!) { outcome: setServiceProgramme(input: $input) {
  __typename ... on Service { programme { id highestLevel } } ... on InvalidInput { fields { path message } } } }`;

it("gets services from the organiser and from who keeps the offer; only she takes one out", async () => {
  const ous = await centre.aPerson("OUS");
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const aProgramme = (given: Parameters<typeof insertProgramme>[1]) =>
    centre.asSystem((work) => insertProgramme(work, given));
  // the partner takes part by a service of its own
  const programmeId = await aProgramme({
    services: [await partner.aService()],
  });
  const unseen = await aProgramme({});
  const { globalId: serviceId } = await partner.aService();
  const set = async (person: Person, further: Record<string, unknown>) =>
    outcomeOf(await person.ask(SET, { input: { serviceId, ...further } }));
  expect(await set(editor, { programmeId: unseen })).toMatchObject({
    fields: [{ path: "programmeId" }],
  });
  expect(await set(editor, { programmeId })).toMatchObject({
    programme: { id: programmeId, highestLevel: "L0_TOKEN" },
  });
  const out = { programmeId: null, ifProgrammeId: programmeId };
  expect((await set(editor, out)).fields?.[0]?.message).toMatch(/Poproś ją/);
  expect((await set(ous, { programmeId: unseen })).fields?.[0]?.path).toBe(
    "serviceId",
  );
  // what the council has adopted, a click does not change
  expect((await set(ous, out)).fields?.[0]?.path).toBe("resolution");
  const resolution = { number: "XXI/3/2026", on: "2099-11-20" };
  expect((await set(ous, { ...out, resolution })).fields?.[0]?.path).toBe(
    "resolution.on",
  );
  resolution.on = "2026-11-20";
  expect(await set(ous, { ...out, resolution })).toMatchObject({
    programme: null,
  });
  expect(await historyOf(ous, programmeId)).toMatchObject([
    {
      kind: "SERVICE_TAKEN_OUT",
      service: { id: serviceId },
      resolutionNumber: "XXI/3/2026",
      byName: ous.name,
    },
    { kind: "SERVICE_ADDED", service: { id: serviceId }, byName: null },
    { kind: "ADOPTED", service: null },
  ]);
  expect(await set(ous, { programmeId: unseen })).toMatchObject({
    programme: { id: unseen },
  });
  const topics = await centre.asSystem((work) =>
    work.rows(
      `select topic from event where type = 'ServiceProgrammeSet' order by position`,
    ),
  );
  expect(topics).toEqual([
    { topic: "OFFER" },
    { topic: "NETWORK" },
    { topic: "NETWORK" },
  ]);
});
