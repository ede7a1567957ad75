// Jobs of takers that die: what they had taken is done by others soon, and what a living one still does is left to it.
import type pg from "pg";
import { pino } from "pino";

import { type Jobs, startJobs } from "../../server/platform/jobs.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
  type TestDatabase,
} from "../support/database.js";

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = await connectTo(database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await dropDatabase(database);
});

function startTaker(tasks: Parameters<typeof startJobs>[0]["tasks"]) {
  return startJobs({
    ownerUrl: database.ownerUrl,
    tasks,
    crontab: "",
    log: pino({ level: "silent" }),
  });
}

/** A minute ago, as far as the queue can tell. */
const takenAMinuteAgo = (task: string, by?: string) =>
  owner.query(
    `update graphile_worker._private_jobs j set locked_at = now() - interval '1 minute',
            locked_by = coalesce($2, locked_by)
     from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = $1`,
    [task, by],
  );

const enqueue = (task: string) =>
  owner.query("select graphile_worker.add_job($1)", [task]);

it("does what a taker had begun that was killed, and leaves to a living one what it does", async () => {
  const done: string[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let isAtWork: () => void = () => undefined;
  const atWork = new Promise<void>((resolve) => (isAtWork = resolve));

  await enqueue("slow");
  const living = await startTaker({
    async slow() {
      isAtWork();
      await held;
      done.push("slow, by the living");
    },
  });
  await atWork;
  await takenAMinuteAgo("slow");
  await enqueue("begun");
  await takenAMinuteAgo("begun", "pool-of-a-process-that-was-killed");

  let tellDone: () => void = () => undefined;
  const isDone = new Promise<void>((resolve) => (tellDone = resolve));
  const other: Jobs = await startTaker({
    begun: () => {
      done.push("begun, by the other");
      tellDone();
    },
    slow: () => void done.push("slow, by the other"),
  });
  await isDone;
  letGo();
  await living.stop();
  await other.stop();
  expect(done).toEqual(["begun, by the other", "slow, by the living"]);
  const left = await owner.query("select from graphile_worker._private_jobs");
  expect(left.rowCount).toBe(0);
});

it("is held for dead when its line is cut, and takes jobs again under another name", async () => {
  const line = async () => {
    const { rows } = await owner.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows[0]?.pid;
  };
  let tellDone: () => void = () => undefined;
  const isDone = new Promise<void>((resolve) => (tellDone = resolve));
  const jobs = await startTaker({ later: () => tellDone() });
  const first = await line();
  await owner.query("select pg_terminate_backend($1)", [first]);
  let second = await line();
  while (second === undefined || second === first) second = await line();
  await enqueue("later");
  await isDone;
  await jobs.stop();
});

it("outlives a database that goes away as a job fails, and does that job again", async () => {
  const admin = await connectTo(adminUrlOf("postgres"));
  const letIn = (whether: boolean) =>
    admin.query(
      `alter database "${database.name}" allow_connections ${String(whether)}`,
    );
  const {
    rows: [own],
  } = await owner.query<[number]>({
    text: "select pg_backend_pid()",
    rowMode: "array",
  });
  let tries = 0;
  let tellDone: () => void = () => undefined;
  const isDone = new Promise<void>((resolve) => (tellDone = resolve));
  let tellFailed: () => void = () => undefined;
  const hasFailed = new Promise<void>((resolve) => (tellFailed = resolve));
  const jobs = await startTaker({
    async broken() {
      tries += 1;
      if (tries > 1) {
        tellDone();
        return;
      }
      await letIn(false);
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and pid <> $2`,
        [database.name, own?.[0]],
      );
      setImmediate(tellFailed);
      throw new Error("nobody hears it");
    },
  });
  await enqueue("broken");
  await hasFailed;
  await takenAMinuteAgo("broken");
  await letIn(true);
  await isDone;
  await jobs.stop();
  await admin.end();
});
