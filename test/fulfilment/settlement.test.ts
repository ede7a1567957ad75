// What was ordered under an agreement, what came of it, and the sheet that both sides confirm (story O26).
import { parseGlobalId } from "../../server/platform/graphql/global-id.js";
import { agree, anAgreement } from "../agreements/agreeing.js";
import type { Statement } from "../permission/second-wall.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import { move } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import { insertCheck, insertStandard } from "../support/standards.js";
import type { TestPartner } from "../support/world.js";
import { aKey } from "../support/world.js";
import { anOrder, draft, type Ordered, settle } from "./settling.js";

let api: Api;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

interface Line {
  serviceName: string;
  ordered: number;
  delivered: number;
  source: string;
  missed: number;
  costGrosze: number;
  declined: number | null;
}

const ACCOUNTS = `accounts { orderedGrosze costGrosze
  lines { serviceName ordered delivered source missed costGrosze declined }
  answers { priority promise inTime answers } }`;

async function seen(person: Person, orderId: string, on: string) {
  const { data, errors } = await person.ask<{
    node: {
      fulfilment: {
        reportVersion: number | null;
        accounts: {
          orderedGrosze: number;
          costGrosze: number;
          lines: Line[];
          answers: { priority: string; inTime: number | null }[];
        };
      };
      sheets: {
        id: string;
        from: string;
        to: string;
        status: string;
        revision: number;
        accounts: { costGrosze: number };
        differences: object[];
      }[];
    } | null;
  }>(
    `query ($id: ID!, $on: Date!) { node(id: $id) { ... on AgreementOrder { fulfilment(on: $on) { reportVersion ${ACCOUNTS} }
       sheets { id from to status revision accounts { costGrosze } differences { serviceName wasDelivered isDelivered } } } } }`,
    { id: orderId, on },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.node ?? null;
}

const eventsOf = ({ centre }: Ordered) =>
  centre.asSystem(async (work) =>
    (
      await work.rows<{ type: string }>(
        `select type from event where centre_id = $1 and type ~ '^(Order|Delivery|Settlement|Shortfall)' order by position`,
        [centre.id],
      )
    ).map(({ type }) => type),
  );

/** Three run and one could not be taken, in November; then it is December. */
async function afterAMonth(): Promise<Ordered> {
  const world = await anOrder(api);
  const { team, sent } = world;
  for (let n = 0; n < 3; n += 1) {
    const id = await sent();
    await move(team, "acceptReferral", id);
    await move(team, "startReferral", id);
  }
  await move(team, "declineReferral", await sent());
  api.clock.pass({ days: 10 });
  return {
    ...world,
    ous: await world.centre.aPerson("OUS"),
    admin: await world.partner.aPerson("PARTNER_ADMIN"),
  };
}

it("tells ordered, delivered, missed and cost, from referrals and from the organisation's report", async () => {
  const world = await afterAMonth();
  const { admin, ous, orderId, trips } = world;
  const before = await seen(ous, orderId, "2026-11-05");
  expect(before?.fulfilment).toMatchObject({
    reportVersion: null,
    accounts: {
      orderedGrosze: 245_000,
      costGrosze: 60_000,
      lines: [
        {
          serviceName: "Warsztat stolarski",
          ordered: 10,
          delivered: 3,
          source: "REFERRALS",
          missed: 7,
          costGrosze: 60_000,
          declined: 1,
        },
        { serviceName: "Transport", delivered: 0, source: "UNKNOWN" },
      ],
    },
  });
  // before the agreement was in force nothing was ordered, and nothing is missing
  const early = await seen(ous, orderId, "2024-05-05");
  expect(early?.fulfilment.accounts).toMatchObject({
    ...{ orderedGrosze: 0, lines: [] },
  });
  const report = {
    orderId,
    on: "2026-11-30",
    // more than was ordered is not paid
    lines: [{ serviceId: trips.globalId, delivered: 44 }],
  };
  expect(await settle(admin, "reportDelivery", report)).toMatchObject({
    __typename: "AgreementOrder",
  });
  // twice is once, and who has not seen it is told
  await settle(admin, "reportDelivery", report);
  expect(
    await settle(admin, "reportDelivery", {
      ...report,
      lines: [{ serviceId: trips.globalId, delivered: 20 }],
    }),
  ).toMatchObject({ __typename: "OrderMoved" });
  const after = await seen(admin, orderId, "2026-11-05");
  expect(after?.fulfilment).toMatchObject({
    reportVersion: 1,
    accounts: {
      costGrosze: 105_000,
      lines: [
        {},
        { delivered: 44, source: "REPORT", missed: 0, costGrosze: 45_000 },
      ],
    },
  });
  // who looks over the accounts sees the money and none of few people
  const authority = await world.centre.aPerson("AUTHORITY");
  const looked = await seen(authority, orderId, "2026-11-05");
  expect(looked?.fulfilment.accounts).toMatchObject({
    costGrosze: 105_000,
    lines: [{ delivered: 3, declined: null }, {}],
  });
  const stranger = await world.centre.aPartner();
  for (const other of [
    world.kipus,
    await world.centre.aPerson("OSL", "RESIDENT_REP", "SYSADMIN"),
    await stranger.aPerson("PARTNER_ADMIN"),
    await world.partner.aPerson("PARTNER_REFERRALS"),
  ])
    expect(await seen(other, orderId, "2026-11-05")).toBeNull();
  expect(await eventsOf(world)).toEqual(["OrderPlaced", "DeliveryReported"]);
});

it("is confirmed by both sides, at once as well, and then stays", async () => {
  const world = await afterAMonth();
  const { ous, admin, orderId } = world;
  expect(await draft(ous, orderId, "2026-12-01")).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "on" }],
  });
  const { id: sheetId } = await draft(ous, orderId, "2026-11-01");
  // a source that changes later is shown beside it
  const report = (delivered: number, ifVersion: number | null) =>
    settle(admin, "reportDelivery", {
      orderId,
      on: "2026-11-01",
      lines: [{ serviceId: world.service.globalId, delivered }],
      ifVersion,
    });
  expect((await report(9, null)).__typename).toBe("AgreementOrder");
  const said = await Promise.all([
    settle(ous, "confirmSettlement", { sheetId }),
    settle(admin, "confirmSettlement", { sheetId }),
  ]);
  expect(said.map(({ __typename }) => __typename)).toEqual([
    "SettlementSheet",
    "SettlementSheet",
  ]);
  const [sheet] = (await seen(ous, orderId, "2026-11-01"))?.sheets ?? [];
  expect(sheet).toMatchObject({
    status: "CONFIRMED",
    accounts: { costGrosze: 60_000 },
    differences: [
      { serviceName: "Warsztat stolarski", wasDelivered: 3, isDelivered: 9 },
    ],
  });
  expect(await settle(ous, "confirmSettlement", { sheetId })).toMatchObject({
    status: "CONFIRMED",
  });
  expect(await draft(ous, orderId, "2026-11-01")).toMatchObject({
    __typename: "InvalidInput",
  });

  // what both have confirmed, nobody reports otherwise
  expect((await report(99, 1)).fields?.[0]?.message).toMatch(
    /obie strony.*napisz do organizatorki/,
  );
  expect((await seen(admin, orderId, "2026-11-01"))?.sheets[0]).toMatchObject({
    differences: [{ wasDelivered: 3, isDelivered: 9 }],
  });
  expect((await eventsOf(world)).slice(1, 5)).toEqual([
    "SettlementDrafted",
    "DeliveryReported",
    "SettlementConfirmed",
    "SettlementConfirmed",
  ]);

  // a report and the last confirmation at one moment: one of them stands, and the other is told
  const on = "2026-10-31";
  const { id: october } = await draft(ous, orderId, on);
  await settle(ous, "confirmSettlement", { sheetId: october });
  const raced = await Promise.all([
    settle(admin, "confirmSettlement", {
      ...{ sheetId: october, ifReportVersion: null },
    }),
    settle(admin, "reportDelivery", { orderId, on, lines: [] }),
  ]);
  expect([
    ["SettlementSheet", "InvalidInput"],
    ["SettlementMoved", "AgreementOrder"],
  ]).toContainEqual(raced.map(({ __typename }) => __typename));
  let late: Promise<unknown> = Promise.resolve();
  await world.centre.asSystem((work) =>
    work.rows(
      `insert into settlement_sheet (centre_id, id, order_id, partner_id, from_on, to_on, revision, status, figures, drafted_at)
       select centre_id, gen_random_uuid(), order_id, partner_id, '2026-06-01', '2026-06-30', 1, 'OPEN', figures, drafted_at
       from settlement_sheet where id = $1`,
      [parseGlobalId(sheetId ?? "")?.id],
    ),
  );
  await world.centre.asSystem(async (work) => {
    await work.rows(
      `update settlement_sheet set status = 'CONFIRMED', hub_confirmed_at = now(), partner_confirmed_at = now()
       where from_on = '2026-06-01'`,
    );
    // where the application forgot to wait, the database does
    late = world.centre
      .asSystem((other) =>
        other.rows(
          `insert into delivery_report (centre_id, id, order_id, partner_id, from_on, to_on, lines, version, reported_at)
           select centre_id, gen_random_uuid(), order_id, partner_id, from_on, to_on, '[]', 1, now() from settlement_sheet
           where from_on = '2026-06-01'`,
        ),
      )
      .catch((error: unknown) => error);
  });
  expect(await late).toMatchObject({ message: "This is not yours to do." });

  // the database as well: a sheet begins open, and a report is of the order's own organisation
  const { centre } = world;
  const sheetOf = (status: string, confirmed: string): Statement => [
    `insert into settlement_sheet (centre_id, id, order_id, partner_id, from_on, to_on, revision, status, figures, drafted_at,
       hub_confirmed_at, partner_confirmed_at)
     select centre_id, gen_random_uuid(), order_id, partner_id, '2026-09-01', '2026-09-30', 1, '${status}', figures, drafted_at,
       ${confirmed}, ${confirmed} from settlement_sheet where centre_id = $1 and from_on = '2026-11-01'`,
    centre.id,
  ];
  const buyer = memberOf(ous, centre.id, centre.hub.id, "OUS");
  expect(await attempt(api, buyer, sheetOf("CONFIRMED", "now()"))).toBe(
    "refused",
  );
  await attempt(api, buyer, sheetOf("OPEN", "null"));
  const stranger = await centre.aPartner();
  const strangers = memberOf(
    await stranger.aPerson("PARTNER_ADMIN"),
    centre.id,
    stranger.id,
    "PARTNER_ADMIN",
  );
  await expect(
    attempt(api, strangers, [
      `insert into delivery_report (centre_id, id, order_id, partner_id, from_on, to_on, lines, version, reported_at)
       values ($1, gen_random_uuid(), $2, $3, '2026-09-01', '2026-09-30', '[]', 1, now())`,
      centre.id,
      parseGlobalId(orderId)?.id,
      stranger.id,
    ]),
  ).rejects.toMatchObject({ code: "23503" });
});

