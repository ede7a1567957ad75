// The language of one's own: kept on the account, spoken by every answer at once, on sockets that are open too.
import { randomUUID } from "node:crypto";

import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";

let api: Api;
let sockets: Sockets;
let centre: TestCentre;
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
  centre = await aCentre(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

const CHOOSE = `mutation ($language: Language!) {
  chosen: chooseLanguage(input: { language: $language }) { ... on LanguageChosen { viewer { language } } } }`;
const NO_SESSION = `mutation { endSession(input: { sessionId: "${toGlobalId("Session", randomUUID())}" }) { ... on Problem { message } } }`;
const FOLLOW = `subscription ($centreId: ID!, $serviceIds: [ID!]) {
  change: capacityChanged(centreId: $centreId, serviceIds: $serviceIds) {
    ... on CapacityChanged { service { referralObstacleText } } } }`;

const choose = (person: Person, language: string) =>
  person.ask(CHOOSE, { language });

async function toldOf(person: Person): Promise<string | undefined> {
  const { data } = await person.ask<{ endSession: { message: string } }>(
    NO_SESSION,
  );
  return data?.endSession.message;
}

it("is Polish until another one is chosen, and stays with the account", async () => {
  const person = await centre.aPerson("OUS");
  expect(await toldOf(person)).toBe("Nie ma takiej sesji.");
  const { data } = await choose(person, "en");
  expect(data?.["chosen"]).toEqual({ viewer: { language: "en" } });
  expect(await toldOf(person)).toBe("There is no such session.");
  const read = await person.ask("{ viewer { language } }");
  expect(read.data?.["viewer"]).toEqual({ language: "en" });
});

it("is nobody else's", async () => {
  const [one, other] = [
    await centre.aPerson("OUS"),
    await centre.aPerson("OUS"),
  ];
  await choose(one, "en");
  expect(await toldOf(other)).toBe("Nie ma takiej sesji.");
});

it("is one of two", async () => {
  const person = await centre.aPerson("OUS");
  const { errors } = await choose(person, "de");
  expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
});

it("goes before the header of a request, which decides for who is not signed in", async () => {
  const person = await centre.aPerson("OUS");
  const wish = async (token: string | null) => {
    const context = await api.app.contextFor({
      headers: {
        "accept-language": "en-GB,en;q=0.9",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      cookies: new Map(),
      remoteAddress: "127.0.0.1",
      requestId: "test",
      setCookie: () => undefined,
    });
    await context.close();
    return context.say({ pl: "pl", en: "en" });
  };
  expect(await wish(null)).toBe("en");
  expect(await wish(person.token)).toBe("pl");
});

it("turns on an open socket with the next answer and the next delivery", async () => {
  const partner = await centre.aPartner({ agreement: null });
  const keeper = await partner.aPerson("PARTNER_EDITOR");
  const service = await partner.aService({ total: 10 });
  const coordinator = await centre.aPerson("KIPUS");
  const client = createClient({
    url: sockets.url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: {
      authorization: `Bearer ${coordinator.token}`,
      language: "pl",
    },
  });
  const told: (string | undefined)[] = [];
  const variables = {
    centreId: centre.globalId,
    serviceIds: [service.globalId],
  };
  const changes = client.iterate<{
    change: { service?: { referralObstacleText: string } };
  }>({ query: FOLLOW, variables });
  const setTo = (total: number) =>
    keeper.ask(
      `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
      { input: { serviceId: service.globalId, total } },
    );
  let total = 10;
  for await (const { data } of changes) {
    const { service: changed } = data?.change ?? {};
    // the first line says that nothing is owed: from here on it is live
    if (changed) {
      told.push(changed.referralObstacleText);
      await choose(coordinator, "en");
    }
    if (told.length === 2) break;
    if (changed || total === 10) await setTo(++total);
  }
  for await (const { data } of client.iterate({ query: NO_SESSION }))
    expect(data).toEqual({
      endSession: { message: "There is no such session." },
    });
  await client.dispose();
  expect(told).toEqual([
    "Nie ma umowy z tym partnerem. Poproś organizatorkę usług.",
    "There is no agreement with this partner. Ask the organiser of services.",
  ]);
});
