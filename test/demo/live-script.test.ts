// The live-demo script of domain 5.7: a raised total, the place offered to the first in the queue, confirmed, full again.
import { loadDemo } from "../../server/demo/index.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestDatabase } from "../support/database.js";
import { dropDatabase, freshDatabase } from "../support/database.js";
import { testKeys } from "../support/server.js";

let api: Api;
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  api = await openApi(database);
  await loadDemo(api.dataSource, testKeys, api.clock.now());
});
afterAll(async () => {
  await api.close();
  await dropDatabase(database);
});

async function signIn(login: string): Promise<string> {
  const { data } = await api.ask<{ outcome: { token: string } }>(
    null,
    `mutation ($email: String!) { outcome: signIn(input: { email: $email, password: "jarzebinow" }) { ... on SignedIn { token } } }`,
    { email: `${login}@jarzebinow.example` },
  );
  return data?.outcome.token ?? "";
}

interface Waiting {
  viewer: {
    centre: {
      services: {
        nodes: {
          id: string;
          capacity: { total: number; available: number; waiting: number };
          firstWaitingReferral: { id: string; number: string } | null;
        }[];
      };
    };
  };
}

const SERVICE = `query { viewer { centre { services(filter: { text: "Warsztaty psychoedukacyjne" }) { nodes {
  id capacity { total available waiting } firstWaitingReferral { id number } } } } } }`;
const STATUS = `mutation ($id: ID!) { outcome: VERB(input: { referralId: $id }) { __typename ... on Referral { status } ... on Problem { message } } }`;

interface Referred {
  viewer: {
    centre: {
      cases: { nodes: { pseudonym: string }[] };
      referrals: {
        nodes: {
          id: string;
          case: { pseudonym: string };
          service: { name: string; referralObstacle: string | null };
          status: string;
          queuePosition: number | null;
          discontinueReason: string | null;
          declineReason: string | null;
          needProposal: { gapKind: string } | null;
          priority: string;
          disclosureLevel: string;
        }[];
      };
    };
  };
}

