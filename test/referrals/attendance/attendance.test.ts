// Attendance: the list of a day in one go, hours of a period typed once, corrections with history, and what follows from it (P8).
import { addDays, localDate } from "../../../server/platform/calendar.js";
import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import { linesOf } from "../../audit/recorded.js";
import type { Api, Told } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { brokenRules } from "../../support/books.js";
import { adminUrlOf, connectTo } from "../../support/database.js";
import type { Person } from "../../support/people.js";
import type { ServiceGiven } from "../../support/settling.js";
import { listenTo } from "../../support/statements.js";
import type { Referring } from "../referring.js";
import { aReferring, move, outcomeOf, send } from "../referring.js";
import { aTravelling, travel } from "../travel/travelling.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Line {
  day: string;
  state: string | null;
  quantity: number | null;
  revision: number;
}

interface Seen {
  status: string;
  version: number;
  isOftenAbsent: boolean;
  deliveredSoFar: number | null;
  deliveredUnits: number | null;
  result: string | null;
  attendance: Line[];
  timeline: unknown[];
}

async function seen(person: Person, id: string): Promise<Seen> {
  const { data } = await person.ask<{ node: Seen }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { status version isOftenAbsent deliveredSoFar deliveredUnits result
       attendance { day until state quantity revision } timeline { status } } } }`,
    { id },
  );
  if (!data) throw new Error("not seen");
  return data.node;
}

const record = async (
  person: Person,
  [from, to]: readonly [string, string],
  entries: object[],
): Promise<Told & { referralIds?: string[] }> =>
  outcomeOf(
    await person.ask(
      `mutation ($input: RecordAttendanceInput!) { outcome: recordAttendance(input: $input) { __typename
         ... on AttendanceRecorded { referrals { id } } ... on AttendanceMoved { referralIds }
         ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
      { input: { from, to, entries } },
    ),
  );

const today = () => localDate(api.clock.now());
const onDay = (day = today()) => [day, day] as const;

async function running(
  service: Partial<ServiceGiven> = {},
  people = 1,
): Promise<Referring & { ids: string[] }> {
  const world = await aReferring(api, { service: { total: 99, ...service } });
  const ids: string[] = [];
  for (let one = 0; one < people; one += 1) {
    const id = await world.sent();
    await move(world.team, "acceptReferral", id);
    await move(world.team, "startReferral", id);
    ids.push(id);
  }
  return { ...world, ids };
}

async function sheet(person: Person, { service }: Referring, day = today()) {
  const { data } = await person.ask<{
    node: {
      attendance: {
        unit: string;
        lines: { referralId: string; number: string; entry: Line | null }[];
      } | null;
    };
  }>(
    `query ($id: ID!, $day: Date!) { node(id: $id) { ... on Service { attendance(from: $day, to: $day) {
       unit lines { referralId number absencesInRow entry { day state quantity revision } } } } } }`,
    { id: service.globalId, day },
  );
  return data?.node.attendance;
}

