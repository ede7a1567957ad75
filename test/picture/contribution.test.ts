// What the network brought an organisation: counted by the days of a period, exactly for its own team, masked for the hub.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { change } from "../offer/offering.js";
import { aReferring, move, runTimer, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { listenTo } from "../support/statements.js";
import type { TestPartner } from "../support/world.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Masked {
  value: number | null;
  reason: string | null;
}

interface Line {
  serviceName: string | null;
  unit: string | null;
  received: Masked;
  accepted: Masked;
  served: Masked;
  servedUnits: Masked | null;
  filledUnits: Masked | null;
}

interface Seen {
  from: string;
  to: string;
  isMasked: boolean;
  total: Line;
  services: Line[];
  answers: Masked;
  medianAnswerMinutes: number | null;
  answeredInTime: number | null;
  confirmedInTime: number | null;
}

const COUNT = "{ value reason }";
const LINE = `{ serviceName unit received ${COUNT} accepted ${COUNT} served ${COUNT} servedUnits ${COUNT} filledUnits ${COUNT} }`;

async function contribution(
  person: Person,
  partnerId: string,
  asked: { kind?: string; on?: string; hideFew?: boolean } = {},
): Promise<Seen | null> {
  const { data, errors } = await person.ask<{
    node: { contribution: Seen | null };
  }>(
    `query ($id: ID!, $kind: PeriodKind! = QUARTER, $on: Date, $hideFew: Boolean! = false) { node(id: $id) { ... on Partner {
       contribution(kind: $kind, on: $on, hideFew: $hideFew) { from to isMasked total ${LINE} services ${LINE}
         answers ${COUNT} medianAnswerMinutes answeredInTime confirmedInTime } } } }`,
    { id: partnerId, ...asked },
  );
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data.node.contribution;
}

const counts = ({ received, accepted, served }: Line) =>
  [received, accepted, served].map(({ value, reason }) => value ?? reason);

/** Six to one service, of which five are accepted and one is running; one to another. */
async function aBusyPartner() {
  const world = await aReferring(api, {
    service: { total: 40, name: "Warsztat stolarski" },
  });
  const { kipus, team, partner } = world;
  const second = await partner.aService({
    total: 4,
    unit: "HOURS_WEEK",
    name: "Doradca",
  });
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) ids.push(await world.sent({ units: 2 }));
  api.clock.pass({ hours: 3 });
  for (const id of ids.slice(0, 5)) await move(team, "acceptReferral", id);
  await move(team, "declineReferral", ids[5] ?? "");
  await move(team, "startReferral", ids[0] ?? "");
  await send(kipus, second);
  return world;
}

it("tells the own team exactly and the hub none of 1 to 4", async () => {
  const world = await aBusyPartner();
  const { centre, partner, team } = world;
  const own = await contribution(team, partner.globalId);
  expect(own).toMatchObject({
    from: "2026-10-01",
    to: "2026-12-31",
    isMasked: false,
    // hours and places are no sum
    total: { serviceName: null, unit: null, servedUnits: null },
    medianAnswerMinutes: 180,
    answeredInTime: 100,
  });
  expect(own && counts(own.total)).toEqual([7, 5, 1]);
  expect(
    own?.services.map((line) => [line.serviceName, ...counts(line)]),
  ).toEqual([
    ["Doradca", 1, 0, 0],
    ["Warsztat stolarski", 6, 5, 1],
  ]);
  expect(own?.services[1]).toMatchObject({
    unit: "PLACES",
    servedUnits: { value: 2, reason: null },
    filledUnits: { value: 2, reason: null },
  });

  for (const role of ["OUS", "DIRECTOR"] as const) {
    const seen = await contribution(
      await centre.aPerson(role),
      partner.globalId,
    );
    expect(seen?.isMasked).toBe(true);
    expect(seen && counts(seen.total)).toEqual([7, 5, "FEW"]);
    expect(seen?.services.map(counts)).toEqual([
      ["FEW", 0, 0],
      ["DERIVABLE", 5, "FEW"],
    ]);
    expect(seen?.services[1]?.filledUnits).toEqual({
      value: null,
      reason: "FEW",
    });
  }
  const handedOn = await contribution(team, partner.globalId, {
    hideFew: true,
  });
  expect(handedOn?.isMasked).toBe(true);
  expect(handedOn?.services.map(counts)).toEqual([
    ["FEW", 0, 0],
    ["DERIVABLE", 5, "FEW"],
  ]);

  const stranger = await centre.aPartner();
  for (const other of [
    await stranger.aPerson("PARTNER_ADMIN"),
    await partner.aPerson("PARTNER_VIEWER", "PARTNER_EDITOR"),
    world.kipus,
    await centre.aPerson("AUTHORITY"),
  ])
    expect(await contribution(other, partner.globalId)).toBeNull();
});

