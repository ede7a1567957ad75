// What becomes of open referrals when an agreement ends: running ones go on, each with a plan by its coordinator.
import { Agreement } from "../../server/agreements/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import {
  openReferralsWithoutPlan,
  plansBeforeEnd,
} from "../../server/referrals/index.js";
import {
  agree,
  anAgreement,
  terms,
  VERSION_IN_FORCE,
} from "../agreements/agreeing.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertAgreement } from "../support/settling.js";
import type { Referring } from "./referring.js";
import { aReferring, move, outcomeOf, send } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const someDay: unknown = expect.any(String);

const plan = async (person: Person, input: Record<string, unknown>) =>
  outcomeOf(
    await person.ask(
      `mutation ($input: PlanContinuationInput!) { outcome: planContinuation(input: $input) { __typename
         ... on Referral { id } ... on ReferralMoved { referral { id status } }
         ... on InvalidInput { fields { path message } } } }`,
      { input },
    ),
  );

async function seen(person: Person, id: string) {
  const { data } = await person.ask<{
    node: { agreement: { id: string } | null };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status agreementEndsOn continuation { way until }
       viewerCanPlanContinuation timeline { status } agreement { id openReferrals { referrals unplanned owedBy } } } } }`,
    { id },
  );
  return data?.node;
}

async function leftBehind(person: Person): Promise<string[]> {
  const { data } = await person.ask<{
    viewer: { centre: { referrals: { nodes: { id: string }[] } } };
  }>(
    `{ viewer { centre { referrals(filter: { senderHasLeft: true }) { nodes { id } } } } }`,
  );
  return (data?.viewer.centre.referrals.nodes ?? []).map(({ id }) => id);
}

/** What holds the end of its agreement back. */
async function heldBack({ centre, partner }: Referring, number?: string) {
  return centre.asSystem(async (work) => {
    const agreements = await work.manager
      .getRepository(Agreement)
      .findBy({ centreId: centre.id });
    const agreement = agreements.find((one) =>
      number ? one.number === number : one.partyIds.includes(partner.id),
    );
    if (!agreement) throw new Error("no agreement");
    return plansBeforeEnd(work, {
      ...{ agreement, partnerIds: [partner.id] },
      lastDay: agreement.validTo ?? "",
    });
  });
}

it("asks for a plan from 90 days before the end, and lets what runs go on after it", async () => {
  const at = await aReferring(api, { partner: { agreement: { toDays: 91 } } });
  const { kipus, team, service, centre } = at;
  const id = await at.sent();
  const ous = await centre.aPerson("OUS");
  expect(await seen(kipus, id)).toMatchObject({
    agreementEndsOn: null,
    continuation: null,
    viewerCanPlanContinuation: true,
  });
  api.clock.pass({ days: 1 });
  expect(await seen(kipus, id)).toMatchObject({
    agreementEndsOn: "2027-02-23",
  });
  expect((await heldBack(at))?.message).toMatch(
    new RegExp(`Plan podają: ${kipus.name}\\.`),
  );
  // 1 to 4 are not told, by whom a plan is owed is
  expect(await seen(ous, id)).toMatchObject({
    viewerCanPlanContinuation: false,
    agreement: {
      openReferrals: { referrals: null, unplanned: null, owedBy: [kipus.name] },
    },
  });
  const input = { referralId: id, way: "TRANSFER", until: "2027-02-23" };
  expect((await plan(team, input)).__typename).toBe("FORBIDDEN");
  const stranger = await centre.aPerson("KIPUS");
  expect((await plan(stranger, input)).__typename).toBe("InvalidInput");
  expect((await plan(kipus, { ...input, until: "2026-11-01" })).fields).toEqual(
    [
      {
        path: "until",
        message: "Podaj dzień od dziś, najwyżej za dwa lata.",
      },
    ],
  );
  expect((await plan(kipus, input)).__typename).toBe("Referral");
  expect(
    (await plan(kipus, { ...input, way: "FINISH_HERE", until: "2027-04-30" }))
      .__typename,
  ).toBe("Referral");
  const planned = { way: "FINISH_HERE", until: "2027-04-30" };
  // the partner knows of it, the way of the referral does not change
  for (const person of [kipus, team])
    expect(await seen(person, id)).toMatchObject({
      continuation: planned,
      timeline: [{ status: "SENT" }],
    });
  expect(await heldBack(at)).toBeNull();
  expect(
    await centre.asSystem((work) =>
      openReferralsWithoutPlan(work, at.partner.id, { lastDay: "2027-02-23" }),
    ),
  ).toEqual({ open: 1, unplanned: 0, owedBy: [] });
  expect(await seen(ous, id)).toMatchObject({
    agreement: { openReferrals: { unplanned: 0, owedBy: [] } },
  });
  const events = await centre.asSystem((work) =>
    work.rows(
      `select subject_id is not null as subject, facts from event where type = 'ContinuationPlanned' order by position`,
    ),
  );
  expect(events).toMatchObject([
    { facts: { way: "TRANSFER", version: 1 } },
    { facts: { way: "FINISH_HERE", version: 1 } },
  ]);

  await move(team, "acceptReferral", id);
  await centre.asSystem((work) =>
    work.rows(`update agreement set valid_to = '2026-11-24'`),
  );
  // new ones stop with the sentence, the running one goes on
  const refused = await send(kipus, service);
  expect(refused).toMatchObject({ __typename: "AgreementMissing" });
  expect(refused.message).toMatch(
    /^Umowa U-.* z tym partnerem wygasła 24 listopada 2026\. Poproś organizatorkę usług\.$/,
  );
  expect((await move(team, "startReferral", id)).__typename).toBe("Referral");
  expect(await seen(kipus, id)).toMatchObject({
    status: "IN_PROGRESS",
    agreementEndsOn: "2026-11-24",
  });
  expect((await move(team, "completeReferral", id)).__typename).toBe(
    "Referral",
  );
  expect(await seen(kipus, id)).toMatchObject({
    agreementEndsOn: null,
    viewerCanPlanContinuation: false,
  });
  expect(await plan(kipus, input)).toMatchObject({
    __typename: "ReferralMoved",
    referral: { status: "COMPLETED" },
  });
});

it("holds the end of an agreement back until each has its plan", async () => {
  const at = await aReferring(api, {
    partner: { agreement: { toDays: null } },
  });
  const { kipus, centre } = at;
  const id = await at.sent();
  const ous = await centre.aPerson("OUS");
  const agreementId = (await seen(kipus, id))?.agreement?.id;
  const terminate = async () =>
    outcomeOf(
      await ous.ask(
        `mutation ($input: TerminateAgreementInput!) { outcome: terminateAgreement(input: $input) { __typename
           ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
        {
          input: {
            agreementId,
            lastDay: "2026-12-31",
            byConsent: true,
            reason: "koniec zadania",
          },
        },
      ),
    );
  const held = await terminate();
  expect(held).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "agreementId" }],
  });
  expect(held.message).toContain(kipus.name);
  // one that was made for an earlier end is none, and the sentence says until when
  await plan(kipus, { referralId: id, way: "WITHDRAW", until: "2026-12-30" });
  expect((await terminate()).message).toMatch(
    /musi mieć plan, który sięga ostatniego dnia \(31 grudnia 2026\): co dalej\./,
  );
  await plan(kipus, { referralId: id, way: "WITHDRAW", until: "2026-12-31" });
  expect((await terminate()).__typename).toBe("Agreement");
  expect(await seen(kipus, id)).toMatchObject({
    agreementEndsOn: "2026-12-31",
    continuation: { way: "WITHDRAW" },
  });
});

