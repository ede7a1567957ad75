// The small edition of `npm run lateness`: what is due at one moment is done in its order, all of it, once, and with little work for each; how fast, tells no test.
import type pg from "pg";

import { runTask } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { listenTo } from "../support/statements.js";
import { aCentre, type TestCentre } from "../support/world.js";
import { aTown, ringOthers, sendAll } from "./lateness-town.js";

let api: Api;
let admin: pg.Client;
beforeAll(async () => {
  const post = { send: () => Promise.resolve(), close: () => undefined };
  api = await openApi(undefined, { post });
  admin = await connectTo(adminUrlOf(api.database.name));
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

const WORDS = { referrals: 360, due: 300, burst: 200, others: 10, seconds: 60 };
const SIZE = { partners: 4, services: 5, senders: 4 };

/** How often a kind of job rang, and how many statements it took. */
type Work = Record<string, { rings: number; statements: number }>;

/** One taker of the queue, which takes what is due first and tells it when that is done, until nothing is due. */
async function takeAll({ id: centreId }: TestCentre): Promise<Work> {
  const statements = listenTo(api);
  const work: Work = {};
  for (;;) {
    const { rows } = await admin.query<{
      id: string;
      task: string;
      payload: Record<string, unknown>;
    }>(
      `update graphile_worker._private_jobs j set locked_at = now(), locked_by = 'one taker'
       from graphile_worker._private_tasks t where t.id = j.task_id and j.id = (
         select id from graphile_worker._private_jobs where payload->>'centreId' = $1 and locked_at is null
           and run_at <= $2 order by priority, run_at, id limit 1)
       returning j.id, t.identifier as task, j.payload`,
      [centreId, api.clock.now()],
    );
    const [job] = rows;
    if (!job) return work;
    await runTask(api, job.task, job.payload);
    const { rings, statements: asked } = (work[job.task] ??= {
      ...{ rings: 0, statements: 0 },
    });
    work[job.task] = {
      rings: rings + 1,
      statements: asked + statements.taken().length,
    };
    await admin.query(
      `delete from graphile_worker._private_jobs where id = $1`,
      [job.id],
    );
  }
}

it("does what is due in its order, all of it, once, and with little work for each", async () => {
  const centre = await aCentre(api);
  const town = await aTown(centre, WORDS.referrals, SIZE);
  await sendAll(town, WORDS, api.clock.now());
  await ringOthers(town, WORDS, api.clock.now());
  api.clock.pass({ minutes: 2 });

  const work = await takeAll(centre);

  const { due, others, referrals } = WORDS;
  const asSystem = <Row>(sql: string) =>
    centre.asSystem((system) => system.rows<Row>(sql, [centre.id]));
  expect(
    await asSystem(
      `select type, count(*)::int as told, count(distinct subject_id)::int as of from event
       where centre_id = $1 and type in ('ReferralExpired', 'OfferLapsed', 'SightEnded', 'ReferralSent')
       group by type order by type`,
    ),
  ).toEqual([
    { type: "OfferLapsed", told: others, of: others },
    { type: "ReferralExpired", told: due, of: due },
    { type: "ReferralSent", told: others, of: others },
    { type: "SightEnded", told: others, of: others },
  ]);
  // those of one commit are due together, and no later commit holds anything that was due before
  expect(
    await asSystem(
      `with done as (select min(e.position) as at, min(r.due_at) as first, max(r.due_at) as last from event e
         join referral r on r.centre_id = e.centre_id and r.id = e.subject_id
         where e.centre_id = $1 and e.type = 'ReferralExpired' group by e.xmin::text)
       select * from done one join done later on later.at > one.at and later.first < one.last`,
    ),
  ).toEqual([]);
  expect(
    await asSystem(
      `select (select count(*)::int from referral where centre_id = $1 and status = 'SENT') as open,
         (select count(*)::int from letter where centre_id = $1 and kind = 'referral-reminder'
           and key like 'measured:%' and sent_at is null and dropped_at is null) as letters`,
    ),
  ).toEqual([{ open: referrals - due + others, letters: 0 }]);
  const {
    // they were sent by hand, and the log does not know of it
    "each version of a referral has one event": _,
    ...broken
  } = await brokenRules(centre);
  expect(broken).toEqual({});

  const ofEach = (task: string, many: number) =>
    (work[task]?.statements ?? 0) / many;
  expect(work["expire-referral"]?.rings).toBe(Math.ceil(due / 40));
  expect(ofEach("expire-referral", due)).toBeLessThan(0.9);
  for (const task of ["lapse-offer", "end-sight", "move-on"])
    expect(work[task]?.rings).toBe(1);
  expect(ofEach("move-on", others)).toBeLessThan(7);
  expect(ofEach("lapse-offer", others)).toBeLessThan(3);
  expect(ofEach("end-sight", others)).toBeLessThan(2);
  expect(work["send-letter"]?.rings).toBeLessThan(2 * others);
  expect(ofEach("send-letter", 2 * others)).toBeLessThan(8);
});
