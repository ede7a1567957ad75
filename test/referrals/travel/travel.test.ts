// What travels with a referral: shown to its sender before, to the partner's people after, the same to the letter, and to nobody else (domain 4.2, 4.3; K2, P4).
import { linesOf } from "../../audit/recorded.js";
import { ANNA, doCase, openFor } from "../../cases/keeping.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { move, send } from "../referring.js";
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
    basisChoice(partnerId: $partnerId) { highestLevel limitText fields kinds texts { kind version } }
    travelTo(serviceId: $serviceId) { defaultLevel options {
      level obstacleText isBasisMissing needsReason fields sensitiveFields } } } } }`;
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
    },
    travelTo: {
      defaultLevel: "L1_CONTACT",
      options: [
        {
          level: "L0_TOKEN",
          obstacleText: null,
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
          needsReason: true,
          fields: L2,
        },
        {
          level: "L3_SENSITIVE",
          obstacleText: someText,
          isBasisMissing: false,
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
        { level: "L1_CONTACT", isBasisMissing: true, needsReason: true },
        {},
        {},
      ],
    },
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
  const notes = (note: string) =>
    travel(kipus, "noteBasis", { basisId: basis?.id, note });
  expect((await notes("Róży grozi")).fields?.[0]?.path).toBe("note");
  expect(await notes("Brak ogrzewania przy mrozie")).toMatchObject({
    note: "Brak ogrzewania przy mrozie",
  });
  expect((await notes("jeszcze raz")).__typename).toBe("InvalidInput");
});
