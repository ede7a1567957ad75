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
