// An organisation leaves by a procedure that everybody reads: what is open is handed over first, then nothing new is sent (O19, P16).
import type { Work } from "../../server/events/index.js";
import { addDays, localDate } from "../../server/platform/calendar.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import { agree, anAgreement } from "../agreements/agreeing.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import type { Outcome, Referring } from "../referrals/referring.js";
import { aReferring, move, outcomeOf, send } from "../referrals/referring.js";
import { ask } from "../resources/lending.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertLoan, insertResource } from "../support/resources.js";
import { insertMembership, insertNetwork } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import { announceLeaving } from "./leaving.js";

const joiningAndLeaving: unknown = expect.stringMatching(
  /^Jak dołączyć[^]*Jak odejść/,
);

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const today = () => localDate(api.clock.now());

interface SeenMembership {
  id: string;
  version: number;
  leavingOn: string | null;
  leaveReason: string | null;
  viewerCanLeave: boolean;
  handOver: {
    referrals: number | null;
    unplanned: number | null;
    owedBy: string[];
  } | null;
}

async function seen(person: Person, partner: TestPartner) {
  const { data } = await person.ask<{
    node: { status: string; memberships: SeenMembership[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { status memberships { id version leavingOn leaveReason viewerCanLeave
       handOver { referrals unplanned owedBy } } } } }`,
    { id: partner.globalId },
  );
  if (!data) throw new Error("no partner");
  return data.node;
}

async function firstOf(person: Person, partner: TestPartner) {
  const [membership] = (await seen(person, partner)).memberships;
  if (!membership) throw new Error("no membership");
  return membership;
}

type Verb = "announceLeaving" | "takeBackLeaving" | "completeLeaving";

async function say(
  person: Person,
  verb: Verb,
  membership: SeenMembership,
  further: Record<string, unknown> = {},
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { id: membershipId, version: ifVersion } = membership;
  return outcomeOf(
    await person.ask(
      `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename
         ... on NetworkMembership { id version } ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
      { input: { membershipId, ifVersion, ...further } },
    ),
  );
}

const leaves = () => ({ leavingOn: today(), reason: "Koniec zadania" });

async function plan(kipus: Person, referralId: string): Promise<Outcome> {
  return outcomeOf(
    await kipus.ask(
      `mutation ($input: PlanContinuationInput!) { outcome: planContinuation(input: $input) { __typename } }`,
      { input: { referralId, way: "FINISH_HERE", until: today() } },
    ),
  );
}

/** Everything of the agreement is over today. */
const endsToday = { partner: { agreement: { toDays: 0 } } };

async function announced(at: Referring): Promise<Person> {
  const admin = await at.partner.aPerson("PARTNER_ADMIN");
  const membership = await firstOf(admin, at.partner);
  expect(
    (await say(admin, "announceLeaving", membership, leaves())).__typename,
  ).toBe("NetworkMembership");
  return admin;
}