it("counts no plan that was made for an end which has moved", async () => {
  const at = await aReferring(api, { partner: { agreement: { toDays: 20 } } });
  const { kipus, centre } = at;
  const referralId = await at.sent();
  const ous = await centre.aPerson("OUS");
  const lastDay = addDays(localDate(api.clock.now()), 20);
  await plan(kipus, { referralId, way: "FINISH_HERE", until: lastDay });
  const owed = async () => (await seen(ous, referralId))?.agreement;
  expect(await heldBack(at)).toBeNull();
  expect(await owed()).toMatchObject({ openReferrals: { unplanned: 0 } });
  await centre.asSystem((work) =>
    work.rows(`update agreement set valid_to = valid_to + 1`),
  );
  expect((await heldBack(at))?.message).toContain(kipus.name);
  expect(await owed()).toMatchObject({
    openReferrals: { unplanned: null, owedBy: [kipus.name] },
  });
});

it("lets the organiser plan for a coordinator who has left, and for nobody else", async () => {
  const at = await aReferring(api, { partner: { agreement: { toDays: 20 } } });
  const { kipus, centre } = at;
  const id = await at.sent();
  const ous = await centre.aPerson("OUS");
  const director = await centre.aPerson("DIRECTOR");
  const input = { referralId: id, way: "TRANSFER", until: "2026-12-31" };
  expect((await plan(ous, input)).__typename).toBe("FORBIDDEN");
  expect(await leftBehind(ous)).toEqual([]);
  await centre.asSystem((work) =>
    work.rows(`update assignment set ended_at = $2 where id = $1`, [
      kipus.assignmentId,
      work.now,
    ]),
  );
  expect(await seen(ous, id)).toMatchObject({
    viewerCanPlanContinuation: true,
    agreement: { openReferrals: { owedBy: [kipus.name] } },
  });
  expect((await plan(director, input)).__typename).toBe("InvalidInput");
  expect((await plan(at.team, input)).__typename).toBe("FORBIDDEN");
  // found by the organiser, for whom that list is
  expect(await leftBehind(ous)).toEqual([id]);
  expect(await leftBehind(at.team)).toEqual([]);
  for (const way of ["TRANSFER", "FINISH_HERE"]) {
    expect((await plan(ous, { ...input, way })).__typename).toBe("Referral");
    expect(await seen(ous, id)).toMatchObject({ continuation: { way } });
  }
  expect(await heldBack(at)).toBeNull();
});

