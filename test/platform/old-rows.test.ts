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
       select d::text, 1, extract(epoch from now() + d * interval '1 minute') * 1000 from unnest(array[-1, 14]) d`,
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
  };
  await admin.end();
  return found;
}

const all = {
  keys: ["0", "29", "31"],
  sessions: ["-1", "28", "29", "31", "32"],
  tries: ["-1", "14"],
};

it("is closed to the application, whatever it says it is", async () => {
  const application = await connectTo(database.applicationUrl);
  await application.query(`set splot.kind = 'cleaning'`);
  await expect(
    application.query("select let_old_rows_go(now())"),
  ).rejects.toThrow("permission denied");
  expect((await application.query("delete from request_key")).rowCount).toBe(0);
  await expect(application.query("delete from session")).rejects.toThrow(
    "permission denied",
  );
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
  await owner.query("select graphile_worker.add_job('let_old_rows_go')");
  await owner.end();
  await done;
  await jobs.stop();
  expect(await kept()).toEqual({
    keys: ["0", "29"],
    sessions: ["-1", "28", "29"],
    tries: ["14"],
  });
  const admin = await connectTo(adminUrlOf(database.name));
  const { rows } = await admin.query(
    "select identifier from graphile_worker._private_known_crontabs",
  );
  await admin.end();
  expect(rows).toEqual([{ identifier: "let_old_rows_go" }]);
});
