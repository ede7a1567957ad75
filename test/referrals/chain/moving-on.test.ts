// Nobody answers, or somebody says no: the list of its coordinator moves by itself, once, skips with a reason what cannot be sent, and stops where a person decides.
import { DateTime } from "luxon";

import { ZONE } from "../../../server/platform/calendar.js";
import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import type { MailWorld } from "../../notices/by-link.js";
import { openMailWorld } from "../../notices/by-link.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { brokenRules } from "../../support/books.js";
import { connectTo } from "../../support/database.js";
import { holding, untilHeldUp } from "../../support/holding.js";
import { sendDueLetters } from "../../support/letters.js";
import { signInAgain } from "../../support/people.js";
import { aReferring, move, numbersOf, runTimer, send } from "../referring.js";
import { at, plan, sendNow, stands } from "./listing.js";

let world: MailWorld;
let api: Api;
/** Another process on the same database. */
let other: Api;
let owner: Awaited<ReturnType<typeof connectTo>>;
beforeAll(async () => {
  world = await openMailWorld();
  ({ api } = world);
  other = await openApi(api.database);
  owner = await connectTo(api.database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await other.close();
  await world.close();
});

const subjectsTo = (address: string) =>
  world.mailbox.mails.filter(({ to }) => to === address).map((m) => m.subject);

async function waitingJobs(task: string, id: string): Promise<number> {
  const { rows } = await owner.query(
    `select from graphile_worker.jobs where task_identifier = $1 and key like '%' || $2`,
    [task, fromGlobalId("Referral", id)],
  );
  return rows.length;
}

it("sends the next in her name when nobody answered, tells her live and by mail, and skips what is full", async () => {
  const w = await aReferring(api, { service: { total: 3 } });
  const { centre, kipus, service } = w;
  const elsewhere = await centre.aPartner();
  const full = await elsewhere.aService({ total: 1, occupied: 1 });
  const next = await elsewhere.aService({ total: 2 });
  const last = await (await centre.aPartner()).aService();
  const ous = await centre.aPerson("OUS");
  const caseId = await centre.aCase(kipus);
  const id = await w.sent({
    ...{ priority: "EMERGENCY", caseId, ownReference: "teczka 7" },
    fallbackServiceIds: at(full, next, last),
  });
  expect(await stands(kipus, id)).toMatchObject({
    escalatesAt: "2026-11-24T10:43:00.000Z",
    viewerCanPlanFallbacks: true,
    fallbackPlan: {
      version: 1,
      stoppedBy: null,
      fallbacks: [
        { place: 1, state: "WAITING", service: { id: full.globalId } },
        { place: 2, state: "WAITING", service: { id: next.globalId } },
        { place: 3, state: "WAITING", service: { id: last.globalId } },
      ],
    },
  });
  // half of the time: the organiser is told, and the partner once more
  api.clock.pass({ hours: 2 });
  await sendDueLetters(api, centre);
  expect(subjectsTo(ous.email)).toEqual([
    expect.stringMatching(/^Nagłe skierowanie SK\S+ czeka bez odpowiedzi$/),
  ]);
  expect(subjectsTo(w.team.email)).toContainEqual(
    expect.stringMatching(/^Skierowanie SK\S+ czeka na odpowiedź$/),
  );
  api.clock.pass({ hours: 2 });
  await runTimer(api, "expire-referral", centre.id, id);
  // before the list has moved nobody is told to look further
  await sendDueLetters(api, centre);
  expect(subjectsTo(kipus.email)).toEqual([]);
  await runTimer(api, "move-on", centre.id, id);

  const ended = await stands(kipus, id);
  const sentId = ended.fallbackPlan?.fallbacks[1]?.referral?.id ?? "";
  expect(ended).toMatchObject({
    status: "EXPIRED",
    escalatesAt: null,
    viewerCanPlanFallbacks: false,
    timeline: [{ status: "SENT" }, { status: "EXPIRED", by: "Splot" }],
    fallbackPlan: {
      stoppedBy: null,
      current: { id: sentId, status: "SENT" },
      fallbacks: [
        { state: "SKIPPED", skippedBecause: "NO_FREE_PLACE", referral: null },
        { state: "SENT", skippedBecause: null },
        { state: "WAITING" },
      ],
    },
  });
  expect(await stands(kipus, sentId)).toMatchObject({
    ...{ status: "SENT", priority: "EMERGENCY", disclosureLevel: "L0_TOKEN" },
    ...{ units: 1, ownReference: "teczka 7", case: { id: caseId } },
    ...{ follows: { id }, dueAt: "2026-11-24T16:43:00.000Z" },
    timeline: [{ status: "SENT", by: "Splot" }],
    viewerCanPlanFallbacks: true,
  });
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 0 });
  expect(await numbersOf(centre, next)).toMatchObject({ reserved: 1 });
  expect(await waitingJobs("expire-referral", sentId)).toBe(1);
  await sendDueLetters(api, centre);
  expect(subjectsTo(kipus.email)).toEqual([
    expect.stringMatching(/^Plan awaryjny: wysłane SK/),
  ]);
  expect(subjectsTo(ous.email)[1]).toBe(
    "Skierowania bez odpowiedzi w terminie: 1",
  );
  // neither organisation hears of the other
  const events = await centre.asSystem((work) =>
    work.rows<{ type: string; partner_id: string | null }>(
      `select type, partner_id from event where topic = 'REFERRAL' and type like 'Fallbacks%'`,
    ),
  );
  expect(events).toEqual([{ type: "FallbacksMoved", partner_id: null }]);
  expect((await stands(w.team, id)).fallbackPlan).toBeNull();
  expect(await brokenRules(centre)).toEqual({});
});

