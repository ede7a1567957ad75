// Who acts for an organisation that left brings to an end what is open there, and learns nothing more of anybody else (KRI 19, trust P18).
import type pg from "pg";

import { addMonths } from "../../server/platform/calendar.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import { anOrder, draft, settle } from "../fulfilment/settling.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import { arrange, dateOf, seen } from "../referrals/appointments/arranging.js";
import type { Outcome, Referring } from "../referrals/referring.js";
import { aReferring, move, outcomeOf } from "../referrals/referring.js";
import { aTravelling, travel } from "../referrals/travel/travelling.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";
import type { TestPartner } from "../support/world.js";
import { aKey } from "../support/world.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const day = () => api.clock.now().toISOString().slice(0, 10);

async function say(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const answer = await person.ask<{ outcome: Outcome }>(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename
       ... on NetworkMembership { version } ... on Assignee { id } ... on InvalidInput { fields { path message } } ... on Problem { message } } }`.replace(
      /\.\.\. on (\w+) \{ \w+ \}/g,
      (part, noun: string) => (fits(verb, noun) ? part : ""),
    ),
    { input },
  );
  return outcomeOf(answer);
}

/** What of these the payload can hold. */
const fits = (verb: string, noun: string) =>
  noun === "Problem" ||
  ((noun === "Assignee") === /Duties|Assignee/.test(verb) &&
    (noun === "NetworkMembership") === /Leaving/.test(verb));

async function leave(person: Person, partner: TestPartner): Promise<void> {
  const { data } = await person.ask<{
    node: { memberships: { id: string; version: number }[] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { memberships { id version } } } }`,
    { id: partner.globalId },
  );
  const [membership] = data?.node.memberships ?? [];
  const announced = await say(person, "announceLeaving", {
    membershipId: membership?.id,
    ifVersion: membership?.version,
    leavingOn: day(),
    reason: "Koniec zadania",
  });
  const left = await say(person, "completeLeaving", {
    membershipId: membership?.id,
    ifVersion: announced.version,
  });
  expect(left.__typename).toBe("NetworkMembership");
}

/** One open referral with its plan, an agreement over today, and somebody else in the network. */
async function aLeaving() {
  const at = await aReferring(api, {
    partner: { agreement: { toDays: 0 } },
  });
  const referralId = await at.sent();
  await at.kipus.ask(
    `mutation ($input: PlanContinuationInput!) { planContinuation(input: $input) { __typename } }`,
    { input: { referralId, way: "FINISH_HERE", until: day() } },
  );
  const other = await at.centre.aPartner({ name: "Inna organizacja" });
  const service = await other.aService({ visibility: "NETWORK" });
  await other.aContact();
  await at.partner.aContact();
  return { ...at, referralId, other, foreign: service };
}

const LOOK = `query ($centre: ID!, $own: ID!, $other: ID!, $service: ID!, $referral: ID!) {
  viewer { roles hasLeft }
  other: node(id: $other) { ... on Partner { name contactPersons { name } agreements { number } assignees { name } nip } }
  own: node(id: $own) { ... on Partner { contactPersons { name } assignees { name } agreements { number terms { parties { partner { name } } } } } }
  service: node(id: $service) { id }
  referral: node(id: $referral) { ... on Referral { status } }
  centre(id: $centre) { agreements(first: 5) { totalCount nodes { number } } services(first: 5) { nodes { id } } }
}`;

const lookOf = (
  person: Person,
  {
    centre,
    partner,
    referralId,
    other,
    foreign,
  }: Awaited<ReturnType<typeof aLeaving>>,
) =>
  person.ask<{
    viewer: { roles: string[]; hasLeft: boolean };
    other: Record<string, unknown>;
    own: { agreements: unknown[] };
    service: unknown;
    referral: { status: string } | null;
    centre: { agreements: unknown; services: { nodes: unknown[] } };
  }>(LOOK, {
    centre: centre.globalId,
    own: partner.globalId,
    other: other.globalId,
    service: foreign.globalId,
    referral: referralId,
  });

