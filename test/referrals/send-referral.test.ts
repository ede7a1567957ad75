// Sending a referral: the place is held at once, for exactly as many as there are places.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { aKey } from "../support/world.js";
import { aReferring, move, numbersOf, send } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const someText: unknown = expect.any(String);

it("holds the place in the same transaction and says until when", async () => {
  const { service, kipus, partner, centre } = await aReferring(api, {
    partner: { agreement: { emergency: "4h" } },
    service: { total: 3, occupied: 1 },
  });
  const outcome = await send(kipus, service, {
    priority: "EMERGENCY",
    ownReference: "sprawa 12/2026",
  });
  const byAgreement: unknown = expect.stringMatching(
    /^umowa U-.*, nagłe: 4 h$/,
  );
  expect(outcome).toMatchObject({
    __typename: "Referral",
    number: "SK/2026/00001",
    status: "SENT",
    version: 1,
    units: 1,
    sender: kipus.name,
    holdsPlace: true,
    ownReference: "sprawa 12/2026",
    dueAt: "2026-11-24T12:43:00.000Z",
    dueReason: byAgreement,
    viewerCanWithdraw: true,
    viewerCanAccept: false,
    service: {
      capacity: {
        total: 3,
        occupied: 1,
        reserved: 1,
        available: 1,
        version: 2,
      },
    },
    timeline: [{ status: "SENT", by: someText, reason: null }],
  });
  const events = await centre.asSystem((work) =>
    work.rows(
      `select type, partner_id, sender_account_id, actor_account_id, actor_partner_id, facts from event
       where topic = 'REFERRAL' order by position`,
    ),
  );
  expect(events).toMatchObject([
    {
      type: "ReferralSent",
      partner_id: partner.id,
      sender_account_id: kipus.accountId,
      actor_account_id: kipus.accountId,
      actor_partner_id: centre.hub.id,
      facts: { status: "SENT", version: 1, units: 1, serviceId: service.id },
    },
  ]);
  // the log holds no text of hers
  expect(JSON.stringify(events)).not.toContain("sprawa");
});

it("lets exactly as many win as there are places", async () => {
  const { centre, partner, service, kipus } = await aReferring(api, {
    service: { total: 5 },
  });
  const other = await partner.aService({ total: 50 });
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, async () => {
      // whoever waited too long for a connection is told to come again
      const requestKey = aKey();
      for (;;) {
        const outcome = await send(kipus, service, { requestKey });
        if (outcome.__typename !== "UNAVAILABLE") return outcome;
      }
    }),
  );
  const names = outcomes.map(({ __typename }) => __typename);
  expect(names.filter((name) => name === "Referral")).toHaveLength(5);
  expect(names.filter((name) => name === "NoFreePlace")).toHaveLength(195);
  const refused = outcomes.find(
    ({ __typename }) => __typename === "NoFreePlace",
  );
  expect(refused?.alternatives).toEqual([
    { id: other.globalId, name: someText },
  ]);
  expect(await numbersOf(centre, service)).toMatchObject({
    total: 5,
    reserved: 5,
    version: 6,
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("does the same key once, and refuses it with another input", async () => {
  const { centre, service, kipus } = await aReferring(api);
  const requestKey = aKey();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => send(kipus, service, { requestKey })),
  );
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
  const other = await send(kipus, service, { requestKey, units: 2 });
  expect(other.__typename).toBe("RequestKeyReused");
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 1 });
});

it("keeps no key of what was refused", async () => {
  const { service, kipus, team } = await aReferring(api, {
    service: { total: 0 },
  });
  const requestKey = aKey();
  const refused = await send(kipus, service, { requestKey });
  expect(refused.__typename).toBe("NoFreePlace");
  await team.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: service.globalId, total: 1 } },
  );
  const later = await send(kipus, service, { requestKey });
  expect(later.__typename).toBe("Referral");
});

it("keeps a place that is owed to the queue from others, and queues who asks to wait", async () => {
  const { service, kipus } = await aReferring(api, {
    service: { total: 3, waitingOutside: 3 },
  });
  const refused = await send(kipus, service);
  expect(refused.__typename).toBe("NoFreePlace");
  expect(await send(kipus, service, { waitIfFull: true })).toMatchObject({
    status: "WAITLISTED",
    holdsPlace: false,
    dueAt: null,
    queuePosition: 1,
    service: { capacity: { available: 3, waiting: 4, reserved: 0 } },
  });
});