it("tells nobody else what became of accounts, in the log either", async () => {
  const world = await afterAMonth();
  const { ous, admin, orderId, centre, partner, kipus } = world;
  const { id: sheetId } = await draft(ous, orderId, "2026-11-01");
  await settle(admin, "confirmSettlement", { sheetId });
  await settle(ous, "raiseShortfall", {
    requestKey: aKey(),
    orderId,
    on: "2026-11-01",
    kind: "TALK",
    reason: "mało zajęć",
    owner: "PARTNER",
    dueOn: "2026-12-20",
  });
  const stranger = await centre.aPartner();
  const reads: [Person, TestPartner, string, "done" | "nothing"][] = [
    [ous, centre.hub, "OUS", "done"],
    [ous, centre.hub, "DIRECTOR", "done"],
    [admin, partner, "PARTNER_ADMIN", "done"],
    [admin, partner, "PARTNER_VIEWER", "nothing"],
    [kipus, centre.hub, "KIPUS", "nothing"],
    [kipus, centre.hub, "RESIDENT_REP", "nothing"],
    [
      await stranger.aPerson("PARTNER_ADMIN"),
      stranger,
      "PARTNER_ADMIN",
      "nothing",
    ],
  ];
  for (const type of ["OrderPlaced", "SettlementConfirmed", "ShortfallRaised"])
    for (const [person, of, role, outcome] of reads)
      expect([
        type,
        role,
        await attempt(api, memberOf(person, centre.id, of.id, role), [
          `select from event where type = $1`,
          type,
        ]),
      ]).toEqual([type, role, outcome]);
});

