// What is kept only for a while goes by itself, and only by the owner's daily job.
import { randomUUID } from "node:crypto";

import {
  letOldRowsGo,
  letOldRowsGoDaily,
} from "../../server/platform/database/old-rows.js";
import { startJobs } from "../../server/platform/jobs.js";
import { createLog } from "../../server/platform/logging.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";

/** The centre whose chain is followed after all others. */
const LAST = "ffffffff-ffff-4fff-bfff-ffffffffffff";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const admin = await connectTo(adminUrlOf(database.name));
  const [centre, account] = [randomUUID(), randomUUID()];
  await admin.query(
    `insert into centre (id, slug, name, short_name, created_at) values ('${centre}', 'one', 'C', 'C', now());
     insert into account (id, email, name, created_at) values ('${account}', 'a@splot.example', 'A', now());
     insert into request_key (centre_id, partner_id, operation, key, input_hash, taken_at)
       select '${centre}', gen_random_uuid(), 'op', d::text, '', now() - d * interval '1 day' from unnest(array[0, 29, 31]) d;
     insert into session (id, token_hash, account_id, device, started_at, last_used_at, expires_at, ended_at)
       select gen_random_uuid(), d::text::bytea, '${account}'::uuid, d::text, now(), now(), now() - d * interval '1 day', null
         from unnest(array[-1, 29, 31]) d
       union all
       select gen_random_uuid(), d::text::bytea, '${account}'::uuid, d::text, now(), now(), now(), now() - d * interval '1 day'
         from unnest(array[28, 32]) d;
     insert into sign_in_attempt (key, points, expire)
       select d::text, 1, extract(epoch from now() + d * interval '1 minute') * 1000 from unnest(array[-1, 14]) d;
     insert into letter (centre_id, id, kind, send_at, written_at, sent_at, dropped_at)
       select '${centre}'::uuid, gen_random_uuid(), 'sent ' || d, now(), now(), now() - d * interval '1 day', null::timestamptz
         from unnest(array[89, 91]) d
       union all
       select '${centre}', gen_random_uuid(), 'dropped ' || d, now(), now(), null, now() - d * interval '1 day'
         from unnest(array[89, 91]) d
       union all
       select '${centre}', gen_random_uuid(), 'waiting', now(), now() - interval '1 year', null, null;
     set session_replication_role = replica;
     insert into letter (centre_id, id, kind, partner_id, send_at, written_at, sent_at)
       select '${centre}', gen_random_uuid(), 'stale-offer', '${LAST}', now(), now(), now() - d * interval '1 day'
         from unnest(array[91, 98, 105]) d;
     insert into action_link (centre_id, id, kind, partner_id, contact_person_id, made_at, expires_at)
       select '${centre}', ('00000000-0000-4000-8000-0000000000' || d)::uuid, 'CONFIRM_PLACES', gen_random_uuid(),
         gen_random_uuid(), now() - interval '1 year', now() - d * interval '1 day' from unnest(array[89, 91]) d;
     set session_replication_role = origin;
     insert into centre (id, slug, name, short_name, created_at) values ('${LAST}', 'two', 'D', 'D', now());
     insert into access_log_head (centre_id) values ('${centre}'), ('${LAST}')`,
  );
  await admin.end();
});
afterAll(() => dropDatabase(database));

async function kept(): Promise<Record<string, string[]>> {
  const admin = await connectTo(adminUrlOf(database.name));
  const names = async (sql: string) =>
    (await admin.query<{ name: string }>(`${sql} order by 1`)).rows.map(
      ({ name }) => name,
    );
  const found = {
    keys: await names("select key as name from request_key"),
    sessions: await names("select device as name from session"),
    tries: await names("select key as name from sign_in_attempt"),
    letters: await names(
      `select kind || case when partner_id is null then '' else ' ' || (now()::date - sent_at::date) end as name from letter`,
    ),
    links: await names("select right(id::text, 2) as name from action_link"),
  };
  await admin.end();
  return found;
}

const all = {
  keys: ["0", "29", "31"],
  sessions: ["-1", "28", "29", "31", "32"],
  tries: ["-1", "14"],
  letters: [
    "dropped 89",
    "dropped 91",
    "sent 89",
    "sent 91",
    "stale-offer 105",
    "stale-offer 91",
    "stale-offer 98",
    "waiting",
  ],
  links: ["89", "91"],
};

it("is closed to the application, whatever it says it is", async () => {
  const application = await connectTo(database.applicationUrl);
  await application.query(`set splot.kind = 'cleaning'`);
  await expect(
    application.query("select let_old_rows_go(now())"),
  ).rejects.toThrow("permission denied");
  expect((await application.query("delete from request_key")).rowCount).toBe(0);
  for (const sql of [
    "delete from session",
    "delete from letter",
    "delete from action_link",
    "select let_old_letters_go(now())",
  ])
    await expect(application.query(sql)).rejects.toThrow("permission denied");
  await application.end();
  expect(await kept()).toEqual(all);
});

it("goes when its time is over, and is on the calendar of the queue", async () => {
  let finish = () => {};
  const done = new Promise<void>((resolve) => (finish = resolve));
  const jobs = await startJobs({
    ownerUrl: database.ownerUrl,
    tasks: {
      async let_old_rows_go(...given) {
        await letOldRowsGo["let_old_rows_go"]?.(...given);
        finish();
      },
    },
    crontab: letOldRowsGoDaily,
    log: createLog("silent"),
  });
  const owner = await connectTo(database.ownerUrl);
  const writer = await connectTo(adminUrlOf(database.name));
  await writer.query("begin");
  await writer.query(
    `select from access_log_head where centre_id = '${LAST}' for update`,
  );
  await owner.query("select graphile_worker.add_job('let_old_rows_go')");
  await owner.end();
  // somebody writes in the last centre: the first is kept already, and nobody waits there
  const watcher = await connectTo(adminUrlOf(database.name));
  const waiting = () =>
    watcher.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
  while ((await waiting()).rowCount === 0);
  const { rows: heads } = await watcher.query(
    `select centre_id = '${LAST}' as last, checked_at is not null as kept from access_log_head order by centre_id`,
  );
  expect(heads).toEqual([
    { last: false, kept: true },
    { last: true, kept: false },
  ]);
  await writer.query("rollback");
  await Promise.all([writer.end(), watcher.end()]);
  await done;
  await jobs.stop();
  expect(await kept()).toEqual({
    keys: ["0", "29"],
    sessions: ["-1", "28", "29"],
    tries: ["14"],
    // who did not answer twice is not asked a third time
    letters: [
      "dropped 89",
      "sent 89",
      "stale-offer 91",
      "stale-offer 98",
      "waiting",
    ],
    links: ["89"],
  });
  const admin = await connectTo(adminUrlOf(database.name));
  const { rows } = await admin.query(
    "select identifier from graphile_worker._private_known_crontabs",
  );
  await admin.end();
  expect(rows).toEqual([{ identifier: "let_old_rows_go" }]);
});