it("holds an amendment back that takes a service, or what may travel, from who is open there without a plan", async () => {
  const at = await aReferring(api, { partner: { agreement: null } });
  const { kipus, centre, partner, service } = at;
  const ous = await centre.aPerson("OUS");
  const further = await partner.aService();
  const agreementId = await anAgreement(ous, [partner], "ACTIVE", {
    terms: { dataRole: "SEPARATE_CONTROLLER" },
  });
  const id = await at.sent();
  const caseId = await centre.aCase(kipus);
  await centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L2_IDENTITY",
    revoked: false,
  });
  const more = await send(kipus, further, {
    disclosureLevel: "L2_IDENTITY",
    caseId,
  });
  expect(more.__typename).toBe("Referral");
  const amend = (given: Record<string, unknown>) =>
    agree(ous, "amendAgreement", {
      agreementId,
      ifVersion: VERSION_IN_FORCE,
      effectiveFrom: "2027-01-01",
      terms: terms({ dataRole: "SEPARATE_CONTROLLER", ...given }),
    });
  const held = { fields: [{ path: "agreementId" }] };
  const only = (one: { globalId: string }) => ({
    services: [{ serviceId: one.globalId, placesKept: 0 }],
  });
  // what is at the other service stays as it is
  expect(await amend(only(further))).toMatchObject(held);
  await plan(kipus, { referralId: id, way: "TRANSFER", until: "2026-12-31" });
  expect(await amend(only(service))).toMatchObject(held);
  // a number may travel still, who she is may not
  expect(await amend({ dataRole: "NO_PERSONAL_DATA" })).toMatchObject(held);
  expect(await amend({ ...only(further), noticeDays: 3 })).toMatchObject({
    __typename: "Agreement",
  });
});

it("lets a party of several leave only after the plans for what is open at it", async () => {
  const at = await aReferring(api, { partner: { agreement: null } });
  const { kipus, centre, partner } = at;
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const others = [
    await centre.aPartner({ agreement: null }),
    await centre.aPartner({ agreement: null }),
  ];
  const agreementId = await anAgreement(ous, [partner, ...others], "ACTIVE", {
    kind: "COOPERATION",
    terms: { dataRole: "SEPARATE_CONTROLLER" },
  });
  const id = await at.sent();
  const leave = () =>
    agree(admin, "withdrawFromAgreement", { agreementId, reason: "remont" });
  expect(await leave()).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "agreementId" }],
  });
  await plan(kipus, { referralId: id, way: "TRANSFER", until: "2026-12-31" });
  expect(await leave()).toMatchObject({ __typename: "Agreement" });
});

it("asks for nothing where the next agreement carries the service on", async () => {
  const at = await aReferring(api, { partner: { agreement: { toDays: 20 } } });
  const { kipus, centre, partner, service } = at;
  const id = await at.sent();
  expect(await seen(kipus, id)).toMatchObject({
    agreementEndsOn: someDay,
  });
  const follow = (names: Record<string, number>) =>
    centre.asSystem((work) =>
      insertAgreement(work, centre.hub.id, partner.id, {
        fromDays: 21,
        toDays: 300,
        names,
      }),
    );
  const other = await partner.aService();
  await follow({ [other.id]: 0 });
  expect(await seen(kipus, id)).toMatchObject({
    agreementEndsOn: someDay,
  });
  await follow({ [service.id]: 0 });
  expect(await seen(kipus, id)).toMatchObject({ agreementEndsOn: null });
});
