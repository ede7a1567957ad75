// Brings a database to the shape that this version needs, on the owner's connection, once however many processes ask.
import { runMigrations as migrateJobQueue } from "graphile-worker";
import pg from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";

import { checkApplied, keepApplied } from "./applied-text.js";
import type { DatabaseUrls } from "./connect.js";
import { SteadyClient } from "./steady-client.js";

type Migrations = NonNullable<DataSourceOptions["migrations"]>;

/** Any number, the same in every process. */
const lock = 7_305_101_116;

function ownerOf(urls: DatabaseUrls, migrations: Migrations): DataSource {
  const application = decodeURIComponent(new URL(urls.applicationUrl).username);
  return new DataSource({
    type: "postgres",
    url: urls.ownerUrl,
    migrations,
    migrationsTableName: "migration",
    logging: false,
    extra: {
      Client: SteadyClient,
      max: 2,
      // a migration grants to the role whose name only the operator knows
      options: `-c splot.application_role=${application.replaceAll(/[\\ ]/g, "\\$&")}`,
    },
  });
}

async function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    return await work();
  } finally {
    // the lock goes with its connection
    await client.end();
  }
}

/** While this connection lives the shape stays as it is; who migrates already is waited for. */
export async function sharingMigrations(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_lock_shared($1)", [lock]);
}

/** @returns the names of what was run */
export async function migrateUp(
  urls: DatabaseUrls,
  migrations: Migrations,
): Promise<string[]> {
  return await alone(urls.ownerUrl, async () => {
    // first, because a migration hands the application a door to the queue
    await migrateJobQueue({ connectionString: urls.ownerUrl });
    const owner = await ownerOf(urls, migrations).initialize();
    try {
      await checkApplied(owner);
      const run = await owner.runMigrations({ transaction: "each" });
      await keepApplied(owner);
      return run.map((migration) => migration.name);
    } finally {
      await owner.destroy();
    }
  });
}

/** Takes the latest steps back, the newest first. */
export async function migrateDown(
  urls: DatabaseUrls,
  migrations: Migrations,
  steps = 1,
): Promise<void> {
  await alone(urls.ownerUrl, async () => {
    const owner = await ownerOf(urls, migrations).initialize();
    try {
      for (let step = 0; step < steps; step++)
        await owner.undoLastMigration({ transaction: "each" });
    } finally {
      await owner.destroy();
    }
  });
}
