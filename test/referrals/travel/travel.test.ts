// What travels with a referral: shown to its sender before, to the partner's people after, the same to the letter, and to nobody else (domain 4.2, 4.3; K2, P4).
import { randomUUID } from "node:crypto";

import { travelChoice } from "../../../server/cases/bases/basis-choice.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../../server/platform/graphql/global-id.js";
import { fieldsOfLevel } from "../../../server/programmes/index.js";
import { linesOf } from "../../audit/recorded.js";
import { ANNA, doCase, openFor } from "../../cases/keeping.js";
import { attempt, memberOf } from "../../permission/second-wall.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import { insertProgramme } from "../../support/programmes.js";
import { insertAgreement } from "../../support/settling.js";
import { listenTo } from "../../support/statements.js";
import { aKey } from "../../support/world.js";
import { stands } from "../chain/listing.js";
import { move, outcomeOf, runTimer, send } from "../referring.js";
import {
  aTravelling,
  basisInput,
  L1,
  L2,
  travel,
  type Travelling,
} from "./travelling.js";

let api: Api;
/** Nothing in it is changed for good. */
let world: Travelling;
beforeAll(async () => {
  api = await openApi();
  world = await aTravelling(api, { service: { total: 1000 } });
});
afterAll(() => api.close());

/** What is held one after the other, by the names of this test. */
const HELD = {
  case: /case_ref.*for (update|share)/is,
  referral: /from "?referral"? .*for update/is,
  basis: /disclosure_basis.*for (update|share)/is,
  numbers: /from "?capacity"? .*for update/is,
};

async function locksOf(act: () => Promise<unknown>): Promise<string[]> {
  const statements = listenTo(api);
  await act();
  const names = statements
    .taken()
    .flatMap((sql) =>
      Object.entries(HELD).flatMap(([name, how]) =>
        how.test(sql) ? [name] : [],
      ),
    );
  return [...new Set(names)];
}

const someText: unknown = expect.any(String);
const goal = "Nauka rozmowy o pracę";

it("shows the sender before to the letter what the partner sees after, on record on both sides", async () => {
  const { kipus, team, service, caseId, centre } = world;
  const preview = await travel(kipus, "previewReferral", {
    serviceId: service.globalId,
    caseId,
    disclosureLevel: "L2_IDENTITY",
    levelReason: "CONTRACT",
    goal,
  });
  // she has not seen all of it, so she corrects nothing of it
  expect(
    await doCase(kipus, "correctIdentity", {
      ...{ caseId, ifVersion: 1, identity: { name: "Zofia" } },
    }),
  ).toMatchObject({ __typename: "LookEnded" });
  const referralId = await world.sendsPerson();
  const shown = await travel(team, "showPerson", {
    referralId,
    purpose: "CONTACT",
  });
  expect(shown.told).toEqual(preview.told);
  const plain = { contactKind: null, reason: null };
  expect(shown.told).toEqual([
    { ...plain, field: "FIRST_NAME", value: ANNA.name },
    {
      field: "CONTACT_CHANNEL",
      value: ANNA.contact,
      contactKind: "PHONE",
      reason: null,
    },
    { ...plain, field: "PREFERRED_HOURS", value: ANNA.preferredHours },
    { ...plain, field: "ACCESS_NEEDS", value: ANNA.accessNeeds },
    { ...plain, field: "SURNAME", value: ANNA.surname },
    // the year: no programme names the day
    { ...plain, field: "BIRTH_YEAR", value: "1979" },
    { ...plain, field: "ADDRESS", value: ANNA.place },
    {
      ...plain,
      field: "LEGAL_REPRESENTATIVE",
      value: ANNA.legalRepresentative,
    },
    { ...plain, field: "SERVICE_GOAL", value: goal },
  ]);
  expect(shown.until).toBe("2026-11-24T08:53:00.000Z");
  const iod = await centre.aPerson("IOD");
  const lines = await linesOf(iod, centre.globalId, {
    action: "VIEW",
  });
  expect(lines.slice(-2)).toMatchObject([
    {
      change: "IdentityPreviewed",
      accountId: someText,
      fields: L2,
      purpose: "ARRANGING",
      pseudonym: someText,
    },
    {
      change: "PersonShown",
      noun: "Referral",
      number: someText,
      fields: L2,
      purpose: "CONTACT",
      pseudonym: someText,
      outcome: "DONE",
    },
  ]);
});