it("moves once, however many processes wake up for it", async () => {
  const w = await aReferring(api, { service: { total: 30 } });
  const { centre, kipus, team } = w;
  const next = await (await centre.aPartner()).aService({ total: 30 });
  const ids = await Promise.all(
    Array.from({ length: 8 }, () =>
      w.sent({ priority: "EMERGENCY", fallbackServiceIds: at(next) }),
    ),
  );
  api.clock.pass({ hours: 4 });
  const processes = [api, other, api, other];
  await Promise.all(
    ids.map(async (id, place) => {
      // every second one is declined while its time runs out
      if (place % 2) await move(team, "declineReferral", id);
      else
        await Promise.all(
          processes.map((one) =>
            runTimer(one, "expire-referral", centre.id, id),
          ),
        );
      await Promise.all([
        ...processes.map((one) => runTimer(one, "move-on", centre.id, id)),
        // and she refers on by hand at the same moment
        send(kipus, w.service, { followsId: id }),
      ]);
    }),
  );
  for (const id of ids) {
    const followers = await centre.asSystem((work) =>
      work.rows(`select from referral where follows_id = $1`, [
        fromGlobalId("Referral", id),
      ]),
    );
    expect(followers).toHaveLength(1);
  }
  expect(await brokenRules(centre)).toEqual({});
});

it("holds the numbers of its list in the order of services, not of the list", async () => {
  const { kipus, sent, centre, partner } = await aReferring(api);
  const [lower, higher] = (
    await Promise.all([
      partner.aService({ total: 1, occupied: 1 }),
      partner.aService({ total: 1, occupied: 1 }),
    ])
  ).sort((one, other) => (one.id < other.id ? -1 : 1));
  const id = await sent({ fallbackServiceIds: at(higher, lower) });
  await declined(id);
  let moving: Promise<void> = Promise.resolve();
  const row = (serviceId: string) =>
    `select from capacity where centre_id = $1 and service_id = '${serviceId}' for update`;
  await holding(
    centre,
    row(lower.id),
    async () => {
      moving = runTimer(api, "move-on", centre.id, id);
      await untilHeldUp(centre, 1, moving);
    },
    // who waits for the first holds none of the others
    `${row(higher.id)} nowait`,
  );
  await moving;
  expect((await stands(kipus, id)).fallbackPlan?.fallbacks).toHaveLength(2);

  async function declined(referralId: string) {
    const team = await partner.aPerson("PARTNER_REFERRALS");
    await move(team, "declineReferral", referralId, { reason: "OTHER" });
  }
});

