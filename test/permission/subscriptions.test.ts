// The table of rights for subscriptions: who may follow, and to whom a change is delivered, by either wall.
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import { terms } from "../agreements/agreeing.js";
import { move, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Followed, Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import type { Actor, Cast } from "./cast.js";
import { aCast, actorNames } from "./cast.js";
import { subscriptions } from "./operations.table.js";
import { A_RESOURCE } from "./plays.js";

let api: Api;
let sockets: Sockets;
let cast: Cast;
let after: string;

const CAPACITY = `subscription ($centreId: ID!, $serviceIds: [ID!], $after: String) {
  change: capacityChanged(centreId: $centreId, serviceIds: $serviceIds, after: $after) {
    __typename ... on CaughtUp { cursor }
    ... on CapacityChanged { cursor service { capacity { total reserved version } } } } }`;
const REFERRAL = `subscription ($centreId: ID!, $after: String) {
  change: referralChanged(centreId: $centreId, after: $after) {
    __typename ... on CaughtUp { cursor } ... on ReferralChanged { cursor status } } }`;
const CENTRE = `subscription ($centreId: ID!, $after: String) {
  change: centreChanged(centreId: $centreId, after: $after) {
    __typename ... on CaughtUp { cursor } ... on CentreChanged { cursor topic } } }`;

const NEED = `subscription ($centreId: ID!, $after: String) {
  change: needReported(centreId: $centreId, after: $after) {
    __typename ... on CaughtUp { cursor } ... on NeedReported { cursor need { title } } } }`;

const documents = [
  ["capacityChanged", CAPACITY],
  ["referralChanged", REFERRAL],
  ["centreChanged", CENTRE],
  ["needReported", NEED],
] as const;

/** Of a row about one topic only its deliveries count. */
async function follow(actor: Actor, operation: string): Promise<Followed> {
  const [name = "", part] = operation.split(" ");
  const service = part === "HUB_ONLY" ? cast.hubService : cast.service;
  const [, document = ""] = documents.find(([of]) => of === name) ?? [];
  const followed = await sockets.follow(actor.person?.token ?? null, document, {
    centreId: cast.centre.globalId,
    after,
    ...(name === "capacityChanged" ? { serviceIds: [service.globalId] } : {}),
  });
  return {
    ...followed,
    deliveries: followed.deliveries.filter(
      (delivery) => !("topic" in delivery) || delivery["topic"] === part,
    ),
  };
}

beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
  cast = await aCast(api);
  const { cursor } = await sockets.follow(cast.sender.token, REFERRAL, {
    centreId: cast.centre.globalId,
  });
  after = cursor ?? "";
  const { id } = await send(cast.sender, cast.service);
  await move(cast.team, "acceptReferral", id ?? "");
  await cast.team.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: cast.hubService.globalId, total: 21 } },
  );
  await cast.sender.ask(
    `mutation ($input: ReportNeedInput!) { reportNeed(input: $input) { __typename } }`,
    { input: { requestKey: "a need", area: "HOUSING", gapKind: "TOO_FAR" } },
  );
  // a draft is the hub's, and whose it is the database alone knows
  await cast.actors.ous.person?.ask(
    `mutation ($input: DraftAgreementInput!) { draftAgreement(input: $input) { __typename } }`,
    {
      input: {
        requestKey: "a draft",
        kind: "COOPERATION",
        partnerIds: [cast.partner.globalId],
        terms: terms(),
      },
    },
  );
  const { person: admin } = cast.actors.admin;
  await admin?.ask(
    `mutation ($delivery: ReportDeliveryInput!, $resource: AddResourceInput!) {
       reportDelivery(input: $delivery) { __typename }
       addResource(input: $resource) { __typename } }`,
    {
      delivery: {
        orderId: cast.orderId,
        on: "2001-07-01",
        lines: [{ serviceId: cast.service.globalId, delivered: 3 }],
      },
      resource: {
        requestKey: "a resource",
        partnerId: cast.partner.globalId,
        words: A_RESOURCE,
      },
    },
  );
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});
afterEach(() => leaveItToTheDatabase(false));

function markOf({ deliveries: [first] }: Followed): string {
  if (!first) return "-";
  if (first["refused"] === "UNAUTHENTICATED") return "U";
  return first["refused"] === "FORBIDDEN" ? "F" : "y";
}

describe.each(subscriptions)("$operation", ({ operation, marks }) => {
  it("is delivered to whom the table says", async () => {
    const delivered: Record<string, string> = {};
    for (const name of actorNames)
      delivered[name] = markOf(await follow(cast.actors[name], operation));
    expect(delivered).toEqual(marks);
  });

  it("tells nothing that the database alone holds back", async () => {
    leaveItToTheDatabase(true);
    const told: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const name of actorNames) {
      const { deliveries } = await follow(cast.actors[name], operation);
      told[name] = deliveries.some((delivery) => !("refused" in delivery));
      expected[name] = marks[name] === "y";
    }
    expect(told).toEqual(expected);
  });
});

it("delivers each change once, in order, as each event left it", async () => {
  const { deliveries } = await follow(cast.actors.ous, "referralChanged");
  expect(deliveries).toMatchObject([
    { status: "SENT" },
    { status: "ACCEPTED" },
  ]);
  const numbers = await follow(cast.actors.ous, "capacityChanged");
  expect(numbers.deliveries).toMatchObject([
    { service: { capacity: { reserved: 3, version: 6 } } },
  ]);
});