/** As the system would write it: a sheet that nobody has spoken to. */
const sheetOf = (
  { centre, orderId }: Ordered,
  from: string,
  to: string,
): Promise<unknown> =>
  centre.asSystem((work) =>
    work.rows(
      `insert into settlement_sheet (centre_id, id, order_id, partner_id, from_on, to_on, revision, status, figures, drafted_at)
       select centre_id, gen_random_uuid(), id, partner_id, $3, $4, 1, 'OPEN', '{"lines":[],"answers":[]}', $5
       from agreement_order where centre_id = $1 and id = $2`,
      [centre.id, parseGlobalId(orderId)?.id, from, to, work.now],
    ),
  );

it("settles no day twice, whatever the kind of period", async () => {
  const world = await anOrder(api);
  const { agreementId, orderId, partner, service, centre } = world;
  const quarterly = (ous: Person, ifVersion: number) =>
    settle(ous, "placeOrder", {
      agreementId,
      partnerId: partner.globalId,
      per: "QUARTER",
      ifVersion,
      lines: [{ serviceId: service.globalId, quantity: 30 }],
    });
  // a sheet of a month and the order of its quarter at once: one finds the other
  const [october, atOnce] = await Promise.all([
    draft(world.ous, orderId, "2026-10-15"),
    quarterly(world.ous, 1),
  ]);
  expect([
    ["SettlementSheet", "per"],
    ["on", "AgreementOrder"],
  ]).toContainEqual(
    [october, atOnce].map((one) => one.fields?.[0]?.path ?? one.__typename),
  );
  const { version = 1 } = atOnce;
  await settle(world.ous, "placeOrder", {
    agreementId,
    partnerId: partner.globalId,
    per: "MONTH",
    ifVersion: version,
    lines: [
      { serviceId: service.globalId, quantity: 10, unitPriceGrosze: 20_000 },
    ],
  });
  api.clock.pass({ days: 45 });
  const ous = await centre.aPerson("OUS");
  const [stands] = await centre.asSystem((work) =>
    work.rows<{ version: number }>(
      `select version from agreement_order where centre_id = $1`,
      [centre.id],
    ),
  );
  expect(await quarterly(ous, stands?.version ?? 0)).toMatchObject({
    __typename: "AgreementOrder",
  });
  // what was ordered by the month is settled by the month, at its price
  expect(await draft(ous, orderId, "2026-12-15")).toMatchObject({
    __typename: "SettlementSheet",
  });
  const { sheets } = (await seen(ous, orderId, "2027-01-05")) ?? {};
  expect(sheets?.[0]).toMatchObject({ from: "2026-12-01", to: "2026-12-31" });

  await sheetOf(world, "2027-01-01", "2027-01-31");
  api.clock.pass({ days: 90 });
  const later = await centre.aPerson("OUS");
  expect(await draft(later, orderId, "2027-02-15")).toMatchObject({
    fields: [{ path: "on" }],
  });
  await expect(
    sheetOf(world, "2027-01-01", "2027-03-31"),
  ).rejects.toMatchObject({ code: "23P01" });
});