it("lets at L1 nothing of L2 travel, and at L0 nothing at all", async () => {
  const { team, kipus, service, caseId } = world;
  const low = await send(kipus, service, {
    caseId,
    disclosureLevel: "L1_CONTACT",
  });
  const shown = await travel(team, "showPerson", {
    referralId: low.id,
    purpose: "ARRANGING",
  });
  expect(shown.told?.map(({ field }) => field)).toEqual(L1);
  const none = await send(kipus, service, { caseId });
  expect(
    await travel(team, "showPerson", {
      referralId: none.id,
      purpose: "CONTACT",
    }),
  ).toMatchObject({ __typename: "SightEnded" });
});

it.each([
  [
    "a level above the lowest without a reason",
    { levelReason: null },
    ["levelReason"],
  ],
  ["a PESEL in the goal", { goal: "zapis 44051401359" }, ["goal"]],
  ["a telephone in the goal", { goal: "oddzwonić 601 730 442" }, ["goal"]],
  ["her own name in the goal, inflected", { goal: "Wsparcie Anny" }, ["goal"]],
  [
    "her surname in the goal, inflected",
    { goal: "rozmowa z Żółkiewską" },
    ["goal"],
  ],
  ["her street in the goal, inflected", { goal: "z Kanarkowej" }, ["goal"]],
  ["a goal that is too long", { goal: "a ".repeat(70) }, ["goal"]],
  ["a goal at L1", { disclosureLevel: "L1_CONTACT", goal }, ["goal"]],
  [
    "something sensitive below L3",
    { sensitive: [{ field: "INCOME", value: "x", reason: "LAW" }] },
    ["sensitive"],
  ],
  [
    "danger to life without an emergency",
    { vitalInterest: true },
    ["vitalInterest"],
  ],
])("refuses %s, sending and before", async (_, further, paths) => {
  const { kipus, service, caseId } = world;
  const asked = {
    serviceId: service.globalId,
    caseId,
    disclosureLevel: "L2_IDENTITY",
    levelReason: "LAW",
    ...further,
  };
  const outcomes = [
    await send(kipus, service, asked),
    await travel(kipus, "previewReferral", asked),
  ];
  for (const { __typename, fields } of outcomes)
    expect([__typename, [...new Set(fields?.map(({ path }) => path))]]).toEqual(
      ["InvalidInput", paths],
    );
});

it("asks before a goal leaves that tells of an illness, and sends nothing until it is answered", async () => {
  const { kipus, service, caseId } = world;
  const asked = {
    requestKey: aKey(),
    caseId,
    disclosureLevel: "L2_IDENTITY",
    levelReason: "LAW",
    goal: "Po udarze wraca do pracy",
  };
  const doubt =
    "To wygląda na informację o zdrowiu: „udarze”. Napisz, czego potrzeba, a nie dlaczego.";
  expect(await send(kipus, service, asked)).toEqual({
    __typename: "SensitiveWords",
    message: doubt,
    fields: [{ path: "goal", message: doubt }],
  });
  // nothing was done under the key
  const sent = await send(kipus, service, {
    ...asked,
    sensitiveWordsMeant: true,
  });
  expect(sent).toMatchObject({ __typename: "Referral", status: "SENT" });
  // an answer that was lost: the same is asked for, however the question was answered
  expect((await send(kipus, service, asked)).id).toBe(sent.id);
});