it("lets nobody go before each open referral has its plan and the agreements end", async () => {
  const at = await aReferring(api, {
    partner: { agreement: { toDays: null } },
  });
  const { centre, partner, kipus, team, service } = at;
  const ids = [await at.sent(), await at.sent()];
  const ous = await centre.aPerson("OUS");
  const admin = await announced(at);

  // the organisation counts its own, the organiser is told by whom a plan is owed
  const membership = await firstOf(admin, partner);
  expect(membership).toMatchObject({
    leavingOn: today(),
    leaveReason: "Koniec zadania",
    viewerCanLeave: true,
    handOver: { referrals: 2, unplanned: 2, owedBy: [kipus.name] },
  });
  expect((await firstOf(ous, partner)).handOver).toEqual({
    referrals: null,
    unplanned: null,
    owedBy: [kipus.name],
  });
  expect(await firstOf(kipus, partner)).toMatchObject({
    leavingOn: today(),
    viewerCanLeave: false,
    handOver: null,
  });
  const { data } = await kipus.ask<{ node: { partnerLeavesOn: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { partnerLeavesOn } } }`,
    { id: ids[0] ?? "" },
  );
  expect(data?.node.partnerLeavesOn).toBe(today());

  const complete = () => say(admin, "completeLeaving", membership);
  const owing = await complete();
  expect(owing.fields).toMatchObject([{ path: "membershipId" }]);
  expect(owing.message).toContain(`Plan podają: ${kipus.name}.`);
  for (const id of ids)
    expect((await plan(kipus, id)).__typename).toBe("Referral");
  // plans for an earlier day are none, whatever hand writes it
  const hers = memberOf(kipus, centre.id, centre.hub.id, "KIPUS");
  const shift = (days: number) =>
    attempt(api, hers, [
      `update referral_continuation set until = until + $1::integer`,
      days,
    ]);
  expect(await shift(-1)).toBe("done");
  expect((await complete()).message).toContain(
    "musi mieć plan, który sięga dnia odejścia",
  );
  expect(
    await attempt(
      api,
      memberOf(admin, centre.id, partner.id, "PARTNER_ADMIN"),
      [
        `update network_membership set left_on = leaving_on where partner_id = $1`,
        partner.id,
      ],
    ),
  ).toBe("refused");
  await shift(1);

  const bound = await complete();
  expect(bound.message).toMatch(
    /^Najpierw trzeba zakończyć umowy, na których stoją skierowania: U-/,
  );
  const { data: found } = await ous.ask<{
    node: { agreements: { id: string }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { agreements { id } } } }`,
    { id: partner.globalId },
  );
  const ended = await ous.ask<{ outcome: Outcome }>(
    `mutation ($input: TerminateAgreementInput!) { outcome: terminateAgreement(input: $input) { __typename } }`,
    {
      input: {
        agreementId: found?.node.agreements[0]?.id,
        lastDay: today(),
        byConsent: true,
        reason: "odchodzi z sieci",
      },
    },
  );
  expect(outcomeOf(ended).__typename).toBe("Agreement");

  expect((await complete()).__typename).toBe("NetworkMembership");
  expect(await seen(ous, partner)).toMatchObject({
    status: "FORMER",
    memberships: [],
  });
  const [row] = await centre.asSystem((work) =>
    work.rows<{ referable_from: string | null }>(
      `select referable_from from service where id = $1`,
      [service.id],
    ),
  );
  expect(row?.referable_from).toBeNull();
  const refused = await send(kipus, service);
  expect(refused).toMatchObject({
    __typename: "AgreementMissing",
    message:
      "Ta organizacja nie jest teraz w sieci. Poproś organizatorkę usług.",
  });
  // what runs goes on as planned
  expect((await move(team, "acceptReferral", ids[0] ?? "")).__typename).toBe(
    "Referral",
  );
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; facts: unknown }>(
      `select type, facts from event where type like 'NetworkLe%' order by position`,
    ),
  );
  expect(events).toMatchObject([
    { type: "NetworkLeavingAnnounced", facts: { leavingOn: today() } },
    { type: "NetworkLeft", facts: { isFormer: true } },
  ]);
});

it("stays where it is taken back, and is not gone before its day", async () => {
  const centre = await aCentre(api);
  const partner = await centre.aPartner(endsToday.partner);
  const ous = await centre.aPerson("OUS");
  const before = await firstOf(ous, partner);
  const wrong = await say(ous, "announceLeaving", before, {
    leavingOn: "2020-01-01",
    reason: "600 700 800",
  });
  expect(wrong.fields?.map(({ path }) => path)).toEqual([
    "leavingOn",
    "reason",
  ]);
  expect((await say(ous, "completeLeaving", before)).message).toMatch(
    /^Najpierw zgłoś odejście/,
  );
  await say(ous, "announceLeaving", before, {
    ...leaves(),
    leavingOn: "2026-12-31",
  });
  const announcedOnce = await firstOf(ous, partner);
  expect((await say(ous, "announceLeaving", before, leaves())).__typename).toBe(
    "MembershipMoved",
  );
  expect((await say(ous, "completeLeaving", announcedOnce)).message).toBe(
    "Zgłoszony dzień odejścia to 31 grudnia 2026. Zakończyć można od tego dnia.",
  );
  await say(ous, "takeBackLeaving", announcedOnce);
  expect(await firstOf(ous, partner)).toMatchObject({
    leavingOn: null,
    leaveReason: null,
    version: 3,
  });
  const hub = await firstOf(ous, centre.hub);
  expect(hub.viewerCanLeave).toBe(false);
  expect((await say(ous, "announceLeaving", hub, leaves())).message).toMatch(
    /Węzeł najpierw przekazuje tę rolę/,
  );
});