it("is the list of the day, written in one go, corrected with what was before, and each sees it as far as it is hers", async () => {
  const world = await running({}, 3);
  const { ids, team, kipus, centre, partner } = world;
  const [first = "", second = "", third = ""] = ids;
  const before = await sheet(team, world);
  expect(before?.unit).toBe("PLACES");
  expect(before?.lines.map(({ referralId }) => referralId)).toEqual(ids);
  const present = ids.map((referralId) => ({
    ...{ referralId, state: "PRESENT" },
    ifRevision: 0,
  }));
  for (const time of [1, 2])
    expect({ time, ...(await record(team, onDay(), present)) }).toMatchObject({
      time,
      __typename: "AttendanceRecorded",
      referrals: ids.map((id) => ({ id })),
    });
  expect((await seen(kipus, first)).version).toBe(4);
  const excused = {
    ...{ referralId: second, state: "EXCUSED" },
    ifRevision: 1,
  };
  expect((await record(team, onDay(), [excused])).__typename).toBe(
    "AttendanceRecorded",
  );
  // who looks at the list as it was is told, and nothing of hers is written
  expect(
    await record(team, onDay(), [
      { referralId: third, state: "ABSENT", ifRevision: 1 },
      { ...excused, state: "ABSENT" },
    ]),
  ).toMatchObject({ __typename: "AttendanceMoved", referralIds: [second] });
  expect(await seen(kipus, third)).toMatchObject({
    attendance: [{ state: "PRESENT", revision: 1 }],
  });
  expect(await seen(kipus, second)).toMatchObject({
    deliveredSoFar: 0,
    attendance: [
      { day: today(), state: "EXCUSED", revision: 2 },
      { day: today(), state: "PRESENT", revision: 1 },
    ],
    // the way of the referral does not show each list
    timeline: [{}, {}, {}],
  });
  for (const other of [
    await centre.aPerson("OUS"),
    await partner.aPerson("PARTNER_ADMIN"),
  ]) {
    expect(await seen(other, first)).toMatchObject({
      attendance: [],
      deliveredSoFar: null,
    });
    expect(await sheet(other, world)).toBeNull();
    expect((await record(other, onDay(), present)).__typename).toBe(
      "FORBIDDEN",
    );
  }
  expect(await sheet(kipus, world)).toBeNull();
  const stranger = await (await centre.aPartner()).aPerson("PARTNER_REFERRALS");
  expect((await record(stranger, onDay(), present)).fields).toMatchObject([
    { path: "referralId" },
  ]);
  expect(await brokenRules(centre)).toEqual({});
});

it("tells what is wrong with a list", async () => {
  const { ids, team, sent } = await running();
  const [referralId = ""] = ids;
  const entry = { referralId, state: "PRESENT", ifRevision: 0 };
  const tomorrow = addDays(today(), 1);
  const yesterday = addDays(today(), -1);
  for (const [period, entries, path] of [
    [onDay(tomorrow), [entry], "to"],
    [[today(), yesterday], [entry], "to"],
    [onDay(), [], "entries"],
    [onDay(), [entry, entry], "entries"],
    [onDay(), [{ referralId, quantity: 2, ifRevision: 0 }], "entries.0"],
    [onDay(), [{ ...entry, quantity: 2 }], "entries.0"],
    [onDay(yesterday), [entry], "entries.0"],
  ] as const)
    expect((await record(team, period, [...entries])).fields).toMatchObject([
      { path },
    ]);
  const waiting = await sent();
  expect(
    (await record(team, onDay(), [{ ...entry, referralId: waiting }]))
      .__typename,
  ).toBe("ReferralMoved");
});