it("carries sensitive fields one by one, each with its reason, where agreement, basis and level let it", async () => {
  const sensitive = [
    { field: "DISABILITY_DEGREE", value: "umiarkowany", reason: "ADJUSTMENT" },
  ];
  const able = await aTravelling(api, {
    partner: { agreement: { dataRole: "PROCESSOR", sensitive: true } },
    basis: { highestLevel: "L1_CONTACT", fields: L1 },
  }).catch((error: unknown) => String(error));
  // a processor without an entrustment gets a number alone: nothing is recorded that sending would refuse
  expect(able).toContain("highestLevel");
  const unit = await world.centre.aPartner({
    agreement: null,
    dataRole: "SAME_CONTROLLER",
  });
  const service = await unit.aService();
  const { kipus, caseId } = world;
  const fields = [...L2, "DISABILITY_DEGREE"];
  const basis = { highestLevel: "L3_SENSITIVE", fields };
  expect(
    await travel(kipus, "recordBasis", basisInput(caseId, unit, basis)),
  ).toMatchObject({ __typename: "DisclosureBasis" });
  const asked = {
    caseId,
    disclosureLevel: "L3_SENSITIVE",
    levelReason: "SAFETY",
  };
  const sent = await send(kipus, service, { ...asked, sensitive });
  const team = await unit.aPerson("PARTNER_REFERRALS");
  const shown = await travel(team, "showPerson", {
    referralId: sent.id,
    purpose: "ARRANGING",
  });
  expect(shown.told?.at(-1)).toEqual({ ...sensitive[0], contactKind: null });
  for (const [given, path] of [
    [[], "sensitive"],
    [[...sensitive, ...sensitive], "sensitive"],
    [[{ ...sensitive[0], field: "ADDICTION" }], "sensitive.0.field"],
    [[{ ...sensitive[0], field: "SURNAME" }], "sensitive.0.field"],
    [[{ ...sensitive[0], value: "Anna" }], "sensitive.0.value"],
    [[{ ...sensitive[0], value: " " }], "sensitive.0.value"],
    [[{ ...sensitive[0], reason: null }], "sensitive.0.reason"],
    [[{ ...sensitive[0], value: "nr 44051401359" }], "sensitive.0.value"],
  ] as const)
    expect(
      await send(kipus, service, { ...asked, sensitive: given }),
    ).toMatchObject({ __typename: "InvalidInput", fields: [{ path }] });
});

it("records no basis that sending would refuse", async () => {
  const { kipus, caseId, centre, partner } = world;
  const numbers = await centre.aPartner({
    agreement: { dataRole: "NO_PERSONAL_DATA" },
  });
  await numbers.aService();
  const nothing = await centre.aPartner();
  for (const [whom, further, paths] of [
    [numbers, {}, ["highestLevel", "fields"]],
    [nothing, {}, ["serviceId"]],
    [partner, { kind: "CONTRACT_PROCESSOR" }, ["kind"]],
    [partner, { kind: "VITAL_INTEREST" }, ["kind"]],
    [partner, { fields: [...L2, "ADDICTION"] }, ["fields"]],
    [partner, { fields: [...L2, "BIRTH_DATE"] }, ["fields"]],
    [partner, { fields: ["SURNAME"] }, ["fields"]],
    [partner, { highestLevel: "L0_TOKEN", fields: [] }, ["highestLevel"]],
    [partner, { validTo: "2026-11-23", validFrom: "2026-11-01" }, ["validTo"]],
    [partner, { validTo: "2029-11-24" }, ["validTo"]],
    [partner, { textVersion: "1999" }, ["textVersion"]],
  ] as const) {
    const { fields } = await travel(
      kipus,
      "recordBasis",
      basisInput(caseId, whom, further),
    );
    expect(fields?.map(({ path }) => path)).toEqual(paths);
  }
});