it("is not withdrawn under an acceptance that is being written", async () => {
  const { centre, kipus, sent, team } = await aReferring(api);
  const next = await (await centre.aPartner()).aService();
  const id = await sent({ fallbackServiceIds: at(next) });
  const acts: Promise<{ __typename: string }>[] = [];
  await holding(
    centre,
    `select from referral where centre_id = $1 and id = '${fromGlobalId("Referral", id)}' for update`,
    async () => {
      for (const act of [
        () => move(team, "acceptReferral", id),
        () => sendNow(kipus, id),
      ]) {
        acts.push(act());
        await untilHeldUp(centre, acts.length, Promise.race(acts));
      }
    },
  );
  const [accepted, sending] = await Promise.all(acts);
  expect(accepted?.__typename).toBe("Referral");
  expect(sending?.__typename).toBe("ReferralMoved");
  expect((await stands(kipus, id)).status).toBe("ACCEPTED");
});

it("lets nobody end a referral unseen while its first list is being written, nor write a second first one", async () => {
  const w = await aReferring(api, { service: { total: 20 } });
  const next = await (await w.centre.aPartner()).aService({ total: 20 });
  for (let times = 0; times < 8; times += 1) {
    const id = await w.sent();
    await Promise.all([
      plan(w.kipus, id, at(next)),
      move(w.team, "declineReferral", id),
    ]);
    const { fallbackPlan } = await stands(w.kipus, id);
    expect(await waitingJobs("move-on", id)).toBe(fallbackPlan ? 1 : 0);
  }
  const id = await w.sent();
  const both = await Promise.all([1, 2].map(() => plan(w.kipus, id, at(next))));
  expect(both.map(({ __typename }) => __typename).sort()).toEqual([
    "Referral",
    "ReferralMoved",
  ]);
});

it("says why it skipped, and that nothing is left", async () => {
  const w = await aReferring(api);
  const { centre, kipus, partner } = w;
  const caseId = await centre.aCase(kipus);
  const rest = { caseId, priority: "URGENT" } as const;
  const ended = await (await centre.aPartner()).aService();
  const full = await (
    await centre.aPartner()
  ).aService({ total: 1, occupied: 1 });
  const id = await w.sent({
    ...rest,
    fallbackServiceIds: at(ended, full),
  });
  await centre.asSystem((work) =>
    work.rows(
      `update agreement a set status = 'SUSPENDED' from agreement_party y, service s
       where a.centre_id = $1 and y.agreement_id = a.id and y.partner_id = s.partner_id and s.id = $2`,
      [centre.id, ended.id],
    ),
  );
  api.clock.pass({ minutes: 5 });
  await move(w.team, "declineReferral", id);
  expect(await waitingJobs("move-on", id)).toBe(1);
  await runTimer(api, "move-on", centre.id, id);
  expect((await stands(kipus, id)).fallbackPlan).toMatchObject({
    stoppedBy: "NOTHING_LEFT",
    current: { id },
    fallbacks: [
      { state: "SKIPPED", skippedBecause: "AGREEMENT_MISSING" },
      { state: "SKIPPED", skippedBecause: "NO_FREE_PLACE" },
    ],
  });
  await sendDueLetters(api, centre);
  expect(subjectsTo(kipus.email)).toEqual([
    expect.stringMatching(/^Skierowanie SK\S+: szukaj dalej$/),
  ]);
  // what is still to be found lies before her, but for where she was, and in her list
  const alternative = await partner.aService();
  const { alternatives } = await stands(kipus, id);
  expect(alternatives).toEqual([{ id: alternative.globalId }]);
  const waiting = `query ($id: ID!) { centre(id: $id) { referrals(filter: { awaitsNext: true }) { nodes { id } } } }`;
  const asked = { id: centre.globalId };
  expect((await kipus.ask(waiting, asked)).data).toEqual({
    centre: { referrals: { nodes: [{ id }] } },
  });
  // nothing is left, so she may refer on by hand; then it is out of her list
  expect(await send(kipus, alternative, { followsId: id })).toMatchObject({
    __typename: "Referral",
  });
  expect((await kipus.ask(waiting, asked)).data).toEqual({
    centre: { referrals: { nodes: [] } },
  });
});