it("narrows what its people may as soon as it has left, on open sockets too", async () => {
  const world = await aLeaving();
  const { partner, team, referralId, service } = world;
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const editor = await partner.aPerson("PARTNER_EDITOR");
  const sockets = await openSockets(api);
  const open = await sockets.idle(team.token);
  const before = await lookOf(admin, world);
  expect(before.errors).toBeUndefined();
  expect(before.data?.service).not.toBeNull();
  expect(before.data?.other["contactPersons"]).toHaveLength(1);
  await leave(admin, partner);
  expect(await open.closed).toBe(4403);
  await sockets.close();

  const { data, errors } = await lookOf(admin, world);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    viewer: { roles: ["PARTNER_ADMIN"], hasLeft: true },
    other: { contactPersons: [], agreements: [], assignees: [], nip: null },
    own: { contactPersons: [], assignees: [] },
    service: null,
    referral: { status: "SENT" },
    centre: { agreements: { totalCount: 1 } },
  });
  // what it agreed on stays its to read
  expect(data?.own.agreements).toMatchObject([
    { terms: { parties: [{}, {}] } },
  ]);
  expect((await lookOf(editor, world)).data).toMatchObject({
    other: { contactPersons: [], agreements: [] },
    service: null,
    referral: null,
    centre: { agreements: { totalCount: 1 } },
  });

  // nothing new begins
  const invited = await say(admin, "invitePerson", {
    requestKey: aKey(),
    email: "ktos@splot.example",
    name: "Osoba",
    roles: ["PARTNER_VIEWER"],
  });
  expect(invited.fields).toMatchObject([{ path: "partnerId" }]);
  const { errors: refused } = await admin.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: service.globalId, total: 3 } },
  );
  expect(refused?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");

  // what is open is brought to its end
  for (const verb of [
    "acceptReferral",
    "startReferral",
    "completeReferral",
  ] as const)
    expect((await move(team, verb, referralId)).__typename).toBe("Referral");
});

it("lets them finish what is arranged, counted, asked and kept, and look at the person as long as the agreement stands", async () => {
  const world = await aTravelling(api, {
    service: { total: 20 },
    partner: { agreement: { toDays: 0 } },
  });
  const { centre, partner, kipus, team, basisId } = world;
  const [begun, missed, fresh, asked, kept] = [
    await world.sendsPerson(),
    await world.sendsPerson(),
    await world.sent(),
    await world.sent(),
    await world.sendsPerson(),
  ];
  const inHours = (hours: number) => ({ appointment: dateOf(api, hours) });
  for (const id of [begun, missed])
    await move(team, "acceptReferral", id, inHours(1));
  await move(team, "openReferral", kept);
  for (const referralId of [begun, missed, fresh, asked, kept])
    await kipus.ask(
      `mutation ($input: PlanContinuationInput!) { planContinuation(input: $input) { __typename } }`,
      { input: { referralId, way: "FINISH_HERE", until: day() } },
    );
  await leave(await centre.aPerson("OUS"), partner);

  expect((await move(team, "askAboutReferral", asked)).__typename).toBe(
    "Referral",
  );
  expect((await move(team, "acceptReferral", fresh, inHours(5))).status).toBe(
    "ACCEPTED",
  );
  expect((await seen(team, fresh))?.appointment).toMatchObject({
    state: "PLANNED",
  });
  api.clock.pass({ hours: 2 });
  const came = { referralId: missed, number: 1, came: false };
  expect(await arrange(team, "noteAppearance", came)).toMatchObject({
    appointment: { state: "DID_NOT_COME" },
  });
  // the coordinator says first what becomes of the place: told, not thrown
  expect(
    (await move(team, "discontinueReferral", missed)).fields,
  ).toMatchObject([{ path: "referralId" }]);
  await move(team, "startReferral", begun);
  expect((await seen(team, begun))?.appointment).toMatchObject({
    state: "CAME",
  });
  const { data } = await team.ask<{ outcome: { __typename: string } }>(
    `mutation ($input: RecordAttendanceInput!) { outcome: recordAttendance(input: $input) { __typename } }`,
    {
      input: {
        from: day(),
        to: day(),
        entries: [{ referralId: begun, ifRevision: 0, state: "PRESENT" }],
      },
    },
  );
  expect(data?.outcome.__typename).toBe("AttendanceRecorded");
  await move(team, "completeReferral", begun);
  const read = await team.ask<{ node: unknown }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status deliveredUnits } } }`,
    { id: begun },
  );
  expect(read.data?.node).toEqual({ status: "COMPLETED", deliveredUnits: 1 });

  const show = async () =>
    (
      await travel(team, "showPerson", {
        referralId: missed,
        purpose: "CONTACT",
      })
    ).__typename;
  expect(await show()).toBe("ToldPerson");
  api.clock.pass({ hours: 6 });
  expect(await show()).toBe("ToldPerson");
  await kipus.ask("{ viewer { name } }");
  // the last day of its agreement has passed
  api.clock.pass({ hours: 7 });
  expect(await show()).toBe("SightEnded");
  await travel(kipus, "withdrawBasis", { basisId });
  const keeps = { referralId: kept, keeps: "ACCOUNTS" };
  expect(await travel(team, "confirmKeeping", keeps)).toMatchObject({
    keeping: { answer: "ACCOUNTS" },
  });
  // as those that follow find it: the same hour, a day later
  api.clock.pass({ hours: 9 });
});

it("lets the organiser see and end them, the last one too", async () => {
  const world = await aLeaving();
  const { centre, partner, team } = world;
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  await leave(ous, partner);
  const { data } = await ous.ask<{
    node: {
      rolesViewerCanGive: string[];
      assignees: { id: string; viewerCanChange: boolean }[];
    };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { rolesViewerCanGive assignees { id viewerCanChange } } } }`,
    { id: partner.globalId },
  );
  expect(data?.node.rolesViewerCanGive).toEqual([]);
  const ids = [admin, team].map(({ assignmentId }) =>
    toGlobalId("Assignee", assignmentId),
  );
  expect(data?.node.assignees).toEqual(
    expect.arrayContaining(ids.map((id) => ({ id, viewerCanChange: true }))),
  );
  for (const assigneeId of ids)
    expect((await say(ous, "endDuties", { assigneeId })).__typename).toBe(
      "Assignee",
    );
  for (const person of [admin, team])
    expect((await person.ask(`{ viewer { name } }`)).data).toEqual({
      viewer: null,
    });
});