it("records the same key once, with the version of the text that was shown", async () => {
  const { kipus, caseId, partner } = world;
  const input = basisInput(caseId, partner, { validTo: "2026-12-24" });
  const first = await travel(kipus, "recordBasis", input);
  expect(first).toMatchObject({
    kind: "CONSENT",
    isWorking: true,
    text: { version: "2026-11" },
  });
  expect((await travel(kipus, "recordBasis", input)).id).toBe(first.id);
  const other = { ...input, form: "ELECTRONIC" };
  expect((await travel(kipus, "recordBasis", other)).__typename).toBe(
    "RequestKeyReused",
  );
  await travel(kipus, "withdrawBasis", { basisId: first.id });
});

it("says before sending what may travel, what is missing and what is the lowest that does", async () => {
  const { kipus, caseId, service, partner } = world;
  const CHOICE = `query ($caseId: ID!, $serviceId: ID!, $partnerId: ID!) { node(id: $caseId) { ... on Case {
    basisChoice(partnerId: $partnerId) { highestLevel limitText fields kinds texts { kind version }
      controller { name officerAt hidesAfterDays erasesAfterMonths } }
    travelTo(serviceId: $serviceId) { defaultLevel options {
      level obstacleText isBasisMissing basisKind basisValidTo needsReason fields sensitiveFields } } } } }`;
  const { data } = await kipus.ask<{ node: unknown }>(CHOICE, {
    caseId,
    serviceId: service.globalId,
    partnerId: partner.globalId,
  });
  expect(data?.node).toMatchObject({
    basisChoice: {
      highestLevel: "L2_IDENTITY",
      limitText: someText,
      fields: L2,
      kinds: ["CONSENT", "STATUTORY_TASK"],
      controller: {
        hidesAfterDays: 30,
        erasesAfterMonths: 6,
      },
    },
    travelTo: {
      defaultLevel: "L1_CONTACT",
      options: [
        {
          level: "L0_TOKEN",
          obstacleText: null,
          basisKind: null,
          needsReason: false,
          fields: [],
        },
        {
          level: "L1_CONTACT",
          obstacleText: null,
          needsReason: false,
          fields: L1,
        },
        {
          level: "L2_IDENTITY",
          obstacleText: null,
          basisKind: "CONSENT",
          basisValidTo: someText,
          needsReason: true,
          fields: L2,
        },
        {
          level: "L3_SENSITIVE",
          obstacleText: someText,
          isBasisMissing: false,
          ...{ basisKind: null, basisValidTo: null },
        },
      ],
    },
  });
  const { id: bare } = await openFor(kipus, null);
  const open = await partner.aService({ entryMode: "OPEN" });
  const without = await kipus.ask<{ node: unknown }>(CHOICE, {
    caseId: bare,
    serviceId: open.globalId,
    partnerId: partner.globalId,
  });
  expect(without.data?.node).toMatchObject({
    travelTo: {
      defaultLevel: "L0_TOKEN",
      options: [
        {},
        {
          ...{ level: "L1_CONTACT", isBasisMissing: true, needsReason: true },
          basisKind: null,
        },
        {},
        {},
      ],
    },
  });
});

it("asks for no basis of sensitive things where the programme names none", () => {
  const { options } = travelChoice(
    ({ pl }) => pl,
    { entryMode: "REFERRAL" },
    {
      highest: "L3_SENSITIVE",
      fields: ["FIRST_NAME"],
      words: null,
      dataRole: "SAME_CONTROLLER",
    },
    () => null,
  );
  expect(options.find(({ level }) => level === "L3_SENSITIVE")).toMatchObject({
    isBasisMissing: false,
    obstacleText:
      "Program tej usługi nie wymienia żadnych danych wrażliwych, więc nie mogą tam pójść.",
  });
});

it("sends nothing of a person of whom nothing is kept", async () => {
  const { kipus, service, partner } = world;
  const { id: caseId = "" } = await openFor(kipus, null);
  await travel(kipus, "recordBasis", basisInput(caseId, partner));
  expect(
    await send(kipus, service, { caseId, disclosureLevel: "L1_CONTACT" }),
  ).toMatchObject({ __typename: "InvalidInput", fields: [{ path: "caseId" }] });
});