it("stops where the person resigned, the case is closed or its coordinator has gone", async () => {
  const w = await aReferring(api, { service: { total: 9 } });
  const { centre, kipus, team } = w;
  const next = await (await centre.aPartner()).aService({ total: 9 });
  const fallbackServiceIds = at(next);
  const caseId = await centre.aCase(kipus);
  const stopped = async (id: string) =>
    centre.asSystem((work) =>
      work.rows(`select stopped_by from referral_chain where id = $1`, [
        fromGlobalId("Referral", id),
      ]),
    );
  const declined = async (id: string, reason: string) => {
    await move(team, "declineReferral", id, { reason });
    await runTimer(api, "move-on", centre.id, id);
    return stopped(id);
  };
  const [resigned, unsafe, closed, left] = [
    await w.sent({ fallbackServiceIds }),
    await w.sent({ fallbackServiceIds }),
    await w.sent({ fallbackServiceIds, caseId }),
    await w.sent({ fallbackServiceIds }),
  ];
  expect(await declined(resigned, "RESIDENT_REFUSED")).toEqual([
    { stopped_by: "RESIDENT_REFUSED" },
  ]);
  expect(await declined(unsafe, "SAFETY")).toEqual([{ stopped_by: "SAFETY" }]);
  await centre.asSystem((work) =>
    work.rows(`update case_ref set closed_on = '2026-11-24' where id = $1`, [
      fromGlobalId("Case", caseId),
    ]),
  );
  expect(await declined(closed, "NO_CAPACITY")).toEqual([
    { stopped_by: "CASE_CLOSED" },
  ]);
  await centre.asSystem((work) =>
    work.rows(`update assignment set ended_at = $2 where id = $1`, [
      kipus.assignmentId,
      work.now,
    ]),
  );
  expect(await declined(left, "NO_CAPACITY")).toEqual([
    { stopped_by: "SENDER_LEFT" },
  ]);
  expect(await numbersOf(centre, next)).toMatchObject({ reserved: 0 });
});

it("sends nothing for a case that is being closed at this moment", async () => {
  const w = await aReferring(api, { service: { total: 9 } });
  const { centre, kipus, team } = w;
  const next = await (await centre.aPartner()).aService();
  const caseId = await centre.aCase(kipus);
  const id = await w.sent({ caseId, fallbackServiceIds: at(next) });
  await move(team, "declineReferral", id);
  let moving = Promise.resolve();
  await centre.asSystem(async (work) => {
    await work.rows(
      `update case_ref set closed_on = '2026-11-24' where id = $1`,
      [fromGlobalId("Case", caseId)],
    );
    const [closing] = await work.rows<{ pid: number }>(
      `select pg_backend_pid() as pid`,
    );
    const job = { isDone: false };
    moving = runTimer(other, "move-on", centre.id, id).then(() => {
      job.isDone = true;
    });
    const waits = async () => {
      const { rows } = await owner.query(
        `select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))`,
        [closing?.pid],
      );
      return rows.length > 0;
    };
    // it waits for who closes, or has gone past her
    while (!job.isDone && !(await waits()))
      await new Promise((done) => setImmediate(done));
  });
  await moving;
  expect(await numbersOf(centre, next)).toMatchObject({ reserved: 0 });
  expect((await stands(kipus, id)).fallbackPlan).toMatchObject({
    stoppedBy: "CASE_CLOSED",
  });
});