/** Her cases, and in each what she reads of its referrals, the oldest first. */
async function casesOf(login: string) {
  const { data } = await api.ask<Referred>(
    await signIn(login),
    `{ viewer { centre { cases { nodes { pseudonym } } referrals(first: 100) { nodes {
         id case { pseudonym } service { name referralObstacle } status queuePosition discontinueReason
         declineReason needProposal { gapKind } priority disclosureLevel } } } } }`,
  );
  const { cases, referrals } = data?.viewer.centre ?? {};
  return Object.fromEntries(
    (cases?.nodes ?? []).map(({ pseudonym }) => [
      pseudonym.replace(/^JAR-/, ""),
      (referrals?.nodes ?? [])
        .filter((one) => one.case.pseudonym === pseudonym)
        .toReversed()
        .map((one) =>
          [
            one.service.name.split(/ [(–„]/)[0],
            one.status,
            one.queuePosition,
            one.discontinueReason ?? one.declineReason,
            one.needProposal?.gapKind,
            one.priority === "STANDARD" ? null : one.priority,
            one.disclosureLevel === "L0_TOKEN" ? null : one.disclosureLevel,
            one.status === "DRAFT" && one.service.referralObstacle,
          ]
            .filter((told) => told)
            .join(" "),
        ),
    ]),
  );
}

it("tells each coordinator her cases as they stand", async () => {
  expect(await casesOf("kipus")).toEqual({
    "2026-0101": [
      "Poradnictwo prawne COMPLETED",
      "Konsultacje specjalisty terapii uzależnień IN_PROGRESS",
      "Akademia Społeczna IN_PROGRESS",
      "Reintegracja zawodowa DRAFT",
      "Staż w tartaku DRAFT",
      "Doradztwo zawodowe indywidualne ACCEPTED",
    ],
    "2026-0102": [
      "Usługi integracyjne i edukacyjne dla rodzin IN_PROGRESS",
      "Warsztaty psychoedukacyjne WAITLISTED 1 NO_CAPACITY",
      "Praktyka zawodowa DRAFT AGREEMENT_UNSIGNED",
      "Szkoła dla dorosłych RECEIVED",
    ],
    "2026-0106": ["Rehabilitacja i fizjoterapia ambulatoryjna ACCEPTED"],
  });
  expect(await casesOf("kipus2")).toEqual({
    "2025-0088": [],
    "2026-0104": [
      "Streetworking i asystent wychodzenia z bezdomności COMPLETED",
      "Terapia uzależnień COMPLETED",
      "Samopomocowa grupa wsparcia COMPLETED",
      "Zatrudnienie w spółdzielni socjalnej DISCONTINUED NOT_SUITABLE",
    ],
    "2026-0105": [
      "Kurs języka polskiego dla cudzoziemców DECLINED NO_CAPACITY NO_CAPACITY",
    ],
  });
  expect(await casesOf("kipus3")).toEqual({
    "2026-0103": [
      "Transport na zajęcia ACCEPTED L2_IDENTITY",
      "Klub Seniora DRAFT",
      "Dyskusyjny klub filmowy DRAFT",
      "Opieka wytchnieniowa w domu SENT EMERGENCY L1_CONTACT",
    ],
  });
});

it("lets nobody start what lacks its paper", async () => {
  const clinic = await signIn("zpo");
  const { data } = await api.ask<Referred>(
    clinic,
    "{ viewer { centre { referrals { nodes { id status } } } } }",
  );
  const rehabilitation = data?.viewer.centre.referrals.nodes.find(
    ({ status }) => status === "ACCEPTED",
  );
  const started = await api.ask(
    clinic,
    STATUS.replace("VERB", "startReferral"),
    { id: rehabilitation?.id },
  );
  expect(started.data).toMatchObject({
    outcome: { __typename: "DocumentMissing" },
  });
});

it("plays", async () => {
  const kis = await signIn("kis");
  const kipus = await signIn("kipus");
  const look = async (token: string) => {
    const { data } = await api.ask<Waiting>(token, SERVICE);
    return data?.viewer.centre.services.nodes[0];
  };
  const before = await look(kis);
  expect(before).toMatchObject({
    capacity: { total: 12, available: 0, waiting: 4 },
    firstWaitingReferral: { number: "SK/2026/00112" },
  });
  await api.ask(
    kis,
    `mutation ($id: ID!) { setCapacity(input: { serviceId: $id, total: 13 }) { __typename } }`,
    { id: before?.id },
  );
  expect((await look(kipus))?.capacity).toEqual({
    total: 13,
    available: 1,
    waiting: 4,
  });
  const id = before?.firstWaitingReferral?.id;
  const offered = await api.ask(kis, STATUS.replace("VERB", "offerPlace"), {
    id,
  });
  expect(offered.data).toEqual({
    outcome: { __typename: "Referral", status: "OFFERED" },
  });
  const confirmed = await api.ask(
    kipus,
    STATUS.replace("VERB", "confirmPlace"),
    { id },
  );
  expect(confirmed.data).toEqual({
    outcome: { __typename: "Referral", status: "ACCEPTED" },
  });
  expect((await look(kipus))?.capacity).toEqual({
    total: 13,
    available: 0,
    waiting: 3,
  });
});

it.each([
  "ous",
  "dyrektor",
  "iod",
  "rada",
  "rzecznik",
  "sysadmin",
  "osl",
  "eko",
  "cus",
])("lets %s in", async (login) => {
  expect(await signIn(login)).not.toBe("");
});

it("shows a centre nothing of the other", async () => {
  const { data } = await api.ask<{ outcome: { token: string } }>(
    null,
    `mutation { outcome: signIn(input: { email: "ous@olchowo.example", password: "jarzebinow" }) { ... on SignedIn { token } } }`,
  );
  const seen = await api.ask<{
    viewer: {
      centre: {
        services: { totalCount: number };
        referrals: { totalCount: number };
      };
    };
  }>(
    data?.outcome.token ?? "",
    "query { viewer { centre { services { totalCount } referrals { totalCount } } } }",
  );
  expect(seen.data?.viewer.centre).toEqual({
    services: { totalCount: 12 },
    referrals: { totalCount: 2 },
  });
});