async function endWhatIsOver(): Promise<void> {
  const run = api.app.tasks["end-duties-of-who-left"];
  if (!run) throw new Error("nobody ends duties");
  // the task asks nothing of the job
  // oxlint-disable-next-line typescript/consistent-type-assertions
  await run({}, {} as Parameters<typeof run>[1]);
}

const actsFor = async ({ ask }: Person) =>
  (await ask<{ viewer: object | null }>(`{ viewer { name } }`)).data?.viewer !==
  null;

it("ends their duties once nothing is open any more", async () => {
  const { kipus, partner, team, referralId, centre } = await aLeaving();
  await leave(await centre.aPerson("OUS"), partner);
  await endWhatIsOver();
  expect(await actsFor(team)).toBe(true);
  await move(kipus, "withdrawReferral", referralId);
  await endWhatIsOver();
  expect(await actsFor(team)).toBe(false);
  expect(await actsFor(kipus)).toBe(true);
  const roles = await centre.asSystem((work) =>
    work.rows(
      `select from event where centre_id = $1 and type = 'RoleTaken' and partner_id = $2`,
      [centre.id, partner.id],
    ),
  );
  expect(roles.length).toBeGreaterThan(0);
});

it("keeps them until the accounts are closed", async () => {
  const { centre, partner, ous, orderId, admin } = await anOrder(api);
  await centre.asSystem(async (work) => {
    await work.rows(
      `update agreement set status = 'TERMINATED', ended_on = $2 where centre_id = $1 and $3 = any(party_ids)`,
      [centre.id, day(), partner.id],
    );
  });
  await leave(ous, partner);
  await endWhatIsOver();
  expect(await actsFor(admin)).toBe(true);
  const last = day();
  // the month passes, and everybody signs in anew
  api.clock.pass({ days: 40 });
  const buyer = await centre.aPerson("OUS");
  const provider = await partner.aPerson("PARTNER_ADMIN");
  const { id: sheetId } = await draft(buyer, orderId, last);
  await settle(buyer, "confirmSettlement", { sheetId });
  await endWhatIsOver();
  expect(await actsFor(provider)).toBe(true);
  expect(
    await settle(provider, "confirmSettlement", { sheetId }),
  ).toMatchObject({ status: "CONFIRMED" });
  await endWhatIsOver();
  expect(await actsFor(provider)).toBe(false);
});

it("counts to the day before it left the agreement: nothing is settled after it, and the accounts to it are the last", async () => {
  const { centre, partner, orderId } = await anOrder(api);
  const today = day();
  const nextMonth = addMonths(`${today.slice(0, 7)}-01`, 1);
  await centre.asSystem((work) =>
    work.rows(
      `update agreement_party set left_on = $2, leave_reason = 'Inne plany' where centre_id = $1 and partner_id = $3`,
      [centre.id, nextMonth, partner.id],
    ),
  );
  api.clock.pass({ days: 75 });
  const buyer = await centre.aPerson("OUS");
  const provider = await partner.aPerson("PARTNER_ADMIN");
  expect((await draft(buyer, orderId, nextMonth)).fields).toMatchObject([
    { path: "on", message: "W tym okresie umowa nie obowiązuje." },
  ]);
  await leave(buyer, partner);
  const { id: sheetId } = await draft(buyer, orderId, today);
  await settle(buyer, "confirmSettlement", { sheetId });
  await endWhatIsOver();
  expect(await actsFor(provider)).toBe(true);
  await settle(provider, "confirmSettlement", { sheetId });
  await endWhatIsOver();
  expect(await actsFor(provider)).toBe(false);
});

