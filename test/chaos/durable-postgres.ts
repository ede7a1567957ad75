// A PostgreSQL that must keep what it has acknowledged: made in a folder, killed as a power cut would, started again at its port.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import {
  adminUrl,
  type Cluster,
  makeCluster,
  urlOf,
} from "../../server/platform/database/cluster.js";
import {
  findCredentials,
  makeCredentials,
} from "../../server/platform/database/credentials.js";
import {
  isRunning,
  makeFolder,
} from "../../server/platform/database/data-folder.js";
import {
  findPostgresUser,
  runPostgresTool,
  toolsFor,
} from "../../server/platform/database/postgres-tools.js";
import type { TestDatabase } from "../support/database.js";

export interface DurablePostgres {
  readonly database: TestDatabase;
  readonly adminUrl: string;
  /** The process that all its others are children of. */
  postmaster(): number | undefined;
  /** Begins as often as it takes: what an old one left behind must be gone first. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const name = "splot";
/** Durable by PostgreSQL's own defaults; three processes need more than its hundred connections. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 250,
};

export async function makeDurablePostgres(
  folder: string,
  port: number,
  further: Readonly<Record<string, string>> = {},
): Promise<DurablePostgres> {
  makeFolder(folder);
  const user = await findPostgresUser();
  const cluster: Cluster = {
    folder,
    pgdata: join(folder, "postgres"),
    log: join(folder, "postgres", "server.log"),
    tools: await toolsFor(folder, user),
    user,
    credentials: findCredentials(folder) ?? makeCredentials(folder),
  };
  await makeCluster(cluster);

  function postmaster(): number | undefined {
    try {
      const file = readFileSync(join(cluster.pgdata, "postmaster.pid"), "utf8");
      const pid = Number(file.split("\n")[0]);
      return pid && isRunning(pid) ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  async function start(): Promise<void> {
    const options = Object.entries({ ...settings, ...further, port })
      .map(([key, value]) => `-c ${key}='${value}'`)
      .join(" ");
    for (let tries = 1; ; tries += 1)
      try {
        return await runPostgresTool(cluster.tools, "pg_ctl", user, [
          "start",
          "--silent",
          "--wait",
          "--timeout=60",
          `--pgdata=${cluster.pgdata}`,
          `--log=${cluster.log}`,
          `--options=${options}`,
        ]);
      } catch (failure) {
        if (tries === 100) throw failure;
        await pause(100);
      }
  }

  const stop = () =>
    runPostgresTool(cluster.tools, "pg_ctl", user, [
      "stop",
      "--silent",
      "--wait",
      "--timeout=20",
      "--mode=immediate",
      `--pgdata=${cluster.pgdata}`,
    ]);

  // that of a run which was cut short
  if (postmaster()) await stop();
  await start();
  await makeDatabase(cluster, port);
  const { owner, application } = cluster.credentials;
  return {
    database: {
      name,
      applicationUrl: urlOf("splot_app", application, port, name),
      ownerUrl: urlOf("splot_owner", owner, port, name),
    },
    adminUrl: adminUrl(cluster, port).replace(/[^/]*$/, name),
    postmaster,
    start,
    stop,
  };
}

async function makeDatabase(cluster: Cluster, port: number): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl(cluster, port) });
  await admin.connect();
  try {
    const found = await admin.query(
      "select from pg_database where datname = $1",
      [name],
    );
    if (found.rowCount) return;
    const { owner, application } = cluster.credentials;
    const powerless = "login nosuperuser nocreaterole nocreatedb nobypassrls";
    await admin.query(
      `create role splot_owner ${powerless} password ${pg.escapeLiteral(owner)}`,
    );
    await admin.query(
      `create role splot_app ${powerless} password ${pg.escapeLiteral(application)}`,
    );
    // last: where it is found, all is there
    await admin.query(`create database ${name} owner splot_owner`);
  } finally {
    await admin.end();
  }
}
