// Attendance: the list of a day in one go, hours of a period typed once, corrections with history, and what follows from it (P8).
import { addDays, localDate } from "../../../server/platform/calendar.js";
import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import type { Api, Told } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { brokenRules } from "../../support/books.js";
import type { Person } from "../../support/people.js";
import type { ServiceGiven } from "../../support/settling.js";
import type { Referring } from "../referring.js";
import { aReferring, move, outcomeOf } from "../referring.js";

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
  // a list is often written a day later
  api.clock.pass({ days: 1 });
  expect(
    (await record(team, onDay(addDays(today(), -1)), [hours])).fields,
  ).toMatchObject([{ path: "entries.0" }]);
  expect(
    (await record(team, month, [{ ...wrong, quantity: 15, ifRevision: 2 }]))
      .__typename,
  ).toBe("AttendanceRecorded");
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