it("is never the centre's own organisation, whoever is the hub", async () => {
  const centre = await aCentre(api);
  const partner = await centre.aPartner({ agreement: null });
  const ous = await centre.aPerson("OUS");
  const { data } = await ous.ask(
    `mutation ($input: ChangeHubInput!) { outcome: changeHub(input: $input) { __typename } }`,
    {
      input: {
        networkId: toGlobalId("Network", centre.networkId),
        ifVersion: 1,
        partnerId: partner.globalId,
        formerHubType: "A",
      },
    },
  );
  expect(data).toEqual({ outcome: { __typename: "Network" } });
  const own = await firstOf(ous, centre.hub);
  expect(own.viewerCanLeave).toBe(false);
  for (const verb of ["announceLeaving", "completeLeaving"] as const)
    expect(
      (await say(ous, verb, own, verb === "announceLeaving" ? leaves() : {}))
        .message,
    ).toMatch(/^To organizacja samego CUS/);
  // whatever hand writes it
  for (const write of [
    `update partner set status = 'FORMER' where id = $1`,
    `update network_membership set leaving_on = current_date, leave_reason = 'x' where partner_id = $1`,
  ])
    await expect(
      centre.asSystem((work) => work.rows(write, [centre.hub.id])),
    ).rejects.toThrow("This is not yours to do.");
});

it("hands nothing over while it is in another network", async () => {
  const at = await aReferring(api);
  const { centre, partner, kipus } = at;
  await at.sent();
  await centre.asSystem(async (work) => {
    const networkId = await insertNetwork(work, centre.hub.id);
    await insertMembership(work, networkId, partner.id, "MEMBER");
  });
  const admin = await announced(at);
  const gone = (await seen(admin, partner)).memberships.find(
    ({ leavingOn }) => leavingOn !== null,
  );
  if (!gone) throw new Error("nobody leaves");
  expect((await say(admin, "completeLeaving", gone)).__typename).toBe(
    "NetworkMembership",
  );
  expect(await seen(kipus, partner)).toMatchObject({
    status: "ACTIVE",
    memberships: [{ leavingOn: null }],
  });
});

it("is either gone or sent to, never both", async () => {
  const at = await aReferring(api, endsToday);
  const { kipus, partner, service } = at;
  const admin = await announced(at);
  const membership = await firstOf(admin, partner);
  const [sent, left] = await Promise.all([
    send(kipus, service),
    say(admin, "completeLeaving", membership),
  ]);
  expect([
    ["Referral", "InvalidInput"],
    ["AgreementMissing", "NetworkMembership"],
  ]).toContainEqual([sent.__typename, left.__typename]);
});

async function waitersOf(work: Work): Promise<number> {
  const [row] = await work.rows<{ some: number }>(
    `select count(distinct w.pid)::int as some from pg_locks w where not w.granted and exists (select from pg_locks h
       where h.pid = w.pid and h.database = (select oid from pg_database where datname = current_database()))`,
  );
  return row?.some ?? 0;
}

/** The second comes while the first waits at the door of what is referred to the organisation. */
async function atOneMoment(
  { centre, partner }: { centre: TestCentre; partner: TestPartner },
  first: () => Promise<Outcome>,
  second: () => Promise<Outcome>,
): Promise<Outcome[]> {
  const said: Promise<Outcome>[] = [];
  await centre.asSystem(async (work) => {
    await work.alone(`standing ${centre.id} ${partner.id}`);
    said.push(first());
    while ((await waitersOf(work)) < 1);
    const late = second();
    said.push(late);
    const answered = late.then(() => true);
    const waits = async () => (await waitersOf(work)) >= 2;
    while (!(await Promise.race([answered, waits()])));
  });
  return Promise.all(said);
}

/** The organisation has left at the moment at which something is said that needs it. */
async function whileItLeaves(
  { centre, partner }: { centre: TestCentre; partner: TestPartner },
  say: () => Promise<{ __typename: string }>,
): Promise<string> {
  let said = say;
  await centre.asSystem(async (work) => {
    await work.alone(`standing ${centre.id} ${partner.id}`);
    const outcome = say();
    said = () => outcome;
    const answered = outcome.then(() => true);
    const waits = async () => (await waitersOf(work)) >= 1;
    while (!(await Promise.race([answered, waits()])));
    await work.rows(
      `with gone as (update network_membership set leaving_on = $2, leave_reason = 'Koniec zadania', left_on = $2 where partner_id = $1)
       update partner set status = 'FORMER' where id = $1`,
      [partner.id, today()],
    );
  });
  return (await said()).__typename;
}