it("counts by the days of the period", async () => {
  const { partner, team } = await aBusyPartner();
  const lastYear = await contribution(team, partner.globalId, {
    kind: "YEAR",
    on: "2025-06-01",
  });
  expect(lastYear).toMatchObject({ from: "2025-01-01", to: "2025-12-31" });
  expect(lastYear && counts(lastYear.total)).toEqual([0, 0, 0]);
  expect(lastYear?.services).toEqual([]);
  const month = await contribution(team, partner.globalId, { kind: "MONTH" });
  expect(month).toMatchObject({ from: "2026-11-01", to: "2026-11-30" });
});

it("counts what nobody answered as not in time, and no usual time of a few", async () => {
  const world = await aReferring(api, { service: { total: 40 } });
  const { partner, team, sent } = world;
  for (let n = 0; n < 3; n += 1)
    await move(team, "acceptReferral", await sent());
  expect(await contribution(team, partner.globalId)).toMatchObject({
    answers: { value: 3 },
    medianAnswerMinutes: null,
    answeredInTime: null,
  });
  await move(team, "acceptReferral", await sent());
  const late = await sent({ priority: "EMERGENCY" });
  api.clock.pass({ hours: 5 });
  await runTimer(api, "expire-referral", world.centre.id, late);
  expect(await contribution(team, partner.globalId)).toMatchObject({
    answers: { value: 5 },
    medianAnswerMinutes: 0,
    answeredInTime: 80,
  });
});

it("says on how many days the numbers were vouched for in time", async () => {
  const { partner, service } = await aReferring(api, {
    service: { confirmedDaysAgo: null },
  });
  api.clock.pass({ days: 3 });
  const shareOf = async () =>
    (
      await contribution(
        await partner.aPerson("PARTNER_ADMIN"),
        partner.globalId,
        { kind: "YEAR" },
      )
    )?.confirmedInTime;
  expect(await shareOf()).toBe(0);
  await change(await partner.aPerson("PARTNER_EDITOR"), "confirmCapacity", {
    serviceId: service.globalId,
  });
  api.clock.pass({ days: 3 });
  expect(await shareOf()).toBe(50);
});

it("tells its part in joint actions and the meetings where it was, of the period alone", async () => {
  const { centre, partner, team } = await aReferring(api);
  const other = await centre.aPartner();
  await centre.aJointAction(partner);
  const ended = fromGlobalId("JointAction", await centre.aJointAction(partner));
  const informed = fromGlobalId(
    "JointAction",
    await centre.aJointAction(partner),
  );
  await centre.aJointAction(other);
  const ous = await centre.aPerson("OUS");
  const hold = async (...present: TestPartner[]) => {
    const meetingId = await centre.aMeeting();
    await ous.ask(
      `mutation ($input: HoldMeetingInput!) { holdMeeting(input: $input) { __typename } }`,
      {
        input: {
          meetingId,
          ifVersion: 1,
          presentPartnerIds: present.map(({ globalId }) => globalId),
        },
      },
    );
  };
  await hold(partner, other);
  await hold(other);
  await centre.aMeeting();
  await centre.asSystem(async (work) => {
    await work.rows(
      `update joint_action set created_at = '2025-01-01', ended_on = '2025-12-31' where id = $1`,
      [ended],
    );
    await work.rows(
      `delete from joint_action_part where joint_action_id = $1`,
      [informed],
    );
    await work.rows(
      `insert into joint_action_part (centre_id, joint_action_id, partner_id, part) values ($1, $2, $3, 'INFORMED')`,
      [work.centreId, informed, partner.id],
    );
  });
  const shared = async (person: Person, on: string) => {
    const { data } = await person.ask<{
      node: {
        contribution: {
          actions: { title: string; part: string }[];
          meetings: number;
          meetingsAttended: number;
        } | null;
      };
    }>(
      `query ($id: ID!, $on: Date!) { node(id: $id) { ... on Partner { contribution(kind: YEAR, on: $on) {
         actions { title part networkName } meetings meetingsAttended } } } }`,
      { id: partner.globalId, on },
    );
    return data?.node.contribution;
  };
  for (const person of [team, ous]) {
    const now = await shared(person, "2026-06-01");
    expect(now).toMatchObject({
      actions: [{ part: "RESPONSIBLE" }],
      meetings: 2,
      meetingsAttended: 1,
    });
  }
  const before = await shared(team, "2025-06-01");
  expect(before).toMatchObject({ meetings: 0, meetingsAttended: 0 });
  expect(before?.actions.map(({ title }) => title)).toEqual([
    `Działanie ${ended.slice(0, 8)}`,
  ]);
});

it("reads a report in one statement", async () => {
  const { partner, team } = await aBusyPartner();
  const statements = listenTo(api);
  await contribution(team, partner.globalId);
  const asked = statements
    .taken()
    .filter((sql) => /partner_contribution/.test(sql));
  expect(asked).toHaveLength(1);
});