it("alerts after three absences without a break, and no more once she came", async () => {
  const { ids, partner, centre } = await running();
  const [referralId = ""] = ids;
  const mark = async (state: string) => {
    // nobody stays signed in over days
    const team = await partner.aPerson("PARTNER_REFERRALS");
    await record(team, onDay(), [{ referralId, state, ifRevision: 0 }]);
    const { isOftenAbsent } = await seen(team, referralId);
    api.clock.pass({ days: 1 });
    return isOftenAbsent;
  };
  const alerts: boolean[] = [];
  // who said that she cannot come is neither counted nor forgotten
  for (const state of ["ABSENT", "ABSENT", "EXCUSED", "ABSENT", "PRESENT"])
    alerts.push(await mark(state));
  expect(alerts).toEqual([false, false, false, true, false]);
  // a correction of the last day brings it back
  const last = addDays(today(), -1);
  const team = await partner.aPerson("PARTNER_REFERRALS");
  await record(team, onDay(last), [
    { referralId, state: "ABSENT", ifRevision: 1 },
  ]);
  expect(await seen(team, referralId)).toMatchObject({ isOftenAbsent: true });
  const [event] = await centre.asSystem((work) =>
    work.rows<{ facts: object }>(
      `select facts from event where subject_id = $1 order by position desc limit 1`,
      [fromGlobalId("Referral", referralId)],
    ),
  );
  expect(event?.facts).toMatchObject({
    absencesInRow: 4,
    status: "IN_PROGRESS",
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("is typed once for a period where hours are counted, and says at the end what was delivered", async () => {
  const { ids, team, kipus } = await running({ unit: "HOURS_MONTH" });
  const [referralId = ""] = ids;
  const month = [addDays(today(), -9), today()] as const;
  const hours = { referralId, quantity: 14, ifRevision: 0 };
  expect((await record(team, month, [hours])).__typename).toBe(
    "AttendanceRecorded",
  );
  const wrong = { ...hours, quantity: 13, ifRevision: 1 };
  await record(team, month, [wrong]);
  expect(
    (await record(team, onDay(), [{ ...hours, quantity: 2 }])).fields,
  ).toMatchObject([{ path: "entries.0" }]);
  expect(await seen(kipus, referralId)).toMatchObject({ deliveredSoFar: 13 });
  expect(
    (
      await move(team, "completeReferral", referralId, {
        deliveredUnits: -1,
        result: "tel. 600 100 200",
      })
    ).fields,
  ).toMatchObject([{ path: "deliveredUnits" }, { path: "result" }]);
  await move(team, "completeReferral", referralId, {
    result: "Umie już sama załatwić sprawę.",
  });
  expect(await seen(kipus, referralId)).toMatchObject({
    status: "COMPLETED",
    deliveredUnits: 13,
    result: "Umie już sama załatwić sprawę.",
  });
  // a list is often written a day later, and counts
  api.clock.pass({ days: 1 });
  expect(
    (await record(team, onDay(addDays(today(), -1)), [hours])).fields,
  ).toMatchObject([{ path: "entries.0" }]);
  expect(
    (await record(team, month, [{ ...wrong, quantity: 15, ifRevision: 2 }]))
      .__typename,
  ).toBe("AttendanceRecorded");
  expect(await seen(kipus, referralId)).toMatchObject({
    ...{ deliveredUnits: 15, deliveredSoFar: 15 },
  });
});

it("is what was delivered where a service was broken off or withdrawn as well, unless somebody says otherwise at its end", async () => {
  const { ids, team, kipus, centre, partner } = await running({}, 3);
  const [off = "", said = "", taken = ""] = ids;
  // what the accounts of its agreement read, days from today
  const accounts = async (from: number, to: number) => {
    const rows = await centre.asSystem((work) =>
      work.rows<{ units: number }>(
        `select u.units from (select distinct agreement_id from referral where id = $1) r
         cross join attended_under(r.agreement_id, $2, $3::date, $4::date) u`,
        [
          fromGlobalId("Referral", said),
          partner.id,
          addDays(today(), from),
          addDays(today(), to + 1),
        ],
      ),
    );
    return rows.map(({ units }) => units);
  };
  const here = (referralId: string) => ({
    ...{ referralId, state: "PRESENT" },
    ifRevision: 0,
  });
  expect(await seen(kipus, off)).toMatchObject({ deliveredUnits: null });
  await move(team, "discontinueReferral", off);
  await move(team, "completeReferral", said, { deliveredUnits: 7 });
  await move(kipus, "withdrawReferral", taken);
  expect(await seen(kipus, off)).toMatchObject({ deliveredUnits: null });
  await record(team, onDay(), ids.map(here));
  expect(await seen(kipus, off)).toMatchObject({ deliveredUnits: 1 });
  expect(await seen(kipus, taken)).toMatchObject({ deliveredUnits: 1 });
  expect(await seen(kipus, said)).toMatchObject({
    ...{ deliveredUnits: 7, deliveredSoFar: 1 },
  });
  // one truth: seven as was said, and one by the list of each who was said nothing of
  expect(await accounts(-1, 0)).toEqual([9]);
  expect(await accounts(1, 9)).toEqual([]);
  // what an earlier period counted by its lists is not counted again
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `insert into attendance select (jsonb_populate_record(a, jsonb_build_object('day', $2::date, 'until', $2::date))).*
     from attendance a where referral_id = $1`,
    [fromGlobalId("Referral", said), addDays(today(), -5)],
  );
  await admin.end();
  expect(await accounts(-9, -2)).toEqual([1]);
  expect(await accounts(-1, 0)).toEqual([8]);
  expect(await seen(await centre.aPerson("OUS"), said)).toMatchObject({
    deliveredUnits: null,
  });
});

it("is put right where a period was typed too long", async () => {
  const { partner, ids } = await running({ unit: "HOURS_WEEK" });
  const [referralId = ""] = ids;
  const began = today();
  const days = (first: number, last: number) =>
    [addDays(began, first), addDays(began, last)] as const;
  const write = async (
    period: readonly [string, string],
    quantity: number,
    ifRevision: number,
  ) =>
    (await record(team, period, [{ referralId, quantity, ifRevision }]))
      .__typename;
  const [first, second, all] = [days(0, 3), days(4, 6), days(0, 6)];
  api.clock.pass({ days: 7 });
  // who was there before has been signed out
  const team = await partner.aPerson("PARTNER_REFERRALS");
  expect(await write(all, 10, 0)).toBe("AttendanceRecorded");
  expect(await write(second, 5, 0)).toBe("InvalidInput");
  expect(await write(first, 10, 1)).toBe("AttendanceRecorded");
  expect(await write(second, 5, 0)).toBe("AttendanceRecorded");
  // it may not grow over what was written meanwhile
  expect(await write(all, 10, 2)).toBe("InvalidInput");
  expect(await seen(team, referralId)).toMatchObject({
    deliveredSoFar: 15,
  });
});

it("takes a list of eighty at once, and reads and writes it in a few statements", async () => {
  const { ids, team, centre, service, partner } = await running({}, 1);
  const [one = ""] = ids;
  // eighty like her, without eighty ways through the graph
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
       'number', 'SK/2026/8' || to_char(n, 'FM0000'), 'token_code', 'LISTA' || n))).*
     from referral r, generate_series(1, 79) n where r.id = $1`,
    [fromGlobalId("Referral", one)],
  );
  await admin.end();
  const statements = listenTo(api);
  const pages = async () => {
    statements.taken();
    const { data } = await team.ask<{
      node: { services: { ofDay: { lines: { referralId: string }[] } }[] };
    }>(
      `query ($id: ID!, $day: Date!) { node(id: $id) { ... on Partner { services {
         ofDay: attendance(from: $day, to: $day) { unit lines { referralId tokenCode viewerCanShowName } }
         ofMonth: attendance(from: "2026-11-01", to: "2026-11-30") { unit lines { referralId } } } } } }`,
      { id: partner.globalId, day: today() },
    );
    return { ...data?.node, statements: statements.taken().length };
  };
  const few = await pages();
  for (let nth = 0; nth < 6; nth += 1) await partner.aService();
  const many = await pages();
  expect(many.services).toHaveLength(7);
  expect(many.statements).toBeLessThanOrEqual(few.statements);
  const all = many.services?.flatMap(({ ofDay }) => ofDay.lines) ?? [];
  expect(all).toHaveLength(80);
  statements.taken();
  const outcome = await record(
    team,
    onDay(),
    all.map(({ referralId }) => ({
      ...{ referralId, state: "PRESENT" },
      ifRevision: 0,
    })),
  );
  expect(outcome.__typename).toBe("AttendanceRecorded");
  expect(statements.taken().length).toBeLessThanOrEqual(25);
  const [counted] = await centre.asSystem((work) =>
    work.rows<{ lines: number; versions: number; events: number }>(
      `select (select count(*)::integer from attendance a where a.service_id = $1) as lines,
         (select count(*)::integer from referral r where r.service_id = $1 and r.version = 4) as versions,
         (select count(*)::integer from event e where e.centre_id = $2 and e.type = 'AttendanceRecorded') as events`,
      [service.id, centre.id],
    ),
  );
  expect(counted).toEqual({ lines: 80, versions: 80, events: 80 });
});

it("tells whom it is about by first name where that was sent, with one tap on record for each", async () => {
  const world = await aTravelling(api);
  const { team, sendsPerson, kipus, service, centre, partner } = world;
  const known = await sendsPerson({
    disclosureLevel: "L1_CONTACT",
    goal: null,
  });
  const unknown = (await send(kipus, service)).id ?? "";
  const show = async (
    person: Person,
    referralIds: string[],
  ): Promise<Told & { names?: object[] }> =>
    outcomeOf(
      await person.ask(
        `mutation ($input: ShowNamesInput!) { outcome: showNames(input: $input) { __typename
           ... on ShownNames { names { referralId name } } ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
        { input: { referralIds } },
      ),
    );
  // who is on no list yet is looked at by her own door, which opens the referral
  expect((await show(team, [known])).__typename).toBe("SightEnded");
  for (const id of [known, unknown])
    for (const verb of ["acceptReferral", "startReferral"] as const)
      await move(team, verb, id, {});
  const { data } = await team.ask<{
    node: { attendance: { lines: Record<string, unknown>[] } };
  }>(
    `query ($id: ID!, $day: Date!) { node(id: $id) { ... on Service { attendance(from: $day, to: $day) {
       lines { referralId tokenCode isSuspended viewerCanShowName } } } } }`,
    { id: service.globalId, day: today() },
  );
  expect(data?.node.attendance.lines).toMatchObject([
    { referralId: known, isSuspended: false, viewerCanShowName: true },
    { referralId: unknown, isSuspended: false, viewerCanShowName: false },
  ]);
  expect(await show(team, [known, unknown])).toMatchObject({
    names: [{ referralId: known, name: "Anna Zofia" }],
  });
  const officer = await centre.aPerson("IOD");
  const done = await linesOf(officer, centre.globalId, { outcome: "DONE" });
  const lines = done.filter(({ change }) => change === "NamesShown");
  expect(lines).toMatchObject([
    { noun: "Referral", fields: ["FIRST_NAME"], purpose: "ARRANGING" },
  ]);
  // a name is one look of those that are enough for any day of lists
  const admin = await connectTo(adminUrlOf(api.database.name));
  const { rows } = await admin.query<{ points: number }>(
    `update sign_in_attempt set points = points + 238 where key = $1 returning points`,
    [`named:hour ${team.accountId}`],
  );
  expect(rows).toEqual([{ points: 239 }]);
  for (const outcome of ["ShownNames", "TooManyLooks"])
    expect((await show(team, [known])).__typename).toBe(outcome);
  await admin.query(`delete from sign_in_attempt where key like $1`, [
    `named:% ${team.accountId}`,
  ]);
  await admin.end();
  for (const refused of [[], Array.from({ length: 201 }, () => known)])
    expect((await show(team, refused)).fields).toMatchObject([
      { path: "referralIds" },
    ]);
  expect(
    (await show(await partner.aPerson("PARTNER_ADMIN"), [known])).__typename,
  ).toBe("FORBIDDEN");
  const stranger = await (await centre.aPartner()).aPerson("PARTNER_REFERRALS");
  expect((await show(stranger, [known])).__typename).toBe("InvalidInput");
  // with the consent goes the name
  await travel(kipus, "withdrawBasis", {
    basisId: world.basisId,
  });
  expect((await show(team, [known])).__typename).toBe("SightEnded");
});