it.each([
  ["a number that nobody ever confirmed", { confirmedDaysAgo: null }],
  ["units beyond the free ones", { total: 1, occupied: 1 }],
])("counts as no free place: %s", async (_, given) => {
  const { service, kipus } = await aReferring(api, {
    service: { total: 8, ...given },
  });
  expect((await send(kipus, service)).__typename).toBe("NoFreePlace");
});

it("sends nobody to a paused service, nor into its queue, and says so", async () => {
  const { service, kipus } = await aReferring(api, {
    service: { total: 8, suspended: true },
  });
  for (const waitIfFull of [false, true])
    expect(await send(kipus, service, { waitIfFull })).toMatchObject({
      __typename: "NoFreePlace",
      message: "Ta usługa jest wstrzymana. Wybierz inną.",
    });
});

it("sends to a service whose number is old: a call is needed, not a refusal", async () => {
  const { service, kipus } = await aReferring(api, {
    service: { confirmedDaysAgo: 100 },
  });
  expect((await send(kipus, service)).__typename).toBe("Referral");
});

it.each([
  ["no agreement", null],
  ["one that ended", { toDays: -1 }],
  ["one that begins tomorrow", { fromDays: 1 }],
  ["one that is not signed by all", { status: "AGREED" }],
  ["one that is suspended", { status: "SUSPENDED" }],
  ["only the founding accord", { kind: "LSR_ACCORD" as const }],
  ["only a letter of intent", { kind: "LETTER_OF_INTENT" as const }],
  ["only one on data", { kind: "DATA_PROCESSING" as const }],
])("asks for an agreement where there is %s", async (_, agreement) => {
  const { service, kipus } = await aReferring(api, { partner: { agreement } });
  const whatToDo: unknown = expect.stringContaining(
    "Poproś organizatorkę usług",
  );
  expect(await send(kipus, service)).toMatchObject({
    __typename: "AgreementMissing",
    message: whatToDo,
  });
});

it.each(["INVITED", "OBSERVER", null] as const)(
  "asks for a member of the network, not one who is %s",
  async (membership) => {
    const { service, kipus } = await aReferring(api, {
      partner: { membership },
    });
    expect((await send(kipus, service)).__typename).toBe("AgreementMissing");
  },
);

it("needs no agreement for the hub itself and for units of the same controller", async () => {
  const { centre, kipus } = await aReferring(api);
  const unit = await centre.aPartner({
    agreement: null,
    dataRole: "SAME_CONTROLLER",
  });
  for (const partner of [centre.hub, unit]) {
    const outcome = await send(kipus, await partner.aService());
    expect(outcome.__typename).toBe("Referral");
  }
});

it("refers nobody to what is for staff", async () => {
  const { service, kipus } = await aReferring(api, {
    service: { forResidents: false },
  });
  expect((await send(kipus, service)).__typename).toBe("AgreementMissing");
});

it("refuses a PESEL in the own reference, and all faults at once", async () => {
  const { service, kipus } = await aReferring(api);
  const { fields } = await send(kipus, service, {
    requestKey: "",
    units: 0,
    ownReference: "44 05 14 01 35 9",
  });
  expect(fields?.map(({ path }) => path)).toEqual([
    "requestKey",
    "units",
    "ownReference",
  ]);
});

it("follows an own, ended referral only", async () => {
  const { service, kipus, centre } = await aReferring(api);
  const { id: followsId } = await send(kipus, service);
  expect(await send(kipus, service, { followsId })).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "followsId" }],
  });
  await move(kipus, "withdrawReferral", followsId ?? "");
  // she sees it, and it is not hers
  const other = await centre.aPerson("KIPUS", "OUS");
  expect((await send(other, service, { followsId })).__typename).toBe(
    "InvalidInput",
  );
  expect(await send(kipus, service, { followsId })).toMatchObject({
    __typename: "Referral",
  });
});

it("takes no more units than the service has, waiting or not", async () => {
  const { service, kipus } = await aReferring(api, { service: { total: 14 } });
  for (const waitIfFull of [false, true])
    expect(await send(kipus, service, { units: 15, waitIfFull })).toMatchObject(
      { __typename: "InvalidInput", fields: [{ path: "units" }] },
    );
  expect(await send(kipus, service, { units: 14 })).toMatchObject({
    status: "SENT",
  });
});