it("shows the person to the partner's people with the right, and answers others as if it were not there", async () => {
  const { partner, centre, kipus } = world;
  const referralId = await world.sendsPerson();
  const asks = async (who: Parameters<typeof travel>[0]) =>
    (await travel(who, "showPerson", { referralId, purpose: "CONTACT" }))
      .__typename;
  const other = await centre.aPartner();
  expect({
    team: await asks(await partner.aPerson("PARTNER_REFERRALS")),
    viewer: await asks(await partner.aPerson("PARTNER_VIEWER")),
    admin: await asks(await partner.aPerson("PARTNER_ADMIN")),
    foreign: await asks(await other.aPerson("PARTNER_REFERRALS")),
    colleague: await asks(await centre.aPerson("KIPUS")),
    ous: await asks(await centre.aPerson("OUS")),
    iod: await asks(await centre.aPerson("IOD")),
    sender: await asks(kipus),
  }).toEqual({
    team: "ToldPerson",
    viewer: "InvalidInput",
    admin: "FORBIDDEN",
    foreign: "InvalidInput",
    colleague: "InvalidInput",
    ous: "FORBIDDEN",
    iod: "InvalidInput",
    sender: "FORBIDDEN",
  });
});

it("shows the person only as long as she might still be sent so: under an agreement, a programme and no restriction of this day", async () => {
  const one = await aTravelling(api);
  const { centre, partner, service, kipus, team, caseId } = one;
  const referralId = await one.sendsPerson();
  const number = await one.sent({ caseId });
  await move(team, "acceptReferral", referralId);
  /** What the verb answers, the list and the number beside it. */
  const sight = async () => {
    const { __typename } = await travel(team, "showPerson", {
      referralId,
      purpose: "CONTACT",
    });
    const { data } = await team.ask<{
      node: { viewerCanShowPerson: boolean; personFields: string[] };
      bare: { status: string };
    }>(
      `query ($id: ID!, $bare: ID!) { node(id: $id) { ... on Referral { viewerCanShowPerson personFields } }
        bare: node(id: $bare) { ... on Referral { status } } }`,
      { id: referralId, bare: number },
    );
    expect(data?.bare.status).toBe("SENT");
    expect(data?.node.personFields.length).toBe(
      data?.node.viewerCanShowPerson ? L2.length : 0,
    );
    return [__typename, data?.node.viewerCanShowPerson];
  };
  const told = ["ToldPerson", true];
  const ended = ["SightEnded", false];
  expect(await sight()).toEqual(told);
  const set = (sql: string) =>
    centre.asSystem((work) => work.rows(sql, [centre.id]));
  const agreement = (to: string) =>
    set(`update agreement set ${to} where centre_id = $1`);

  await agreement(`data_role = 'NO_PERSONAL_DATA'`);
  expect(await sight()).toEqual(ended);
  // nobody has entrusted it with anything
  await agreement(`data_role = 'PROCESSOR'`);
  expect(await sight()).toEqual(ended);
  await agreement(`data_role = 'SEPARATE_CONTROLLER'`);
  expect(await sight()).toEqual(told);
  // to its last day, and no longer
  await agreement(`valid_to = '2026-11-24'`);
  expect(await sight()).toEqual(told);
  await agreement(`valid_to = '2026-11-23'`);
  expect(await sight()).toEqual(ended);
  // whichever carries it today
  await centre.asSystem((work) =>
    insertAgreement(work, centre.hub.id, partner.id, {}),
  );
  expect(await sight()).toEqual(told);

  await centre.asSystem((work) =>
    insertProgramme(work, {
      personalData: fieldsOfLevel("L2_IDENTITY"),
      services: [service],
    }),
  );
  expect(await sight()).toEqual(told);
  const programme = (change: string) =>
    set(`update programme set personal_data = ${change} where centre_id = $1`);
  await programme(`array_remove(personal_data, 'ADDRESS')`);
  expect(await sight()).toEqual(ended);
  await programme(`personal_data || array['ADDRESS']`);
  expect(await sight()).toEqual(told);

  const officer = await centre.aPerson("IOD");
  const says = async (verb: string, input: Record<string, unknown>) =>
    outcomeOf(
      await officer.ask(
        `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { outcome: ${verb}(input: $input) { __typename } }`,
        { input },
      ),
    ).__typename;
  const { data } = await kipus.ask<{ node: { pseudonym: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { pseudonym } } }`,
    { id: caseId },
  );
  const held = { requestNumber: 1, ifVersion: 1 };
  await says("fileResidentRequest", {
    requestKey: aKey(),
    pseudonym: data?.node.pseudonym,
    kind: "RESTRICTION",
    receivedOn: "2026-11-24",
  });
  // asked for, not granted
  expect(await sight()).toEqual(told);
  await says("answerResidentRequest", {
    ...held,
    state: "GRANTED",
    answer: "Wstrzymane do sprawdzenia.",
  });
  expect(await sight()).toEqual(ended);
  await says("liftRestriction", { ...held, ifVersion: 2 });
  expect(await sight()).toEqual(told);
});

it("shows the people of a unit what no agreement limits, until it is a unit no more", async () => {
  const { centre, kipus, caseId } = world;
  const unit = await centre.aPartner({
    agreement: null,
    dataRole: "SAME_CONTROLLER",
  });
  const service = await unit.aService();
  await travel(kipus, "recordBasis", basisInput(caseId, unit));
  const sent = await send(kipus, service, {
    caseId,
    disclosureLevel: "L1_CONTACT",
  });
  const team = await unit.aPerson("PARTNER_REFERRALS");
  const show = async () =>
    (
      await travel(team, "showPerson", {
        referralId: sent.id,
        purpose: "CONTACT",
      })
    ).__typename;
  expect(await show()).toBe("ToldPerson");
  await centre.asSystem((work) =>
    work.rows(
      `update partner set data_role = 'SEPARATE_CONTROLLER' where id = $1`,
      [unit.id],
    ),
  );
  expect(await show()).toBe("SightEnded");
});

it("erases with the key the words of referrals as well, and closes a case with all its bases", async () => {
  const one = await aTravelling(api);
  const { kipus, team, caseId, centre } = one;
  const referralId = await one.sendsPerson();
  await move(team, "declineReferral", referralId);
  const kept = () =>
    centre.asSystem((work) =>
      work.rows(`select sealed is not null as words from referral_scope`),
    );
  expect(await kept()).toEqual([{ words: true }]);
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  const bases = await centre.asSystem((work) =>
    work.rows(
      `select revoked_at is not null as ended, ended_by from disclosure_basis`,
    ),
  );
  expect(bases).toEqual([{ ended: true, ended_by: "CASE_CLOSED" }]);
  await doCase(kipus, "eraseIdentity", { caseId, ifVersion: 2 });
  // nor which fields had travelled, and why
  expect(await kept()).toEqual([]);
});

it("sends an emergency at L1 on nobody's word, and asks for a note within a day", async () => {
  const { kipus, service, partner } = world;
  const { id: caseId } = await openFor(kipus, {
    name: "Róża",
    contactKind: "PHONE",
    contact: "+48 600 111 222",
  });
  const asked = {
    caseId,
    disclosureLevel: "L1_CONTACT",
    priority: "EMERGENCY",
  };
  expect((await send(kipus, service, asked)).__typename).toBe("BasisMissing");
  const sent = await send(kipus, service, { ...asked, vitalInterest: true });
  const team = await partner.aPerson("PARTNER_REFERRALS");
  const shown = await travel(team, "showPerson", {
    referralId: sent.id,
    purpose: "CONTACT",
  });
  expect(shown.told?.map(({ value }) => value)).toEqual([
    "Róża",
    "+48 600 111 222",
  ]);
  const { data } = await kipus.ask<{
    node: { bases: { id: string; kind: string; noteDueAt: string }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { bases { id kind noteDueAt } } } }`,
    { id: caseId },
  );
  const [basis] = data?.node.bases ?? [];
  expect(basis).toMatchObject({
    kind: "VITAL_INTEREST",
    noteDueAt: "2026-11-25T08:43:00.000Z",
  });
  // where her day begins she reads of it, until it is said
  const owed = async (person: Person) =>
    (
      await person.ask<{ centre: { cases: { nodes: unknown[] } } }>(
        `query ($id: ID!) { centre(id: $id) { cases(owesNote: true) { nodes { id noteOwedBy } } } }`,
        { id: world.centre.globalId },
      )
    ).data?.centre.cases.nodes;
  const noteOwedBy = "2026-11-25T08:43:00.000Z";
  expect(await owed(kipus)).toEqual([{ id: caseId, noteOwedBy }]);
  expect(await owed(await world.centre.aPerson("KIPUS"))).toEqual([]);
  const notes = (note: string) =>
    travel(kipus, "noteBasis", { basisId: basis?.id, note });
  expect((await notes("Róży grozi")).fields?.[0]?.path).toBe("note");
  expect(await notes("Brak ogrzewania przy mrozie")).toMatchObject({
    note: "Brak ogrzewania przy mrozie",
  });
  expect(await owed(kipus)).toEqual([]);
  expect((await notes("jeszcze raz")).__typename).toBe("InvalidInput");
});

