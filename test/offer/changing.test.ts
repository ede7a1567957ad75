// A partner changes what is said of its service; whoever watches sees it, and what is open stays as it was agreed.
import { aReferring, move } from "../referrals/referring.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";

let api: Api;
let sockets: Sockets;
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

const SERVICE = `id version name description area group form sphere entryMode place feeGrosze feeUnit`;
const CHANGE = `mutation ($input: ChangeServiceInput!) { outcome: changeService(input: $input) {
  __typename ... on Service { ${SERVICE} } ... on ServiceMoved { service { ${SERVICE} } }
  ... on InvalidInput { fields { path } } } }`;
const FOLLOW = `subscription ($centreId: ID!, $after: String) { change: capacityChanged(centreId: $centreId, after: $after) {
  __typename ... on CaughtUp { cursor } ... on CapacityChanged { cursor service { name capacity { version } } } } }`;

const WORDS = {
  name: "Klub malucha",
  description: "Zabawa i rozmowa, raz w tygodniu.",
  area: "FAMILY_SUPPORT",
  group: "B2",
  form: "GROUP",
  sphere: "SOCIAL",
  entryMode: "REFERRAL",
  place: "w domu",
  feeGrosze: 1250,
  feeUnit: "HOURS_MONTH",
};

interface Outcome extends Told {
  version?: number;
  service?: { version: number; name: string };
}

async function say(
  person: Person,
  serviceId: string,
  ifVersion: number,
  words: Record<string, unknown>,
): Promise<Outcome | undefined> {
  const input = { serviceId, ifVersion, words: { ...WORDS, ...words } };
  const { data } = await person.ask<{ outcome: Outcome }>(CHANGE, { input });
  return data?.outcome;
}

it("P1: says a service anew, once for each version, at once before whoever watches, and in the news", async () => {
  const { centre, partner, service, kipus, sent, team } = await aReferring(api);
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const { globalId: id } = service;
  const centreId = centre.globalId;
  const { cursor } = await sockets.follow(kipus.token, FOLLOW, { centreId });

  const said = await say(editor, id, 1, {});
  expect(said).toEqual({ __typename: "Service", id, version: 2, ...WORDS });
  const { deliveries } = await sockets.follow(kipus.token, FOLLOW, {
    centreId,
    after: cursor,
  });
  expect(deliveries).toMatchObject([
    { service: { name: WORDS.name, capacity: { version: 1 } } },
  ]);
  const news = await kipus.ask<{
    centre: { activity: { nodes: unknown[] } };
  }>(
    `query ($id: ID!) { centre(id: $id) { activity(first: 1) { nodes { kind service { id } } } } }`,
    { id: centreId },
  );
  expect(news.data?.centre.activity.nodes).toEqual([
    { kind: "SERVICE_CHANGED", service: { id } },
  ]);

  // the second of two who saw the same
  expect(await say(editor, id, 1, { name: "Inaczej" })).toMatchObject({
    __typename: "ServiceMoved",
    service: { version: 2, name: WORDS.name },
  });
  expect(
    await say(editor, id, 2, {
      name: "ab",
      description: "PESEL 44051401359",
      place: "x".repeat(201),
      feeGrosze: -1,
    }),
  ).toMatchObject({
    fields: [
      { path: "words.name" },
      { path: "words.description" },
      { path: "words.place" },
      { path: "words.feeGrosze" },
    ],
  });

  // how people get in stays while a referral is open
  const referralId = await sent();
  const open = { entryMode: "OPEN" };
  expect(await say(editor, id, 2, open)).toMatchObject({
    fields: [{ path: "words.entryMode" }],
  });
  expect(await say(editor, id, 2, { feeGrosze: 0 })).toMatchObject({
    version: 3,
    feeUnit: null,
  });
  await move(team, "declineReferral", referralId);
  expect(await say(editor, id, 3, open)).toMatchObject({
    version: 4,
    entryMode: "OPEN",
  });
});