it("is not laid a draft before, and promised no loan, at the moment at which it leaves", async () => {
  const centre = await aCentre(api);
  const ous = await centre.aPerson("OUS");
  const signer = await centre.aPartner({ agreement: null });
  const agreementId = await anAgreement(ous, [signer], "DRAFT");
  expect(
    await whileItLeaves({ centre, partner: signer }, () =>
      agree(ous, "proposeAgreement", { agreementId }),
    ),
  ).toBe("AgreementNotReady");
  for (const side of ["owner", "asking"] as const) {
    const sides = {
      owner: await centre.aPartner({ agreement: null }),
      asking: await centre.aPartner({ agreement: null }),
    };
    const keeper = await sides.owner.aPerson("PARTNER_EDITOR");
    const loanRequestId = await centre.asSystem(async (work) =>
      insertLoan(
        work,
        await insertResource(work, sides.owner.id),
        sides.asking.id,
      ),
    );
    const answer = { loanRequestId, ifVersion: 1, answer: "AGREED" };
    expect(
      await whileItLeaves({ centre, partner: sides[side] }, () =>
        ask(keeper, "answerLoan", answer),
      ),
    ).toBe("InvalidInput");
  }
});

it("is in where it joins one network at the moment at which it leaves its last", async () => {
  const centre = await aCentre(api);
  const partner = await centre.aPartner({ agreement: null });
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const invited = await centre.anInvitedMembership(partner);
  const before = (await seen(ous, partner)).memberships.find(
    ({ id }) => id !== invited,
  );
  if (!before) throw new Error("no membership");
  await say(ous, "announceLeaving", before, leaves());
  const [left, joined] = await atOneMoment(
    { centre, partner },
    () => say(ous, "completeLeaving", { ...before, version: 2 }),
    () => join(admin, invited),
  );
  expect([left?.__typename, joined?.__typename]).toEqual([
    "NetworkMembership",
    "NetworkMembership",
  ]);
  expect(await seen(ous, partner)).toMatchObject({
    status: "ACTIVE",
    memberships: [{ id: invited }],
  });
  // whatever hand writes it
  await expect(
    centre.asSystem((work) =>
      work.rows(`update partner set status = 'FORMER' where id = $1`, [
        partner.id,
      ]),
    ),
  ).rejects.toThrow("who has left is in no network");
});

it("joins no network that is closed at that moment", async () => {
  const centre = await aCentre(api);
  const partner = await centre.aPartner({
    agreement: null,
    membership: "INVITED",
  });
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const invited = await firstOf(ous, partner);
  const [joined, closed] = await atOneMoment(
    { centre, partner },
    () => join(admin, invited.id),
    () => close(ous, centre),
  );
  expect(joined?.__typename).toBe("NetworkMembership");
  expect(closed?.message).toMatch(/^Te organizacje nie są w żadnej innej/);
  expect(await seen(ous, partner)).toMatchObject({
    status: "ACTIVE",
    memberships: [{ id: invited.id }],
  });
});

it("is closed over nobody who only watches and has not handed over", async () => {
  const at = await aReferring(api, {
    partner: { agreement: { toDays: null } },
  });
  const { centre, partner } = at;
  await at.sent();
  const ous = await centre.aPerson("OUS");
  await centre.asSystem(async (work) => {
    const elsewhere = await insertNetwork(work, centre.hub.id);
    await insertMembership(work, elsewhere, partner.id, "OBSERVER");
    await work.rows(
      `update network_membership set role = 'OBSERVER' where partner_id = $1`,
      [partner.id],
    );
  });
  const held = await close(ous, centre);
  expect(held.fields).toMatchObject([{ path: "change" }]);
  expect(held.message).toMatch(/^Partner .*: .*plan/s);
});

async function join(admin: Person, membershipId: string): Promise<Outcome> {
  return outcomeOf(
    await admin.ask(
      `mutation ($input: AcceptMembershipInput!) { outcome: acceptMembership(input: $input) { __typename ... on Problem { message } } }`,
      { input: { membershipId } },
    ),
  );
}