it("takes a field that is null for one that is left out", async () => {
  const { service, kipus } = await aReferring(api);
  const requestKey = aKey();
  const first = await send(kipus, service, { requestKey });
  const again = await send(kipus, service, { requestKey, ownReference: null });
  expect(again).toMatchObject({ id: first.id });
});

it("passes an application on to the municipality alone, and it moves on to nobody by itself", async () => {
  const { service, kipus, team, partner, centre } = await aReferring(api, {
    service: { total: 5, entryMode: "ADMIN_DECISION" },
  });
  const passOn = (further = {}) =>
    send(kipus, service, { kind: "APPLICATION_TRANSFER", ...further });
  const theirs = (kind: string) =>
    centre.asSystem((work) =>
      work.rows(
        `update partner set statutory_provider_kind = $2 where id = $1`,
        [partner.id, kind],
      ),
    );
  const requestKey = aKey();
  for (const kind of ["NGO_ART3", "OTHER", "MEDICAL_ENTITY"]) {
    await theirs(kind);
    expect(await passOn({ requestKey })).toMatchObject({
      fields: [{ path: "kind" }],
    });
  }
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 0 });
  await theirs("MUNICIPAL_UNIT");
  // nobody referred her: where that office is silent, she is sent nowhere by herself
  expect(
    await passOn({ fallbackServiceIds: [(await partner.aService()).globalId] }),
  ).toMatchObject({ fields: [{ path: "fallbackServiceIds" }] });
  const { id = "" } = await passOn({ requestKey });
  const { data: planned } = await kipus.ask(
    `mutation ($input: PlanFallbacksInput!) { planFallbacks(input: $input) { __typename } }`,
    { input: { referralId: id, ifVersion: 0, serviceIds: [service.globalId] } },
  );
  expect(planned).toEqual({ planFallbacks: { __typename: "ReferralMoved" } });
  const kindOf = async (person = team) => {
    const { data } = await person.ask<{ node: { kind: string } }>(
      `query ($id: ID!) { node(id: $id) { ... on Referral { kind } } }`,
      { id },
    );
    return data?.node.kind;
  };
  expect(await kindOf()).toBe("APPLICATION_TRANSFER");
  // the same key is no other kind
  expect((await send(kipus, service, { requestKey })).__typename).toBe(
    "RequestKeyReused",
  );
  // it goes the way of every referral, and begins with the number of their decision
  await move(team, "acceptReferral", id);
  expect((await move(team, "startReferral", id)).__typename).toBe(
    "DocumentMissing",
  );
  await theirs("OTHER");
  expect(
    await move(team, "startReferral", id, {
      statutoryDocumentRef: "DPS.5021.7.2026",
    }),
  ).toMatchObject({ status: "IN_PROGRESS" });
  // nor past the graph: what the database holds is the law's
  await expect(
    centre.asSystem((work) =>
      work.rows(
        `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'version', 1,
           'number', 'SK/2026/99999', 'token_code', 'ZZZZZZZZ', 'status', 'WITHDRAWN', 'takes', 'NOTHING'))).* from referral r where id = $1`,
        [fromGlobalId("Referral", id)],
      ),
    ),
  ).rejects.toMatchObject({
    originalError: {
      message: "an application is passed on to the municipality alone",
    },
  });
});

it("lists what the viewer sent by herself, also where she sees that of others", async () => {
  const { centre, service, kipus } = await aReferring(api, {
    service: { total: 9 },
  });
  const both = await centre.aPerson("OUS", "KIPUS");
  const own = await send(both, service);
  api.clock.pass({ minutes: 1 });
  const others = await send(kipus, service);
  const listed = async (sentByViewer: boolean | null) => {
    const { data } = await both.ask<{
      centre: {
        referrals: { totalCount: number; nodes: { id: string }[] };
      };
    }>(
      `query ($id: ID!, $mine: Boolean) { centre(id: $id) { referrals(filter: { sentByViewer: $mine }) {
         totalCount nodes { id } } } }`,
      { id: centre.globalId, mine: sentByViewer },
    );
    const { nodes = [], totalCount } = data?.centre.referrals ?? {};
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }) => id);
  };
  expect(await listed(true)).toEqual([own.id]);
  for (const all of [false, null])
    expect(await listed(all)).toEqual([others.id, own.id]);
});