it("needs the paper of the law before anybody is on a list", async () => {
  const { sent, team, kipus } = await aReferring(api, {
    service: { entryMode: "STATUTORY_REFERRAL" },
  });
  const id = await sent();
  await move(team, "acceptReferral", id);
  expect((await move(team, "startReferral", id)).__typename).toBe(
    "DocumentMissing",
  );
  expect(
    (
      await record(team, onDay(), [
        { referralId: id, state: "PRESENT", ifRevision: 0 },
      ])
    ).__typename,
  ).toBe("ReferralMoved");
  await move(team, "startReferral", id, { statutoryDocumentRef: "SU/7/2026" });
  expect(await seen(kipus, id)).toMatchObject({ status: "IN_PROGRESS" });
});

it("is what an agreement's accounts count, where lists are written", async () => {
  const { ids, team, centre, partner, service } = await running(
    { unit: "APPOINTMENTS_MONTH" },
    2,
  );
  const entries = ids.map((referralId) => ({
    ...{ referralId, quantity: 3 },
    ifRevision: 0,
  }));
  const under = async () => {
    const rows = await centre.asSystem((work) =>
      work.rows<{ service_id: string; units: number }>(
        `select u.* from agreement a cross join lateral attended_under(a.id, $1, $2::timestamptz - interval '9 days', $2::timestamptz + interval '1 day') u`,
        [partner.id, work.now],
      ),
    );
    return rows.map(({ service_id: id, units }) => ({ id, units }));
  };
  expect(await under()).toEqual([]);
  await record(team, onDay(), entries);
  await record(team, onDay(), [{ ...entries[0], quantity: 4, ifRevision: 1 }]);
  expect(await under()).toEqual([{ id: service.id, units: 7 }]);
});