it("carries emergencies alone on nobody's word, each at a tick of its own, ends that with the last of them however it ends, and still takes its note", async () => {
  const one = await aTravelling(api, {
    service: { total: 20 },
    basis: { validTo: "2026-11-24", highestLevel: "L1_CONTACT", fields: L1 },
  });
  const { kipus, team, service, caseId, centre } = one;
  const asked = { caseId, disclosureLevel: "L1_CONTACT" };
  const urgent = { ...asked, priority: "EMERGENCY" };
  const older = await send(kipus, service, asked);
  const basisOf = async () =>
    (
      await centre.asSystem((work) =>
        work.rows<{ id: string; ended: boolean }>(
          `select id, revoked_at is not null as ended from disclosure_basis where basis = 'VITAL_INTEREST' order by recorded_at`,
        ),
      )
    ).map(({ ended }) => ended);
  const owed = async () =>
    (
      await centre.asSystem((work) =>
        work.rows(
          `select from disclosure_basis where note_due_at is not null and note is null`,
        ),
      )
    ).length;
  const show = async (referralId: string | undefined) =>
    (await travel(team, "showPerson", { referralId, purpose: "CONTACT" }))
      .__typename;
  // what she agreed to is over
  let passed = 15;
  api.clock.pass({ hours: passed });
  try {
    const first = await send(kipus, service, {
      ...urgent,
      vitalInterest: true,
    });
    // what nobody agreed to goes at a tick each time
    expect((await send(kipus, service, urgent)).__typename).toBe(
      "BasisMissing",
    );
    const danger = { ...urgent, vitalInterest: true };
    const second = await send(kipus, service, danger);
    expect([first.__typename, second.__typename]).toEqual([
      "Referral",
      "Referral",
    ]);
    expect(await basisOf()).toEqual([false]);
    expect([
      await show(first.id),
      await show(second.id),
      // sent on her consent, which an emergency does not prolong
      await show(older.id),
    ]).toEqual(["ToldPerson", "ToldPerson", "SightEnded"]);
    expect([
      (await send(kipus, service, asked)).__typename,
      (await send(kipus, service, { ...asked, priority: "URGENT" })).__typename,
    ]).toEqual(["BasisMissing", "BasisMissing"]);
    await move(kipus, "withdrawReferral", first.id ?? "", {});
    expect([await basisOf(), await show(second.id)]).toEqual([
      [false],
      "ToldPerson",
    ]);
    await move(kipus, "withdrawReferral", second.id ?? "", {});
    expect(await basisOf()).toEqual([true]);
    // whoever ends it, it ends: an answer, a deadline, the service itself
    const declined = await send(kipus, service, danger);
    expect(await basisOf()).toEqual([true, false]);
    // referral, basis, numbers: whoever withdraws it or sends on it takes them in this order too, so that nobody waits in a circle
    expect(
      await locksOf(() => move(team, "declineReferral", declined.id ?? "")),
    ).toEqual(["referral", "basis", "numbers"]);
    expect(await basisOf()).toEqual([true, true]);
    const { id: unanswered = "" } = await send(kipus, service, danger);
    api.clock.pass({ hours: 5 });
    passed += 5;
    await runTimer(api, "expire-referral", centre.id, unanswered);
    expect(await basisOf()).toEqual([true, true, true]);
    // she is asked for the note of each
    expect(await owed()).toBe(3);

    const { data } = await kipus.ask<{
      node: { bases: { id: string; kind: string }[] };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Case { bases { id kind } } } }`,
      { id: caseId },
    );
    const basisId = data?.node.bases.find(
      ({ kind }) => kind === "VITAL_INTEREST",
    )?.id;
    const [third, fourth] = [
      await send(kipus, service, danger),
      await send(kipus, service, danger),
    ];
    expect(await locksOf(() => send(kipus, service, danger))).toEqual([
      "case",
      "basis",
      "numbers",
    ]);
    const [newest] = await centre.asSystem((work) =>
      work.rows<{ id: string }>(
        `select id from disclosure_basis where basis = 'VITAL_INTEREST' and revoked_at is null`,
      ),
    );
    const withdrawn = toGlobalId("DisclosureBasis", newest?.id ?? "");
    expect(
      await locksOf(() =>
        travel(kipus, "withdrawBasis", { basisId: withdrawn }),
      ),
    ).toEqual(["case", "referral", "basis", "numbers"]);
    for (const { id = "" } of [third, fourth])
      expect((await stands(kipus, id)).status).toBe("WITHDRAWN");
    const note = "Brak ogrzewania przy mrozie";
    expect(await travel(kipus, "noteBasis", { basisId, note })).toMatchObject({
      isWorking: false,
      note,
    });
    expect(
      (await travel(kipus, "noteBasis", { basisId, note: "inaczej" }))
        .__typename,
    ).toBe("InvalidInput");
  } finally {
    api.clock.pass({ hours: -passed });
  }
});

it("begins on nobody's word nothing wider than a contact for a week, by the database either", async () => {
  const { kipus, centre, partner, service } = world;
  const { id: caseId = "" } = await openFor(kipus, null);
  const member = memberOf(kipus, centre.id, centre.hub.id, "KIPUS");
  const begins = (further: Record<string, string>) => {
    const row = {
      centre_id: `'${centre.id}'`,
      id: `'${randomUUID()}'`,
      case_id: `'${fromGlobalId("Case", caseId)}'`,
      partner_id: `'${partner.id}'`,
      service_id: `'${service.id}'`,
      max_level: `'L1_CONTACT'`,
      fields: `array['FIRST_NAME', 'CONTACT_CHANNEL']`,
      basis: `'VITAL_INTEREST'`,
      given_at: `timestamptz '2026-11-24 08:00Z'`,
      recorded_at: `timestamptz '2026-11-24 08:00Z'`,
      valid_to: `timestamptz '2026-12-01 08:00Z'`,
      note_due_at: `timestamptz '2026-11-25 08:00Z'`,
      ...further,
    };
    return attempt(api, member, [
      `insert into disclosure_basis (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")}) returning id`,
    ]);
  };
  expect([
    await begins({}),
    await begins({ max_level: `'L2_IDENTITY'` }),
    await begins({ service_id: "null" }),
    await begins({ valid_to: "null" }),
    await begins({ valid_to: `timestamptz '2026-12-02 08:00Z'` }),
    await begins({ note_due_at: "null" }),
    await begins({ basis: `'CONSENT'` }),
  ]).toEqual(["done", ...Array.from({ length: 6 }, () => "refused")]);
});
