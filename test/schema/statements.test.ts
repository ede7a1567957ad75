// Each page of each list is read in a bounded number of statements, whatever its length.
import { agree, anAgreement, signature } from "../agreements/agreeing.js";
import { agreementIdOf, settle } from "../fulfilment/settling.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Statements } from "../support/statements.js";
import { listenTo } from "../support/statements.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";

/** How many rows each list has at least. */
const MANY = 50;

let api: Api;
let centre: TestCentre;
let kipus: Person;
let statements: Statements;
let partners: TestPartner[];

beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  kipus = await centre.aPerson("KIPUS", "OUS");
  partners = await Promise.all(
    Array.from({ length: MANY }, () => centre.aPartner()),
  );
  for (const partner of partners) {
    await partner.aContact();
    const service = await partner.aService({ total: 2, occupied: 1 });
    const caseId = await centre.aCase(kipus);
    await send(kipus, service, { caseId, waitIfFull: true });
    await send(kipus, service, { caseId, waitIfFull: true });
  }
  statements = listenTo(api);
});
afterAll(() => api.close());

const SERVICE = `name availability offerable staleAfterDays stakeholderType referralObstacle viewerCanRefer
  matchReasons { text } responseTimes { amount } partner { name isHub } firstWaitingReferral { id }
  capacity { total available status }`;
const REFERRAL = `number status queuePosition ownReference dueReason statutoryDocumentRequired case { pseudonym }
  partner { name } service { name availability } timeline { by status } follows { id }`;
const PARTNER = `name stakeholderType isHub contactPersons { name } agreements { number parties { name } }
  services { name availability }`;

/** A list, what is asked of each of its rows, and how many statements may answer it. */
const lists: [name: string, selection: string, bound: number][] = [
  [
    "partners",
    `partners(first: $first) { totalCount nodes { ${PARTNER} } }`,
    14,
  ],
  [
    "services",
    `services(first: $first) { totalCount nodes { ${SERVICE} } }`,
    18,
  ],
  [
    "referrals",
    `referrals(first: $first) { totalCount nodes { ${REFERRAL} } }`,
    16,
  ],
  [
    "cases",
    `cases(first: $first) { totalCount nodes { pseudonym openedOn } }`,
    6,
  ],
  [
    "activity",
    `activity(first: $first) { nodes { kind by service { name } referral { number } } }`,
    8,
  ],
];

async function statementsOf(selection: string, first: number) {
  statements.taken();
  const { data, errors } = await kipus.ask<{
    centre: Record<string, { nodes: unknown[] }>;
  }>(`query ($id: ID!, $first: Int) { centre(id: $id) { ${selection} } }`, {
    id: centre.globalId,
    first,
  });
  if (errors) throw new Error(errors[0]?.message);
  const [list] = Object.values(data?.centre ?? {});
  return { rows: list?.nodes.length, statements: statements.taken().length };
}

it.each(lists)("%s", async (_, selection, bound) => {
  const two = await statementsOf(selection, 2);
  const many = await statementsOf(selection, MANY);
  expect([two.rows, many.rows]).toEqual([2, MANY]);
  expect(two.statements).toBeLessThanOrEqual(bound);
  expect(many.statements).toBeLessThanOrEqual(bound);
});

it("the picture of a network, with fifty members", async () => {
  statements.taken();
  const { errors } = await kipus.ask(
    `query ($id: ID!) { centre(id: $id) { networks { graph {
       nodes { degree openReferrals services agreementStatus partner { name } } edges { kind weight } } } } }`,
    { id: centre.globalId },
  );
  expect(errors).toBeUndefined();
  expect(statements.taken().length).toBeLessThanOrEqual(14);
});

it("writes the last signature of many, and an order of many lines, in a bounded number of statements", async () => {
  const many = partners.slice(0, 10);
  const [last, ...before] = many;
  if (!last) throw new Error("nobody signs");
  const ordering = await agreementIdOf({ centre, partner: last });
  const agreementId = await anAgreement(kipus, many, "AGREED", {
    kind: "LSR_ACCORD",
  });
  for (const partnerId of [null, ...before.map(({ globalId }) => globalId)])
    await agree(kipus, "signAgreement", signature({ agreementId, partnerId }));
  statements.taken();
  expect(
    await agree(
      kipus,
      "signAgreement",
      signature({ agreementId, partnerId: last.globalId }),
    ),
  ).toMatchObject({ status: "ACTIVE" });
  expect(statements.taken().length).toBeLessThanOrEqual(50);

  const services = await Promise.all(
    Array.from({ length: 20 }, () => last.aService()),
  );
  const order = {
    agreementId: ordering,
    partnerId: last.globalId,
    per: "MONTH",
    lines: services.map(({ globalId: serviceId }) => ({
      serviceId,
      quantity: 1,
    })),
  };
  statements.taken();
  expect(await settle(kipus, "placeOrder", order)).toMatchObject({
    version: 1,
  });
  expect(statements.taken().length).toBeLessThanOrEqual(20);
});