it("keeps what a period that is over was ordered; a new order is for the running one", async () => {
  const world = await afterAMonth();
  const { ous, admin, orderId, agreementId, partner, service, trips } = world;
  const before = await seen(ous, orderId, "2026-11-05");
  await settle(ous, "placeOrder", {
    agreementId,
    partnerId: partner.globalId,
    per: "MONTH",
    ifVersion: 1,
    lines: [
      { serviceId: service.globalId, quantity: 2, unitPriceGrosze: 90_000 },
    ],
  });
  const after = await seen(ous, orderId, "2026-11-05");
  expect(after?.fulfilment).toEqual(before?.fulfilment);
  expect(
    (await seen(ous, orderId, "2026-12-05"))?.fulfilment.accounts,
  ).toMatchObject({ orderedGrosze: 180_000, lines: [{ ordered: 2 }] });
  const quarterly = {
    agreementId,
    partnerId: partner.globalId,
    per: "QUARTER",
    ifVersion: 2,
    lines: [{ serviceId: service.globalId, quantity: 6 }],
  };
  // a quarter would order anew what is over, before anybody has accounted for it
  expect(await settle(ous, "placeOrder", quarterly)).toMatchObject({
    fields: [{ path: "per" }],
  });
  // what was ordered then can be reported still
  expect(
    await settle(admin, "reportDelivery", {
      orderId,
      on: "2026-11-30",
      lines: [{ serviceId: trips.globalId, delivered: 30 }],
    }),
  ).toMatchObject({ __typename: "AgreementOrder" });
  expect(await settle(ous, "placeOrder", quarterly)).toMatchObject({
    fields: [{ path: "per" }],
  });
});