describe("by the database alone", () => {
  let world: Referring & { other: TestPartner };
  let admin: pg.Client;
  let asLeft: string;
  beforeAll(async () => {
    world = await aLeaving();
    admin = await connectTo(adminUrlOf(api.database.name));
    const { centre, partner, team } = world;
    const settings = {
      kind: "member",
      centre: centre.id,
      partner: partner.id,
      account: team.accountId,
      // far more than a partner's
      roles:
        "PARTNER_ADMIN,PARTNER_REFERRALS,PARTNER_EDITOR,OUS,KIPUS,DIRECTOR,SYSADMIN,IOD",
      left: "left",
    };
    asLeft = Object.entries(settings)
      .map(
        ([name, value]) =>
          `select set_config('splot.${name}', '${value}', true)`,
      )
      .concat("set local role splot_app")
      .join("; ");
  });
  afterAll(() => admin.end());

  /** Tables that hold somebody's: what of them is an organisation's own, and what of her own a person reads. */
  const own: Record<string, string> = {
    account: "id = actor_account()",
    session: "account_id = actor_account()",
    assignment: "account_id = actor_account()",
    centre: "true",
    centre_log: "true",
    partner: "true",
    service: "partner_id = actor_partner() or visibility = 'PUBLIC'",
    capacity: "partner_id = actor_partner()",
    capacity_event: "true",
    referral: "partner_id = actor_partner()",
    referral_continuation: "true",
    request_key: "partner_id = actor_partner()",
    event: "partner_id = actor_partner()",
    agreement: "actor_partner() = any(party_ids)",
    agreement_party: "true",
  };

  async function sees(table: string, broken = "") {
    await admin.query(`begin; ${broken}; ${asLeft}`);
    try {
      const { rows } = await admin.query<{ all: number; foreign: number }>(
        `select count(*)::integer as all, count(*) filter (where not (${own[table] ?? "false"}))::integer as foreign from ${table}`,
      );
      return rows[0] ?? { all: 0, foreign: 0 };
    } finally {
      await admin.query("rollback");
    }
  }

  it("shows what is handed over, nothing of anybody else, and would show it without the wall", async () => {
    const { rows: tables } = await admin.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
         -- what is granted to nobody is read by nobody
         and has_any_column_privilege('splot_app', oid, 'select') order by 1`,
    );
    const missed: string[] = [];
    for (const { name } of tables) {
      const { foreign } = await sees(name);
      expect({ name, foreign }).toEqual({ name, foreign: 0 });
      const open = await sees(
        name,
        `alter policy narrow_left on ${name} using (true)`,
      );
      if (open.foreign > 0) missed.push(name);
    }
    for (const name of ["referral", "agreement", "capacity", "partner"])
      expect({ name, sees: (await sees(name)).all > 0 }).toEqual({
        name,
        sees: true,
      });
    expect(missed).toEqual(
      expect.arrayContaining([
        "agreement",
        "assignment",
        "contact_person",
        "event",
        "network",
        "network_membership",
        "service",
      ]),
    );
  });

  it("writes nothing of an organisation that is not handed over", async () => {
    const { centre, partner, service } = world;
    const person = await partner.aPerson("PARTNER_ADMIN");
    const left = {
      ...memberOf(person, centre.id, partner.id, "PARTNER_ADMIN", "OUS"),
      hasLeft: true,
    };
    for (const [sql, ...values] of [
      [
        `update partner set website = 'https://x.example' where id = $1`,
        partner.id,
      ],
      [`update service set name = 'X' where id = $1`, service.id],
      [`update agreement set title = 'X' where centre_id = $1`, centre.id],
      [
        `update agreement_party set left_on = '2099-01-01' where centre_id = $1`,
        centre.id,
      ],
      [
        `update contact_person set active = false where centre_id = $1`,
        centre.id,
      ],
      [
        `update network_membership set left_on = null where centre_id = $1`,
        centre.id,
      ],
      [`update partner set status = 'ACTIVE' where id = $1`, partner.id],
    ] as const)
      expect([sql, await attempt(api, left, [sql, ...values])]).toEqual([
        sql,
        "nothing",
      ]);
  });

  it("answers the questions of the graph without the application's checks", async () => {
    const at = await aLeaving();
    const person = await at.partner.aPerson("PARTNER_ADMIN");
    await leave(person, at.partner);
    leaveItToTheDatabase(true);
    try {
      const { data } = await lookOf(person, at);
      expect(data?.service).toBeNull();
      expect(data?.other).toMatchObject({ contactPersons: [], agreements: [] });
    } finally {
      leaveItToTheDatabase(false);
    }
  });
});
