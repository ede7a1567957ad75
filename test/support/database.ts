// A database for tests: a migrated clone for each worker, and fresh ones for those that need emptiness.
import { randomUUID } from "node:crypto";

import pg from "pg";

export interface TestDatabase {
  readonly name: string;
  readonly applicationUrl: string;
  readonly ownerUrl: string;
}

interface Cluster {
  readonly adminUrl: string;
  readonly applicationUrl: string;
  readonly ownerUrl: string;
}

const template = "splot";

function cluster(): Cluster {
  const given = process.env["SPLOT_TEST_DATABASE"];
  if (!given)
    throw new Error("This test needs the database that jest's setup starts.");
  // our own setup wrote it
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return JSON.parse(given) as Cluster;
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin(work: (admin: pg.Client) => Promise<void>) {
  const admin = new pg.Client({ connectionString: cluster().adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** The superuser's connection to a database: for what no role of the product may do. */
export function adminUrlOf(name: string): string {
  return inDatabase(cluster().adminUrl, name);
}

async function clone(name: string, from = template): Promise<TestDatabase> {
  await asAdmin(async (admin) => {
    // workers clone at the same time, and the template can be copied by one
    await admin.query("select pg_advisory_lock(1)");
    const found = await admin.query(
      "select from pg_database where datname = $1",
      [name],
    );
    if (found.rowCount === 0)
      await admin.query(
        `create database "${name}" template ${from} owner splot_owner strategy file_copy`,
      );
  });
  const { applicationUrl, ownerUrl } = cluster();
  return {
    name,
    applicationUrl: inDatabase(applicationUrl, name),
    ownerUrl: inDatabase(ownerUrl, name),
  };
}

/** The clone that all test files of this worker share; what they make is unique by construction. */
export function workerDatabase(): Promise<TestDatabase> {
  return clone(`splot_worker_${process.env["JEST_WORKER_ID"] ?? "1"}`);
}

/** A clone of one's own, as empty as the migrations leave it. */
export function freshDatabase(): Promise<TestDatabase> {
  return clone(`splot_${randomUUID().replaceAll("-", "")}`);
}

const demo = "splot_demo";

/** A clone of one's own with the demo in it, which the first one who asks loads for all workers of the run. */
export async function demoDatabase(
  load: (empty: TestDatabase) => Promise<void>,
): Promise<TestDatabase> {
  await asAdmin(async (admin) => {
    await admin.query("select pg_advisory_lock(2)");
    const found = await admin.query(
      "select from pg_database where datname = $1",
      [demo],
    );
    if (found.rowCount === 1) return;
    const loading = await freshDatabase();
    await load(loading);
    await admin.query(`alter database "${loading.name}" rename to ${demo}`);
  });
  return clone(`splot_${randomUUID().replaceAll("-", "")}`, demo);
}

export async function dropDatabase(database: TestDatabase): Promise<void> {
  await asAdmin(async (admin) => {
    await admin.query(`drop database "${database.name}" with (force)`);
  });
}

/** A connection of one role; the caller ends it. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