it("tells how what was ordered holds its standards, beside the accounts", async () => {
  const world = await afterAMonth();
  const { ous, admin, orderId, centre, partner, service } = world;
  await centre.asSystem(async (work) => {
    const standardId = await insertStandard(work, { service });
    await insertCheck(work, standardId, partner.id, service.id);
  });
  const quality = async (person: Person, on: string) => {
    const { data } = await person.ask<{
      node: { fulfilment: { quality: object[] | null } };
    }>(
      `query ($id: ID!, $on: Date!) { node(id: $id) { ... on AgreementOrder { fulfilment(on: $on) {
         quality { serviceName standardName checks checkedOn result actionDueOn } } } } }`,
      { id: orderId, on },
    );
    return data?.node.fulfilment.quality;
  };
  const december = "2026-12-04";
  for (const person of [ous, admin])
    expect(await quality(person, december)).toMatchObject([
      {
        serviceName: "Warsztat stolarski",
        checks: 1,
        checkedOn: december,
        result: "NOT_MET",
        actionDueOn: december,
      },
      { serviceName: "Transport", standardName: null, checks: 0, result: null },
    ]);
  // what was found later says nothing of the period
  expect(await quality(ous, "2026-11-05")).toMatchObject([
    { checks: 0, checkedOn: null, actionDueOn: null },
    {},
  ]);
  // who looks over the accounts reads no checks
  const authority = await centre.aPerson("AUTHORITY");
  expect(await quality(authority, december)).toBeNull();
});

it("goes back to a new version where a side objects; who confirms the old one is told", async () => {
  const { ous, admin, orderId } = await afterAMonth();
  const { id: sheetId } = await draft(ous, orderId, "2026-11-01");
  expect(
    await settle(admin, "objectToSettlement", { sheetId, reason: "x" }),
  ).toMatchObject({ __typename: "InvalidInput", fields: [{ path: "reason" }] });
  const objection = { sheetId, reason: "Dwie osoby zaczęły wcześniej." };
  expect(await settle(admin, "objectToSettlement", objection)).toMatchObject({
    status: "OBJECTED",
  });
  expect(await settle(ous, "confirmSettlement", { sheetId })).toMatchObject({
    __typename: "SettlementMoved",
    sheet: { id: sheetId, status: "OBJECTED" },
  });
  const second = await draft(ous, orderId, "2026-11-01");
  expect(second).toMatchObject({ revision: 2, status: "OPEN" });
  expect(await settle(admin, "confirmSettlement", { sheetId })).toMatchObject({
    __typename: "SettlementMoved",
    sheet: { id: second.id, revision: 2 },
  });
  const input = { requestKey: aKey(), orderId, on: "2026-11-01" };
  const third = await settle(ous, "draftSettlement", input);
  expect(await settle(ous, "draftSettlement", input)).toEqual(third);
  expect(
    await settle(ous, "draftSettlement", { ...input, on: "2026-10-01" }),
  ).toMatchObject({ __typename: "RequestKeyReused" });
});