async function close(ous: Person, centre: TestCentre): Promise<Outcome> {
  return outcomeOf(
    await ous.ask(
      `mutation ($input: SetNetworkStateInput!) { outcome: setNetworkState(input: $input) { __typename
         ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
      {
        input: {
          networkId: toGlobalId("Network", centre.networkId),
          ifVersion: 1,
          change: "CLOSE",
          reason: "Koniec sieci",
        },
      },
    ),
  );
}

it("is written for everybody, each version kept", async () => {
  const centre = await aCentre(api);
  const ous = await centre.aPerson("OUS");
  const viewer = await (await centre.aPartner()).aPerson("PARTNER_VIEWER");
  const { data } = await ous.ask<{
    node: { memberships: { network: { id: string } }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { memberships { network { id } } } } }`,
    { id: centre.hub.globalId },
  );
  const networkId = data?.node.memberships[0]?.network.id;
  const read = async () => {
    const answer = await viewer.ask<{
      node: { procedures: { version: number; text: string }[] };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Network { procedures { version text } } } }`,
      { id: networkId },
    );
    return answer.data?.node.procedures;
  };
  const write = async (ifVersion: number, text: string) =>
    outcomeOf(
      await ous.ask(
        `mutation ($input: WriteProcedureInput!) { outcome: writeProcedure(input: $input) { __typename
           ... on InvalidInput { fields { path message } } } }`,
        { input: { networkId, ifVersion, text } },
      ),
    );
  expect(await read()).toMatchObject([{ version: 0, text: joiningAndLeaving }]);
  const first = "Dołącza się na zaproszenie każdej z nas.";
  const second = "Dołącza się po rozmowie ze wszystkimi.";
  expect((await write(0, "krótko")).fields).toMatchObject([{ path: "text" }]);
  expect((await write(0, first)).__typename).toBe("Network");
  expect((await write(0, second)).__typename).toBe("ProcedureMoved");
  expect((await write(1, second)).__typename).toBe("Network");
  expect(await read()).toEqual([
    { version: 2, text: second },
    { version: 1, text: first },
  ]);
});

it("is referred to until the day before it leaves, and from that day on by nobody", async () => {
  const at = await aReferring(api, {
    partner: { agreement: { toDays: null } },
  });
  const { centre, partner, kipus, service } = at;
  const day = addDays(today(), 3);
  await announceLeaving(await centre.aPerson("OUS"), partner, day);
  const shown = async () => {
    const { data } = await kipus.ask<{ node: Record<string, unknown> }>(
      `query ($id: ID!) { node(id: $id) { ... on Service { referableTo referralObstacle partner { leavesOn } } } }`,
      { id: service.globalId },
    );
    return data?.node;
  };
  expect(await shown()).toEqual({
    referableTo: addDays(day, -1),
    referralObstacle: null,
    partner: { leavesOn: day },
  });
  await at.sent();
  api.clock.pass({ days: 3 });
  expect(await shown()).toMatchObject({
    referableTo: null,
    referralObstacle: "MEMBERSHIP_MISSING",
  });
  expect((await send(kipus, service)).message).toMatch(
    /^Ta organizacja odchodzi z sieci\. Od dnia odejścia \(/,
  );
});

it("is asked in again where it has left, keeps what was, and its numbers are still its own", async () => {
  const centre = await aCentre(api);
  const regon = "192598184";
  const partner = await centre.aPartner(endsToday.partner);
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  await centre.asSystem((work) =>
    work.rows(`update partner set regon = $2 where id = $1`, [
      partner.id,
      regon,
    ]),
  );
  await announceLeaving(ous, partner, today());
  const left = await firstOf(ous, partner);
  expect((await say(ous, "completeLeaving", left)).__typename).toBe(
    "NetworkMembership",
  );
  const other = await centre.aPartner();
  const regonOfOther = (number: string | null) =>
    centre.asSystem((work) =>
      work.rows(`update partner set regon = $2 where id = $1`, [
        other.id,
        number,
      ]),
    );
  const askIn = async () =>
    outcomeOf(
      await ous.ask(
        `mutation ($input: InviteToNetworkInput!) { outcome: inviteToNetwork(input: $input) { __typename ... on InvalidInput { fields { path message } } } }`,
        {
          input: {
            requestKey: aKey(),
            networkId: toGlobalId("Network", centre.networkId),
            partnerId: partner.globalId,
            stakeholderType: "C",
          },
        },
      ),
    );
  await regonOfOther(regon);
  expect((await askIn()).fields).toMatchObject([{ path: "partnerId" }]);
  await regonOfOther(null);
  expect((await askIn()).__typename).toBe("NetworkMembership");
  expect((await seen(ous, partner)).status).toBe("INVITED");
  const again = await firstOf(admin, partner);
  expect(again.id).not.toBe(left.id);
  await admin.ask(
    `mutation ($input: AcceptMembershipInput!) { acceptMembership(input: $input) { __typename } }`,
    { input: { membershipId: again.id } },
  );
  expect((await seen(ous, partner)).status).toBe("ACTIVE");
  const kept = await centre.asSystem((work) =>
    work.rows(
      `select left_on is null as open from network_membership where partner_id = $1 order by left_on nulls last`,
      [partner.id],
    ),
  );
  expect(kept).toEqual([{ open: false }, { open: true }]);
});