it("is set, reordered and stopped by her alone, until it moves", async () => {
  const w = await aReferring(api, { service: { total: 9 } });
  const { centre, kipus, team, service } = w;
  const [one, two] = [
    await (await centre.aPartner()).aService(),
    await (await centre.aPartner()).aService(),
  ];
  const id = await w.sent();
  expect(await plan(kipus, id, at(one, two))).toMatchObject({
    __typename: "Referral",
  });
  expect(await plan(kipus, id, at(two, one))).toMatchObject({
    __typename: "ReferralMoved",
    message: "Ktoś był szybszy. Zobacz, co dzieje się ze skierowaniem.",
  });
  expect(await plan(kipus, id, at(two, one), 1)).toMatchObject({ id });
  for (const wrong of [at(one, one), at(service)])
    expect(await plan(kipus, id, wrong, 2)).toMatchObject({
      __typename: "InvalidInput",
      fields: [{ path: "serviceIds" }],
    });
  const six = at(...Array.from({ length: 6 }, () => one));
  expect((await plan(kipus, id, six, 2)).fields).toHaveLength(2);
  expect((await plan(team, id, at(one), 2)).__typename).toBe("FORBIDDEN");
  expect(
    (await plan(await centre.aPerson("KIPUS"), id, at(one), 2)).__typename,
  ).toBe("InvalidInput");
  expect((await stands(kipus, id)).fallbackPlan?.fallbacks).toMatchObject([
    { place: 1, service: { id: two.globalId } },
    { place: 2, service: { id: one.globalId } },
  ]);
  // stopped: declined or not, nothing goes out
  expect(await plan(kipus, id, [], 2)).toMatchObject({ id });
  await move(team, "declineReferral", id);
  expect(await waitingJobs("move-on", id)).toBe(0);
  await runTimer(api, "move-on", centre.id, id);
  expect((await stands(kipus, id)).fallbackPlan).toMatchObject({
    stoppedBy: "COORDINATOR",
    fallbacks: [],
  });
  expect((await plan(kipus, id, at(one), 3)).__typename).toBe("ReferralMoved");
});

it("goes out at once where she does not wait any longer: the one is withdrawn and the other sent, or neither", async () => {
  const w = await aReferring(api, { service: { total: 9 } });
  const { centre, kipus, team, service } = w;
  const next = await (await centre.aPartner()).aService({ total: 1 });
  const id = await w.sent({
    priority: "EMERGENCY",
    fallbackServiceIds: at(next),
  });
  const requestKey = `now-${id}`;
  const sent = await sendNow(kipus, id, { requestKey });
  expect(sent).toMatchObject({ __typename: "Referral", status: "SENT" });
  expect(await sendNow(kipus, id, { requestKey })).toMatchObject({
    id: sent.id,
  });
  expect(await stands(kipus, id)).toMatchObject({ status: "WITHDRAWN" });
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 0 });
  // the place is gone: nothing is withdrawn
  const second = await w.sent({ fallbackServiceIds: at(next) });
  expect(await sendNow(kipus, second)).toMatchObject({
    __typename: "NoFallbackLeft",
    reasons: ["NO_FREE_PLACE"],
  });
  expect(await stands(kipus, second)).toMatchObject({
    status: "SENT",
    fallbackPlan: { stoppedBy: null, fallbacks: [{ state: "WAITING" }] },
  });
  expect((await sendNow(team, second)).__typename).toBe("FORBIDDEN");
  await move(team, "acceptReferral", second);
  expect(await sendNow(kipus, second)).toMatchObject({
    __typename: "ReferralMoved",
    referral: { status: "ACCEPTED" },
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("lies before her for two weeks of days, to the last minute of the fourteenth", async () => {
  const { centre, kipus, team, sent } = await aReferring(api);
  const id = await sent();
  await move(team, "declineReferral", id);
  const listed = async () => {
    const she = await signInAgain(api, centre.id, kipus);
    const { data } = await she.ask(
      `query ($id: ID!) { centre(id: $id) { referrals(filter: { awaitsNext: true }) { nodes { id } } } }`,
      { id: centre.globalId },
    );
    return data;
  };
  const today = DateTime.fromJSDate(api.clock.now(), { zone: ZONE });
  const lastMinute = today
    .plus({ days: 14 })
    .endOf("day")
    .minus({ minutes: 1 });
  const minutes = Math.floor(lastMinute.diff(today, "minutes").minutes);
  api.clock.pass({ minutes });
  expect(await listed()).toEqual({
    centre: { referrals: { nodes: [{ id }] } },
  });
  api.clock.pass({ minutes: 3 });
  expect(await listed()).toEqual({ centre: { referrals: { nodes: [] } } });
});