it("takes no order and no report that cannot be", async () => {
  const { ous, admin, agreementId, partner, orderId, service, trips, centre } =
    await anOrder(api);
  const { hub } = centre;
  const neighbour = await centre.aPartner();
  const other = await neighbour.aService();
  const order = { agreementId, partnerId: partner.globalId, per: "MONTH" };
  const line = { serviceId: service.globalId, quantity: 1 };
  const cases: [object, string][] = [
    [{ lines: [] }, "lines"],
    [{ lines: [line, line] }, "lines.1.serviceId"],
    [{ lines: [{ ...line, serviceId: other.globalId }] }, "lines.0.serviceId"],
    [{ lines: [{ ...line, quantity: 0 }] }, "lines.0.quantity"],
    [{ lines: [{ ...line, unitPriceGrosze: -1 }] }, "lines.0.unitPriceGrosze"],
  ];
  for (const [given, path] of cases)
    expect(
      await settle(ous, "placeOrder", { ...order, ...given, ifVersion: 1 }),
    ).toMatchObject({ __typename: "InvalidInput", fields: [{ path }] });
  expect(
    await settle(ous, "placeOrder", { ...order, lines: [line] }),
  ).toMatchObject({ __typename: "OrderMoved" });
  for (const unbound of [
    await anAgreement(ous, [partner], "AGREED"),
    await anAgreement(ous, [partner], "ACTIVE", { kind: "LETTER_OF_INTENT" }),
  ])
    expect(
      await settle(ous, "placeOrder", {
        ...order,
        agreementId: unbound,
        lines: [line],
      }),
    ).toMatchObject({ fields: [{ path: "agreementId" }] });
  // only what the agreement covers, of a party that is still there and is not who orders
  const covering = await anAgreement(ous, [partner], "ACTIVE", {
    terms: { services: [{ serviceId: trips.globalId, placesKept: 0 }] },
  });
  const shared = await anAgreement(
    ous,
    [partner, neighbour, await centre.aPartner()],
    "ACTIVE",
  );
  await agree(admin, "withdrawFromAgreement", {
    agreementId: shared,
    reason: "Odchodzimy",
  });
  // who is under notice is not said to be gone
  const leaving = await anAgreement(
    ous,
    [partner, neighbour, await centre.aPartner()],
    "ACTIVE",
    { terms: { noticeDays: 40 } },
  );
  await agree(admin, "withdrawFromAgreement", {
    ...{ agreementId: leaving, reason: "Odchodzimy" },
  });
  const underNotice = await settle(ous, "placeOrder", {
    ...{ agreementId: leaving, partnerId: partner.globalId, per: "MONTH" },
    lines: [{ serviceId: service.globalId, quantity: 1 }],
  });
  expect(JSON.stringify(underNotice.fields)).toMatch(
    /Ta organizacja odchodzi z umowy \d/,
  );
  const groundless: [string, TestPartner, Offered, string][] = [
    [covering, partner, service, "lines.0.serviceId"],
    [covering, hub, await hub.aService(), "partnerId"],
    [shared, partner, service, "partnerId"],
  ];
  const her = memberOf(ous, centre.id, hub.id, "OUS");
  for (const [under, of, ordered, path] of groundless) {
    expect(
      await settle(ous, "placeOrder", {
        agreementId: under,
        partnerId: of.globalId,
        per: "MONTH",
        lines: [{ serviceId: ordered.globalId, quantity: 1 }],
      }),
    ).toMatchObject({ fields: [{ path }] });
    expect(
      await attempt(api, her, [
        `insert into agreement_order (centre_id, id, agreement_id, partner_id, per, lines, version, created_at, updated_at)
         values ($1, gen_random_uuid(), $2, $3, 'MONTH', $4, 1, now(), now())`,
        centre.id,
        parseGlobalId(under)?.id,
        of.id,
        JSON.stringify([{ serviceId: ordered.id }]),
      ]),
    ).toBe("refused");
  }
  expect(await draft(ous, orderId, "2026-01-01")).toMatchObject({
    fields: [{ path: "on" }],
  });
  expect(
    await settle(admin, "reportDelivery", {
      orderId,
      on: "2027-03-01",
      lines: [{ serviceId: other.globalId, delivered: -1 }],
    }),
  ).toMatchObject({
    fields: [
      { path: "on" },
      { path: "lines.0.serviceId" },
      { path: "lines.0.delivered" },
    ],
  });
});
